import type { BulkLoad } from './db/dialect.js';
import { into } from './import/importer.js';
import type { Table } from './db/table.js';

/** The rows of people `from` to `to` (left out) of a made-up province; the same ones every time. */
export type ProvinceRows = (from: number, to: number) => readonly BulkLoad[];

/** Rows for one table; those that are there already, found by `key`, stay as they are. */
export const provinceLoad = <Row extends object>(
  table: Table<Row>,
  key: readonly (keyof Row & string)[],
  rows: readonly Partial<Row>[],
): BulkLoad => {
  const keep = Object.keys(table.model.getAttributes()) as (keyof Row & string)[];
  const { values, ...target } = into<Partial<Row>, Row>({ table, key, keep, row: (row) => row });
  const distinct = new Map(rows.map((row) => [key.map((name) => String(row[name])).join(' '), row]));
  return { ...target, rows: [...distinct.values()].map((row) => values(row) ?? []) };
};

/** The numbers from one to another, the last left out. */
export const indexes = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
