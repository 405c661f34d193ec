import type { Database } from '../../core/db/connection.js';
import { rowsIn } from '../../core/db/rows-in.js';
import type { Table } from '../../core/db/table.js';
import type { Topics } from '../../core/db/topics.js';
import { topicOf } from './catalog.rules.js';
import type { Listing } from './listing.model.js';
import type { Kind, WordRow } from './word.model.js';
import { keptWords } from './word.rules.js';

type Named = Pick<Listing, 'code' | 'name' | 'nameFolded' | 'provinceCode'>;

/** Keeps the words by which lists are searched. */
export interface WordIndex {
  /** Joins the unit of work that wrote these rows: brings their words and the pages that show them up to date. */
  write(kind: Kind, rows: readonly Named[]): Promise<void>;
}

export const rowsOf = (kind: Kind, { code, name, nameFolded, provinceCode }: Named): WordRow[] =>
  keptWords(name).map((word) => ({ kind, code, word, provinceCode, name: nameFolded }));

/** What there is of a row, as one text to compare. */
const print = (rows: readonly WordRow[]): string =>
  rows
    .map(({ word, provinceCode, name }) => `${word} ${provinceCode} ${name}`)
    .sort()
    .join('\n');

export const createWordIndex = (db: Database, words: Table<WordRow>, topics: Topics): WordIndex => ({
  write: async (kind, rows) => {
    const latest = new Map(rows.map((row) => [row.code, row]));
    const sql = `SELECT kind, code, word, province_code AS provinceCode, name FROM lookup_word WHERE kind = '${kind}' AND code IN (?)`;
    const there = new Map<string, WordRow[]>();
    for (const row of await rowsIn<WordRow>(db, sql, latest.keys()))
      there.set(row.code, [...(there.get(row.code) ?? []), row]);
    const fresh = [...latest.values()]
      .map((row) => ({ code: row.code, words: rowsOf(kind, row) }))
      .filter((row) => print(row.words) !== print(there.get(row.code) ?? []));
    const old = fresh.map(({ code }) => code).filter((code) => there.has(code));
    if (old.length) await words.remove({ kind, code: old });
    await words.insertMany(fresh.flatMap((row) => row.words));
    await topics.moveOn(topicOf(kind));
  },
});
