import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** A source file of the project, by its path from the root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });

/** Files below the folders that end in one of the endings. */
export const sources = (folders: readonly string[], endings: readonly string[] = ['.ts']): Source[] =>
  folders
    .flatMap(walk)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => a.path.localeCompare(b.path));

/** Names of the folders right below one. */
export const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Source text without comments and without the content of strings stays as it is otherwise: for rules about code. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (found) => found.replace(/[^\n]/g, ' ')).replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');

/** What a file imports: paths from the root for own files, bare names for packages. `typeOnly` for `import type`. */
export const importsOf = ({ path, text }: Source): { target: string; typeOnly: boolean }[] =>
  [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"();]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)].map(
    ([, type, name, lazy]) => {
      const spoken = name ?? lazy ?? '';
      const target = spoken.startsWith('.') ? normalize(join(dirname(path), spoken)).replace(/\.js$/, '.ts') : spoken;
      return { target: target.split(sep).join('/'), typeOnly: type !== undefined };
    },
  );

/** `path:line: what` for every hit of a pattern in the code of a file. */
export const hits = (files: readonly Source[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
