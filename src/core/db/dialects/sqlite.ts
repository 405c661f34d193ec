import type { Sequelize, Transaction } from 'sequelize';
import type { Database as Connection } from 'sqlite3';
import type { Dialect, SqlValue } from '../dialect.js';
import { serialQueue } from '../serial-queue.js';
import { bulkLoad, type BulkSession, type BulkWords } from './bulk.js';

const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \+00:00$/;

/** Sequelize keeps instants as text in this form; hand-written statements must bind the same. */
const bindable = (value: SqlValue): string | number | null => {
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', ' +00:00');
  return typeof value === 'boolean' ? Number(value) : value;
};

const readable = (row: Record<string, unknown>): Record<string, unknown> => {
  for (const key in row) {
    const value = row[key];
    if (typeof value === 'string' && INSTANT.test(value)) row[key] = new Date(value);
  }
  return row;
};

type Connections = { getConnection(options: { uuid?: string; type?: string }): Promise<Connection> };

/** How long a statement waits for a second process that writes to the same file: an import, a backup. */
const BUSY_WAIT = 5_000;

/** Every transaction has a connection of its own, so each new one must be told. */
const waitWhenBusy = (sequelize: Sequelize): void => {
  const manager = sequelize.connectionManager as unknown as Connections;
  const original = manager.getConnection.bind(manager);
  manager.getConnection = async (options) => {
    const connection = await original(options);
    connection.configure('busyTimeout', BUSY_WAIT);
    return connection;
  };
};

const words: BulkWords = {
  same: 'IS',
  straight: 'CROSS JOIN',
  drop: 'DROP TABLE',
  update: ({ table, stage, on, differs, set }) =>
    `UPDATE ${table} SET ${set('')} FROM ${stage} WHERE ${on} AND ${differs}`,
};

const sessionOn = (connection: Connection): BulkSession => ({
  run: (sql, params = []) =>
    new Promise((resolve, reject) => {
      connection.run(sql, params.map(bindable), function (error) {
        if (error) reject(error);
        else resolve(this.changes);
      });
    }),
  count: (sql) =>
    new Promise((resolve, reject) => {
      connection.get(sql, (error, row: { n: number }) => {
        if (error) reject(error);
        else resolve(row.n);
      });
    }),
});

/**
 * The embedded engine: one file, one writer. Units of work begin IMMEDIATE and wait in one queue of this process;
 * measured: 40 parallel transactions fail by the dozen without the queue, none with it.
 */
export const sqliteDialect = (file: string): Dialect => {
  const queue = serialQueue();
  return {
    name: 'SQLite',
    options: { dialect: 'sqlite', storage: file, retry: { max: 1 } },
    exclusive: queue,
    transactionType: 'IMMEDIATE' as Transaction.TYPES,
    prepare: async (sequelize) => {
      waitWhenBusy(sequelize);
      await sequelize.query('PRAGMA journal_mode = WAL');
    },
    rows: async (sequelize: Sequelize, sql, params, transaction) => {
      const open = (transaction as unknown as { connection?: Connection } | undefined)?.connection;
      const connection = open ?? (await (sequelize.connectionManager as unknown as Connections).getConnection({}));
      return new Promise((resolve, reject) => {
        connection.all(sql, params.map(bindable), (error, rows: Record<string, unknown>[]) => {
          if (error) reject(error);
          else resolve(rows.map(readable));
        });
      });
    },
    bulk: (load, transaction) =>
      bulkLoad(load, words, sessionOn((transaction as unknown as { connection: Connection }).connection)),
    bulkWay: async () => ({
      vi: 'Tệp được nạp theo lô (cơ sở dữ liệu nhúng). Tỉnh có trên một triệu người nên dùng MariaDB hoặc MySQL.',
      en: 'Files are loaded in batches (embedded database). With more than a million people use MariaDB or MySQL.',
    }),
    joinInOrder: 'CROSS JOIN',
    freeze: (
      table,
      column,
    ) => `CREATE TRIGGER IF NOT EXISTS ${table}__${column}_stays BEFORE UPDATE OF ${column} ON ${table}
      WHEN NEW.${column} IS NOT OLD.${column} BEGIN SELECT RAISE(ABORT, '${table}.${column} never changes'); END`,
    clockQuery: "SELECT strftime('%s', 'now') AS seconds",
    faults: async () => [],
  };
};
