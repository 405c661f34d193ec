import { Umzug } from 'umzug';
import { QueryTypes, type Sequelize } from 'sequelize';
import * as columns from './columns.js';
import type { Columns } from './columns.js';
import type { Database } from './connection.js';

/** What a migration may do: add. One step of DDL each, because MySQL commits every one by itself. */
export interface MigrationTools {
  createTable(name: string, columns: Columns): Promise<void>;
  addIndex(table: string, columns: readonly string[], options?: { unique?: boolean; name?: string }): Promise<void>;
  addColumn(table: string, name: string, column: columns.Column): Promise<void>;
  /** From here on no statement changes this column of a row, whoever sends it. */
  freeze(table: string, column: string): Promise<void>;
  /** Plain rows, to fill a new table from an old one. */
  rows<Row extends object>(sql: string): Promise<Row[]>;
  /** Brings old rows up to a new column; must do no harm when it runs again. */
  update(sql: string): Promise<void>;
  /** Inserts the rows whose keys are not there yet. */
  fill(table: string, rows: readonly object[]): Promise<void>;
}

export interface Migration {
  /** Ordered and unique within the module: `001-dossier`. Never renamed once released. */
  readonly name: string;
  up(tools: MigrationTools): Promise<void>;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Ground = Pick<Database, 'sequelize' | 'dialect'> & { readonly query: ReturnType<Sequelize['getQueryInterface']> };

/** Every step may run again: a crash can come between the DDL and its line in the journal. */
const tools = ({ sequelize, dialect, query }: Ground): MigrationTools => ({
  createTable: (name, cols) =>
    query.createTable(name, Object.fromEntries(Object.entries(cols).map(([key, column]) => [snake(key), column])), {
      charset: 'utf8mb4',
      collate: 'utf8mb4_unicode_ci',
    }),
  addIndex: async (table, names, options = {}) => {
    const name = options.name ?? `${table}__${names.map(snake).join('_')}`.slice(0, 64);
    const there = (await query.showIndex(table)) as { name: string }[];
    if (there.some((index) => index.name === name)) return;
    await query.addIndex(table, names.map(snake), { name, unique: options.unique ?? false });
  },
  addColumn: async (table, name, column) => {
    if (snake(name) in (await query.describeTable(table))) return;
    await query.addColumn(table, snake(name), column);
  },
  freeze: async (table, column) => void (await sequelize.query(dialect.freeze(table, snake(column)))),
  rows: <Row extends object>(sql: string) => sequelize.query<Row>(sql, { type: QueryTypes.SELECT }),
  update: async (sql) => void (await sequelize.query(sql, { exempt: true } as object)),
  fill: async (table, rows) => {
    const named = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
    );
    if (named.length) await query.bulkInsert(table, named, { ignoreDuplicates: true, exempt: true } as object);
  },
});

const JOURNAL = 'core_migration';

const journal = (sequelize: Sequelize) => ({
  logMigration: async ({ name }: { name: string }) => {
    await sequelize.query(`INSERT INTO ${JOURNAL} (name) VALUES (?)`, { replacements: [name], exempt: true } as object);
  },
  unlogMigration: async () => Promise.reject(new Error('migrations only go forward')),
  executed: async () => {
    await sequelize.getQueryInterface().createTable(JOURNAL, { name: columns.primary(columns.code(120)) });
    const [rows] = await sequelize.query(`SELECT name FROM ${JOURNAL} ORDER BY name`);
    return (rows as { name: string }[]).map((row) => row.name);
  },
});

/** Migrations of the core and of every module, in the order of the modules. */
export interface Migrator {
  /** Runs what has not run yet; returns the names, and whether the database was empty before. */
  up(): Promise<{ ran: string[]; fresh: boolean }>;
  pending(): Promise<string[]>;
}

export const createMigrator = (
  { sequelize, dialect }: Pick<Database, 'sequelize' | 'dialect'>,
  sets: readonly { id: string; migrations: readonly Migration[] }[],
): Migrator => {
  const umzug = new Umzug({
    context: tools({ sequelize, dialect, query: sequelize.getQueryInterface() }),
    logger: undefined,
    storage: journal(sequelize),
    migrations: sets.flatMap(({ id, migrations }) =>
      migrations.map((migration) => ({
        name: `${id}/${migration.name}`,
        up: ({ context }: { context: MigrationTools }) => migration.up(context),
      })),
    ),
  });
  return {
    up: async () => {
      const fresh = (await umzug.executed()).length === 0;
      const ran = await umzug.up();
      return { ran: ran.map((migration) => migration.name), fresh };
    },
    pending: async () => (await umzug.pending()).map((migration) => migration.name),
  };
};
