import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hits, sources } from './sources.js';

const code = sources(['src', 'config', 'seeders']);
const tests = sources(['test']);
const browser = sources(['public']);
const everything = [...code, ...tests, ...browser, ...sources(['views'], ['.ejs']), ...sources(['public'], ['.scss'])];

const outside = (...folders: string[]) => code.filter(({ path }) => !folders.some((folder) => path.startsWith(folder)));

const lines = (text: string): number => text.trimEnd().split('\n').length;

describe('sizes', () => {
  const limits: readonly [string, RegExp, number][] = [
    ['server.ts', /^src\/server\.ts$/, 80],
    ['app.ts', /^src\/app\.ts$/, 120],
    ['module.ts', /^src\/modules\/[^/]+\/module\.ts$/, 60],
    ['any file', /./, 250],
  ];
  test.each(limits)('%s', (_, which, limit) => {
    const long = everything.filter(({ path }) => which.test(path) && !path.startsWith('seeders/data/'));
    expect(
      long.filter(({ text }) => lines(text) > limit).map(({ path, text }) => `${path}: ${lines(text)} > ${limit}`),
    ).toEqual([]);
  });
});

describe('words', () => {
  test('an engine is named only where the engines are told apart', () => {
    expect(hits(outside('src/core/db/dialects/', 'config/'), /sqlite|mysql|mariadb/i)).toEqual([]);
  });

  test('only the settings read the environment', () => {
    expect(hits(outside('config/'), /process\.env/)).toEqual([]);
  });

  test('only the clock knows the time', () => {
    expect(hits(outside('src/core/clock.ts'), /Date\.now\(\)|new Date\(\)|performance\.now\(\)/)).toEqual([]);
  });

  test('chance in seeds is repeatable', () => {
    expect(
      hits(
        code.filter(({ path }) => path.startsWith('seeders/')),
        /Math\.random/,
      ),
    ).toEqual([]);
  });

  test('nothing is left open or typed away', () => {
    const rest = everything.filter(({ path }) => path !== 'test/architecture/code.test.ts');
    const open = everything.filter(({ path }) => path !== 'test/architecture/code.test.ts');
    expect(open.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ path }) => path)).toEqual([]);
    expect(hits(rest, /(:|<|\bas)\s*any\b(?!\w)/)).toEqual([]);
    expect(
      open.filter(({ text }) => /eslint-disable|@ts-(ignore|nocheck|expect-error)/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('no test is skipped or left alone', () => {
    expect(hits(tests, /\b(test|it|describe)\.(skip|only|todo)\b/)).toEqual([]);
  });

  test('a unit of work makes no call to the outside', () => {
    expect(
      hits(
        code.filter(({ path }) => path.endsWith('.service.ts')),
        /\bfetch\(|nodemailer|createTransport/,
      ),
    ).toEqual([]);
  });

  test('modules never touch the web framework or hand transactions around', () => {
    const modules = code.filter(({ path }) => path.startsWith('src/modules/'));
    expect(hits(modules, /from 'express'|transaction:/)).toEqual([]);
  });
});

test('every module tells on one screen what it is for', () => {
  const ids = new Set(code.flatMap(({ path }) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? []));
  expect([...ids].filter((id) => !existsSync(`src/modules/${id}/README.md`))).toEqual([]);
});
