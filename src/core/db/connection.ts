import { ConnectionError, Sequelize, type Transaction } from 'sequelize';
import { UnavailableError } from '../errors.js';
import { transactionScope, unitOfWork, type UnitOfWork } from './unit-of-work.js';
import type { BulkLoad, BulkResult, Dialect, SqlValue } from './dialect.js';

/** The one database of the house. */
export interface Database {
  readonly sequelize: Sequelize;
  readonly dialect: Dialect;
  readonly uow: UnitOfWork;
  /** Plain rows of a hand-written statement with `?`; prepared where the engine can. Reads only. */
  rows<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** The first row, if any. */
  row<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row | undefined>;
  /** Brings many rows into a table, in the unit of work at hand. */
  bulk(load: BulkLoad): Promise<BulkResult>;
  /** Resolves when the engine answers within `milliseconds`, rejects otherwise. */
  ping(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** The first word of a statement, behind blanks and comments. */
const firstWord = (sql: string): string =>
  (/^(?:\s|\/\*[^]*?\*\/|--[^\n]*\n|\()*([a-z]+)/i.exec(sql)?.[1] ?? '').toLowerCase();

const WRITES = ['insert', 'update', 'delete', 'replace', 'load', 'truncate'];

const isWrite = (sql: string): boolean =>
  WRITES.includes(firstWord(sql)) || (firstWord(sql) === 'with' && /\b(insert|update|delete|replace)\b/i.test(sql));

/** A write outside a unit of work would hang on one engine and survive a rollback on the other: refuse it. */
const guardWrites = (sequelize: Sequelize): void => {
  const refused = (options: { transaction?: Transaction | null; exempt?: boolean }, sql: string): Error | undefined =>
    !options.transaction && !options.exempt && isWrite(sql)
      ? new Error(`write outside a unit of work: ${sql.slice(0, 80)}`)
      : undefined;
  const original = sequelize.query.bind(sequelize) as (...args: unknown[]) => Promise<unknown>;
  const guarded = (sql: unknown, options: Record<string, unknown> = {}): Promise<unknown> => {
    const text = typeof sql === 'string' ? sql : (sql as { query: string }).query;
    const transaction = (options['transaction'] ?? transactionScope.get('transaction')) as Transaction | undefined;
    const refusal = refused({ ...options, transaction: transaction ?? null }, text);
    return refusal ? Promise.reject(refusal) : original(sql, options);
  };
  Object.assign(sequelize, { query: guarded });
};

const CONNECTION = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|PROTOCOL_\w+|\w+_BUSY)$/;

/** Whether the engine could not be reached, as opposed to a statement that it refused: the caller gets 503. */
export const isConnectionFault = (error: unknown): boolean => {
  if (error instanceof ConnectionError) return true;
  const { code, fatal, original } = (error ?? {}) as { code?: unknown; fatal?: unknown; original?: unknown };
  return fatal === true || CONNECTION.test(String(code)) || (original !== undefined && isConnectionFault(original));
};

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnavailableError()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

export const openDatabase = async (dialect: Dialect): Promise<Database> => {
  Sequelize.useCLS(transactionScope);
  const sequelize = new Sequelize({ ...dialect.options, logging: false, benchmark: false });
  guardWrites(sequelize);
  await dialect.prepare(sequelize);
  const rows = async <Row>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> => {
    if (isWrite(sql)) throw new Error(`rows() only reads: ${sql.slice(0, 80)}`);
    const transaction = transactionScope.get('transaction') as Transaction | undefined;
    return dialect.rows(sequelize, sql, params, transaction) as Promise<Row[]>;
  };
  return {
    sequelize,
    dialect,
    uow: unitOfWork(sequelize, dialect),
    rows,
    row: async <Row>(sql: string, params: readonly SqlValue[] = []) => (await rows<Row>(sql, params))[0],
    bulk: async (load) => {
      const transaction = transactionScope.get('transaction') as Transaction | undefined;
      if (!transaction) throw new Error(`write outside a unit of work: rows for ${load.table}`);
      return dialect.bulk(load, transaction);
    },
    ping: (milliseconds) => within(milliseconds, rows('SELECT 1')).then(() => undefined),
    close: () => sequelize.close(),
  };
};
