import type { Options, Sequelize, Transaction } from 'sequelize';

/** A value that may be bound to a `?` of a statement. */
export type SqlValue = string | number | boolean | Date | null;

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
  /** Selects the server's own clock as `seconds` since 1970. */
  readonly clockQuery: string;
  /** What is wrong with the server for our use, in Vietnamese and English; empty when it fits. */
  faults(sequelize: Sequelize): Promise<{ vi: string; en: string }[]>;
}
