import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modules } from '../../config/modules.js';
import { orderModules } from '../../src/core/kernel.js';
import { foldersIn } from './sources.js';

const definitions = orderModules(modules);
const ids = definitions.map(({ id }) => id).sort();

/** Folders beside the modules' own. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  views: ['layouts', 'partials', 'errors'],
  public: ['shared', 'fonts'],
  test: ['kit', 'core', 'architecture', 'journeys', 'browser', 'bench'],
};

test('the list of modules and the folders agree', () => {
  expect(foldersIn('src/modules')).toEqual(ids);
});

describe.each(Object.entries(SHARED))('%s/', (folder, shared) => {
  test('has folders of modules and the shared ones, no other', () => {
    const others = foldersIn(folder).filter((name) => !shared.includes(name));
    expect(others.filter((name) => !ids.includes(name))).toEqual([]);
  });
});

test.each(['reference', 'demo'])('seeders/%s holds files of modules only', (kind) => {
  const names = existsSync(`seeders/${kind}`)
    ? readdirSync(`seeders/${kind}`).map((name) => name.split(/[./-]/)[0] ?? '')
    : [];
  expect(names.filter((name) => !ids.includes(name))).toEqual([]);
});

describe.each(definitions)('$id', (definition) => {
  const prefixed = (names: readonly string[], mark: string): string[] =>
    names.filter((name) => !name.startsWith(definition.id + mark));

  test('is exported under its own name', () => {
    expect(readFileSync(`src/modules/${definition.id}/module.ts`, 'utf8')).toContain(
      `export const ${definition.id} = defineModule`,
    );
  });

  test('carries its id in tables, ports, permissions and events', () => {
    expect(prefixed(definition.tables, '_')).toEqual([]);
    expect(
      prefixed(
        (definition.provides ?? []).map(({ key }) => key),
        '.',
      ),
    ).toEqual([]);
    expect(
      prefixed(
        (definition.permissions ?? []).map(({ id }) => id),
        '.',
      ),
    ).toEqual([]);
    expect(
      prefixed(
        (definition.publishes ?? []).map(({ name }) => name),
        '.',
      ),
    ).toEqual([]);
  });

  test('has tests', () => {
    expect(existsSync(`test/${definition.id}`)).toBe(true);
  });
});
