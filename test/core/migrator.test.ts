import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialectFor } from '../../config/dialects.js';
import { code, count, id, optional, primary, text } from '../../src/core/db/columns.js';
import { openDatabase, type Database } from '../../src/core/db/connection.js';
import { createMigrator, type Migration, type Migrator } from '../../src/core/db/migrator.js';
import { coreMigrations } from '../../src/core/migrations.js';
import { openStorage, type Storage } from '../kit/storage.js';

let storage: Storage;
let db: Database;
beforeAll(async () => {
  storage = await openStorage();
  db = await openDatabase(dialectFor(storage.env['DATABASE_URL'] ?? ''));
});
afterAll(async () => {
  await db.close();
  await storage.remove();
});

const table: Migration = {
  name: '001-thing',
  up: (tools) => tools.createTable('test_thing', { id: id(), fullName: text(80) }),
};
const column: Migration = {
  name: '002-note',
  up: (tools) => tools.addColumn('test_thing', 'shortNote', optional(text(40))),
};
const index: Migration = {
  name: '003-name',
  up: (tools) => tools.addIndex('test_thing', ['fullName', 'shortNote'], { unique: true }),
};
const migrator = (...migrations: Migration[]): Migrator => createMigrator(db, [{ id: 'test', migrations }]);
const forget = (name: string): Promise<unknown> =>
  db.uow.run(() => db.sequelize.query('DELETE FROM core_migration WHERE name = ?', { replacements: [name] }));

describe('migrations', () => {
  it('run once, in order, and tell whether the database was new', async () => {
    expect(await migrator(table).pending()).toEqual(['test/001-thing']);
    expect(await migrator(table).up()).toEqual({ ran: ['test/001-thing'], fresh: true });
    expect(await migrator(table, column).up()).toEqual({ ran: ['test/002-note'], fresh: false });
    expect(await migrator(table, column).up()).toEqual({ ran: [], fresh: false });
    expect(await migrator(table, column).pending()).toEqual([]);
  });

  it('freeze a column: no statement changes it, the others of its row still do', async () => {
    const thing: Migration = {
      name: '004-owned',
      up: (tools) => tools.createTable('test_owned', { id: id(), ownerCode: code(5), note: text(40) }),
    };
    const frozen: Migration = { name: '005-owner', up: (tools) => tools.freeze('test_owned', 'ownerCode') };
    await migrator(table, thing, frozen).up();
    await forget('test/005-owner');
    await migrator(table, thing, frozen).up();
    const write = (sql: string): Promise<unknown> => db.uow.run(() => db.sequelize.query(sql));
    await write("INSERT INTO test_owned (id, owner_code, note) VALUES ('1', '04801', 'a')");
    const refusal = expect.stringContaining('never changes') as string;
    await expect(write("UPDATE test_owned SET owner_code = '00101'")).rejects.toHaveProperty('parent.message', refusal);
    await write("UPDATE test_owned SET owner_code = '04801', note = 'b'");
    expect(await db.rows('SELECT owner_code AS owner, note FROM test_owned')).toEqual([{ owner: '04801', note: 'b' }]);
  });

  it('keep rows, write columns in snake case', async () => {
    await db.uow.run(() => db.sequelize.query("INSERT INTO test_thing (id, full_name) VALUES ('1', 'Ánh')"));
    await migrator(table, column, index).up();
    expect(await db.rows('SELECT id, full_name AS fullName, short_note AS shortNote FROM test_thing')).toEqual([
      { id: '1', fullName: 'Ánh', shortNote: null },
    ]);
  });

  it('fill a new table from an old one, once', async () => {
    const fresh: Migration = {
      name: '003-word',
      up: (tools) => tools.createTable('test_word', { thingId: primary(code(36)), firstWord: text(80) }),
    };
    const words: Migration = {
      name: '003-words',
      up: async (tools) => {
        const rows = await tools.rows<{ thingId: string; firstWord: string }>(
          'SELECT id AS thingId, full_name AS firstWord FROM test_thing',
        );
        await tools.fill('test_word', rows);
      },
    };
    await migrator(table, column, index, fresh, words).up();
    await forget('test/003-words');
    await migrator(table, column, index, fresh, words).up();
    expect(await db.rows('SELECT thing_id AS thingId, first_word AS firstWord FROM test_word')).toEqual([
      { thingId: '1', firstWord: 'Ánh' },
    ]);
  });

  it('may run again when a crash came between the change and its line in the journal', async () => {
    for (const name of ['test/001-thing', 'test/002-note', 'test/003-name']) {
      await forget(name);
      expect((await migrator(table, column, index).up()).ran).toEqual([name]);
    }
    expect(await db.rows('SELECT id FROM test_thing')).toHaveLength(1);
  });

  it('stop at the first that fails and go on from there the next time', async () => {
    const good: Migration = {
      name: '004-good',
      up: (tools) => tools.createTable('test_good', { id: id(), total: count() }),
    };
    const bad: Migration = { name: '005-bad', up: () => Promise.reject(new Error('no')) };
    const after: Migration = { name: '006-after', up: (tools) => tools.createTable('test_after', { id: id() }) };
    await expect(migrator(table, column, index, good, bad, after).up()).rejects.toThrow('005-bad');
    expect(await migrator(table, column, index, good, bad, after).pending()).toEqual([
      'test/005-bad',
      'test/006-after',
    ]);
    const mended: Migration = {
      name: '005-bad',
      up: (tools) => tools.addColumn('test_good', 'mark', optional(code(4))),
    };
    expect((await migrator(table, column, index, good, mended, after).up()).ran).toEqual([
      'test/005-bad',
      'test/006-after',
    ]);
  });

  it('of the core leave nothing waiting', async () => {
    const core = createMigrator(db, [{ id: 'core', migrations: coreMigrations }]);
    expect((await core.up()).ran).toHaveLength(coreMigrations.length);
    expect(await core.pending()).toEqual([]);
  });
});
