import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { runInContext, system } from '../../src/core/context.js';
import type { ImportOutcome } from '../../src/core/import/imports.js';
import type { House } from './house.js';

export type CsvRow = Readonly<Record<string, string>>;

/** Kinds in the order in which their example files are taken in. */
export const EXAMPLES = [
  'agencies',
  'facilities',
  'employers',
  'collection-agents',
  'participants',
  'participation',
  'cards',
  'benefits',
  'visits',
  'visit-papers',
] as const;
export type Kind = (typeof EXAMPLES)[number];

export const exampleText = (kind: Kind): string => readFileSync(`seeders/examples/${kind}.csv`, 'utf8');

export const rowsOf = (text: string): CsvRow[] =>
  parse(text, { columns: true, bom: true, delimiter: text.split('\n', 1)[0]?.includes(';') ? ';' : ',' });

export const csvOf = (rows: readonly CsvRow[]): string => stringify([...rows], { header: true });

/** Takes a text in as a file of a kind; with the lines that were refused. */
export const takeIn = async (
  house: House,
  kind: string,
  text: string,
  dryRun = false,
): Promise<ImportOutcome & { refused: CsvRow[] }> => {
  const { imports } = house.app;
  const importer = imports.kinds().find((known) => known.kind === kind);
  if (!importer) throw new Error(`no such kind: ${kind}`);
  let refused = '';
  const bytes = Buffer.from(text);
  const source = {
    name: `${kind}.csv`,
    size: bytes.length,
    fingerprint: async () => `${kind} ${bytes.length}`.padEnd(64).slice(0, 64),
    open: (start: number) => Readable.from([bytes.subarray(start)]),
  };
  const rejects = {
    cut: async (length: number) => void (refused = refused.slice(0, length)),
    append: async (more: string) => (refused += more).length,
  };
  const run = (): Promise<ImportOutcome> => imports.run(importer, { source, rejects, dryRun });
  const outcome = await runInContext({ requestId: 'test', ip: '', actor: system }, run);
  return { ...outcome, refused: refused ? rowsOf(refused) : [] };
};
