import type { Options, Sequelize, Transaction } from 'sequelize';

/** A value that may be bound to a `?` of a statement. */
export type SqlValue = string | number | boolean | Date | null;

/** Rows for one table, all columns of `columns` in that order. Names are those of the database. */
export interface BulkLoad {
  readonly table: string;
  readonly columns: readonly string[];
  /** By which a row is found again; null equals null. No two rows of one load may have the same. */
  readonly key: readonly string[];
  /** Columns in which a row that is there may differ and is then brought up to date. */
  readonly compared: readonly string[];
  /** Columns that are written with them and are no difference by themselves. */
  readonly stamps: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** The rest of the rows was there and as it should be. */
export interface BulkResult {
  readonly added: number;
  readonly changed: number;
}

/** What differs between the engines. Nothing outside `dialects/` knows which one it is. */
export interface Dialect {
  /** Shown by `doctor`, never branched on. */
  readonly name: string;
  readonly options: Options;
  /** Runs one unit at a time where the engine has a single writer; elsewhere at once. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  readonly transactionType?: Transaction.TYPES;
  readonly isolationLevel?: Transaction.ISOLATION_LEVELS;
  /** Once per process, before the first statement. */
  prepare(sequelize: Sequelize): Promise<void>;
  /** Plain rows by prepared statement. Instants come back as Date, days as yyyy-mm-dd, flags as 0 or 1. */
  rows(sequelize: Sequelize, sql: string, params: readonly SqlValue[], transaction?: Transaction): Promise<unknown[]>;
  /** Brings many rows into a table in the quickest way that the server allows. */
  bulk(load: BulkLoad, transaction: Transaction): Promise<BulkResult>;
  /** Which way that is, in Vietnamese and English, and what to do for a quicker one. */
  bulkWay(sequelize: Sequelize): Promise<{ vi: string; en: string }>;
  /** A join that reads its left side first, whatever the statistics say. */
  readonly joinInOrder: string;
  /** Makes the engine refuse every change of a column, whoever asks for it; harmless when it runs again. */
  freeze(table: string, column: string): string;
  /** Selects the server's own clock as `seconds` since 1970. */
  readonly clockQuery: string;
  /** What is wrong with the server for our use, in Vietnamese and English; empty when it fits. */
  faults(sequelize: Sequelize): Promise<{ vi: string; en: string }[]>;
}
