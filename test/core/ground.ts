import { dialectFor } from '../../config/dialects.js';
import { code, count, id, instant, optional, text } from '../../src/core/db/columns.js';
import { openDatabase, type Database } from '../../src/core/db/connection.js';
import { createMigrator, type Migration } from '../../src/core/db/migrator.js';
import { defineTable, type Table } from '../../src/core/db/table.js';
import { coreMigrations } from '../../src/core/migrations.js';
import { testClock, type TestClock } from '../kit/clock.js';
import { openStorage } from '../kit/storage.js';

export interface Thing {
  id: string;
  name: string;
  state: string;
  total: number;
  at: Date | null;
}

const columns = () => ({ id: id(), name: text(80), state: code(20), total: count(), at: optional(instant()) });

export const thingMigration: Migration = {
  name: '001-thing',
  up: (tools) => tools.createTable('test_thing', columns()),
};

/** One process's view of the database. */
export interface View {
  readonly db: Database;
  readonly things: Table<Thing>;
}

/** The bare data layer on a fresh database: no module, no HTTP. */
export interface Ground extends View {
  readonly clock: TestClock;
  /** A second process: own connections, own queues, the same database. */
  another(): Promise<View>;
  close(): Promise<void>;
}

export const openGround = async (): Promise<Ground> => {
  const storage = await openStorage();
  const opened: Database[] = [];
  const view = async (): Promise<View> => {
    const db = await openDatabase(dialectFor(storage.env['DATABASE_URL'] ?? ''));
    opened.push(db);
    return { db, things: defineTable<Thing>(db.sequelize, 'test_thing', columns()) };
  };
  const first = await view();
  await createMigrator(first.db, [
    { id: 'core', migrations: coreMigrations },
    { id: 'test', migrations: [thingMigration] },
  ]).up();
  return {
    ...first,
    clock: testClock(),
    another: view,
    close: async () => {
      for (const db of opened) await db.close();
      await storage.remove();
    },
  };
};
