import { expect, test } from 'vitest';
import { modules } from '../../config/modules.js';
import { coreActs } from '../../src/core/acts.js';
import { sources, withoutComments } from './sources.js';

const code = sources(['src']).filter(({ path }) => path.startsWith('src/modules/') || path.startsWith('src/core/'));
const ids = modules.map(({ id }) => id);
const acts: Readonly<Record<string, string>> = Object.assign(
  {},
  coreActs,
  ...modules.map((module) => module.acts ?? {}),
) as Record<string, string>;

/** What names an action: the property, or a helper that makes an act or a row of one. */
const MARK = /\baction:|\b(?:\w*Act|actOn|act|record|note|noted|viewed)\(/g;
const NAME = new RegExp(`'((?:${ids.join('|')}|core)\\.[a-z][a-z-]*)'`, 'g');

/** Names of actions that follow a mark in the same statement, both sides of a choice. */
const actionsIn = (text: string): string[] => {
  const plain = withoutComments(text);
  return [...plain.matchAll(MARK)].flatMap(({ index }) => {
    const statement = plain.slice(index, index + 160).split(/;|\n\s*\n|=>/)[0] ?? '';
    return [...statement.matchAll(NAME)].map(([, name = '']) => name);
  });
};

const written = code.flatMap(({ path, text }) => actionsIn(text).map((name) => ({ path, name })));

test('actions are found', () => {
  const names = written.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['approval.dossier-viewed', 'approval.handed-in', 'registration.erased', 'auth.signed-in']),
  );
});

test('every action that is written to the audit has its words', () => {
  const mute = written.filter(({ name }) => !acts[name]).map(({ path, name }) => `${path}: ${name}`);
  expect([...new Set(mute)]).toEqual([]);
});

test('words of acts are Vietnamese, short, and tell acts of a module apart', () => {
  expect(Object.entries(acts).filter(([, words]) => words.length > 60 || !/^\p{Lu}/u.test(words))).toEqual([]);
  for (const module of modules) {
    const words = Object.values(module.acts ?? {});
    expect([module.id, words.length]).toEqual([module.id, new Set(words).size]);
  }
});

/** Names that are put together: `approval.${kind}-approved`. */
const patterns = code.flatMap(({ text }) =>
  [...text.matchAll(/`([a-z]+\.[a-z-]*\$\{[^`]*)`/g)]
    .filter(([, name = '']) => ids.some((id) => name.startsWith(`${id}.`)) && !name.endsWith('}'))
    .map(([, name = '']) => new RegExp(`^${name.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[a-z-]+')}$`)),
);

test('no words are kept for an action that nobody writes', () => {
  const all = code.map(({ text }) => text);
  const unused = Object.keys(acts).filter((name) => {
    const times = all.reduce((sum, text) => sum + text.split(`'${name}'`).length - 1, 0);
    return times < 2 && !patterns.some((pattern) => pattern.test(name));
  });
  expect(unused).toEqual([]);
});
