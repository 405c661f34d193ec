import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sources } from './sources.js';

const code = sources(['config', 'src']);
const readme = readFileSync('README.md', 'utf8');

/** Names of the variables that the schemas of house and modules read. */
const variables = [
  ...new Set(code.flatMap(({ text }) => [...text.matchAll(/^\s+([A-Z][A-Z_]+): z\b/gm)].map(([, name = '']) => name))),
];

/** Parts that one module alone needs and that play none of the roles. */
const MACHINERY = ['memory.ts', 'templates.ts', 'drivers.ts', 'driver.ts'];

test('settings are found', () => {
  expect(variables).toEqual(expect.arrayContaining(['PUBLIC_URL', 'SMS_URL', 'OFFICE_AGENCY', 'SIGN_IN_NETWORKS']));
});

test('every setting stands in the table of the README and in .env.example', () => {
  const example = readFileSync('.env.example', 'utf8');
  expect(variables.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect(variables.filter((name) => !new RegExp(`^# ${name}=`, 'm').test(example))).toEqual([]);
});

test('.env.example names no setting that nobody reads', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect(named.filter((name) => !variables.includes(name))).toEqual([]);
});

test('files of modules have the roles and names that the README lists, and no other', () => {
  const roles = [...readme.matchAll(/^\| `\*\.(\w+)\.ts`/gm)].map(([, role = '']) => role);
  const plain = [...(/carry no noun: ([^]*?)\. `test\/arch/.exec(readme)?.[1] ?? '').matchAll(/`([\w-]+\.ts)`/g)];
  const names = [...plain.map(([, name = '']) => name), ...MACHINERY];
  const odd = code
    .map(({ path }) => path)
    .filter((path) => path.startsWith('src/modules/'))
    .filter((path) => {
      const name = path.split('/').at(-1) ?? '';
      return !names.includes(name) && !roles.includes(/^[\w-]+\.(\w+)\.ts$/.exec(name)?.[1] ?? '');
    });
  expect(odd).toEqual([]);
});
