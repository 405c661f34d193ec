import type { ModuleDefinition } from '../module.js';
import type { Route } from './route.js';

/** What a route answers to somebody: it lets him in, sends him to a sign-in page, or refuses. */
export type Entry = 'open' | 'sign-in' | 'refused' | 'none';

/** Somebody who may call: a guest, a citizen, or an officer of one role. */
export interface Persona {
  readonly id: string;
  readonly realm: 'guest' | 'citizen' | 'officer';
  readonly permissions: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Guest, citizen, and one officer for each role. */
export const personasOf = (modules: readonly ModuleDefinition[]): readonly Persona[] => {
  const permissions = modules.flatMap((definition) => definition.permissions ?? []);
  const roles = modules.flatMap((definition) => definition.roles ?? []);
  return [
    { id: 'guest', realm: 'guest', permissions: NOTHING },
    { id: 'citizen', realm: 'citizen', permissions: NOTHING },
    ...roles.map(({ id: role }): Persona => {
      const held = permissions.filter(({ roles: named }) => named.includes(role)).map(({ id }) => id);
      return { id: role, realm: 'officer', permissions: new Set(held) };
    }),
  ];
};

/** What the access of a route says to a persona. Which objects it then finds is up to the queries behind it. */
export const entryOf = ({ access }: Route, { realm, permissions }: Persona): Entry => {
  if (access.realm === 'machine') return 'none';
  if (access.realm === 'public' || access.realm === 'development') return 'open';
  if (access.realm !== realm) return 'sign-in';
  return access.realm === 'officer' && access.permission && !permissions.has(access.permission) ? 'refused' : 'open';
};

const SIGNS: Readonly<Record<Entry, string>> = { open: 'yes', 'sign-in': '-', refused: 'no', none: 'm' };

/** The matrix as lines of text: a route a line, a persona a column. */
export const matrixLines = (routes: readonly Route[], modules: readonly ModuleDefinition[]): string[] => {
  const personas = personasOf(modules);
  const width = Math.max(...routes.map(({ path }) => path.length)) + 1;
  const line = (head: string, cells: readonly string[]): string =>
    `${head.padEnd(width + 6)}${cells.map((cell, index) => cell.padEnd((personas[index]?.id.length ?? 0) + 2)).join('')}`.trimEnd();
  return [
    line(
      'route',
      personas.map(({ id }) => id),
    ),
    ...routes.map((route) =>
      line(
        `${route.method.toUpperCase().padEnd(5)} ${route.path}`,
        personas.map((persona) => SIGNS[entryOf(route, persona)]),
      ),
    ),
    '',
    'yes: let in   no: refused (403)   -: sent to the sign-in page   m: machines only',
  ];
};
