import type { Transaction } from 'sequelize';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMigrator, type Migration } from '../../src/core/db/migrator.js';
import type { BulkLoad, BulkResult, SqlValue } from '../../src/core/db/dialect.js';
import { takesFiles } from '../../src/core/db/dialects/mysql-bulk.js';
import { transactionScope } from '../../src/core/db/unit-of-work.js';
import { coreMigrations } from '../../src/core/migrations.js';
import { engine } from '../kit/storage.js';
import { openGround, thingMigration, type Ground } from './ground.js';

const keyMigration: Migration = {
  name: '002-thing-key',
  up: (tools) => tools.addIndex('test_thing', ['state', 'total'], { unique: true }),
};

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
  await createMigrator(ground.db, [
    { id: 'core', migrations: coreMigrations },
    { id: 'test', migrations: [thingMigration, keyMigration] },
  ]).up();
});
afterEach(() => ground.db.uow.run(async () => void (await ground.things.remove({}))));
afterAll(() => ground.close());

const loadOf = (rows: BulkLoad['rows']): BulkLoad => ({
  table: 'test_thing',
  columns: ['id', 'name', 'state', 'total', 'at'],
  key: ['state', 'total'],
  compared: ['name'],
  stamps: ['at'],
  rows,
});

type Load = (rows: BulkLoad['rows']) => Promise<BulkResult>;

const usual: Load = (rows) => ground.db.uow.run(() => ground.db.bulk(loadOf(rows)));

/** As a server answers that takes no files from its clients. */
const withoutFiles: Load = (rows) =>
  ground.db.uow.run(() => {
    const { connection } = transactionScope.get('transaction') as { connection: object };
    const asked = (sql: unknown): boolean => JSON.stringify(sql).includes('local_infile');
    const query = (sql: unknown, answer: (error: null, rows: object[]) => void): unknown =>
      asked(sql)
        ? answer(null, [{ n: 0 }])
        : (connection as { query: (...args: unknown[]) => unknown }).query(sql, answer);
    const deaf = new Proxy(connection, {
      get: (target, name): unknown => {
        const value = Reflect.get(target, name) as unknown;
        if (name === 'query') return query;
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      },
    });
    return ground.db.dialect.bulk(loadOf(rows), { connection: deaf } as unknown as Transaction);
  });

const AT = new Date('2026-03-16T01:02:03.456Z');
const LATER = new Date('2026-03-17T01:02:03.004Z');
const row = (n: number, name: string, at: Date | null = AT): SqlValue[] => [`id-${n}`, name, 'a', n, at];

describe.each<[string, Load]>([
  ['the usual way', usual],
  ['where the server takes no files', withoutFiles],
])('many rows, %s', (_, load) => {
  const ODD = [
    '',
    ' ',
    String.raw`\N`,
    String.raw`a\tb\\`,
    'a\tb',
    'a\nb',
    'a\r\nb',
    `'"\``,
    '\0',
    'Đặng Ánh 👩',
    'NULL',
    ',;|',
  ];

  test('come in as they are', async () => {
    expect(await load(ODD.map((name, n) => row(n, name, n % 2 ? AT : null)))).toEqual({
      added: ODD.length,
      changed: 0,
    });
    const found = await ground.things.many({}, { order: ['total'] });
    expect(found.map(({ name }) => name)).toEqual(ODD);
    expect(found[1]).toEqual({ id: 'id-1', name: ' ', state: 'a', total: 1, at: AT });
    expect(found[0]?.at).toBeNull();
  });

  test('add what is missing, change what differs and leave the rest alone', async () => {
    const many = Array.from({ length: 5_003 }, (_, n) => row(n, `thing ${n}`));
    expect(await load(many)).toEqual({ added: 5_003, changed: 0 });
    const again = many.map(([, name, state, total], n): SqlValue[] => [
      `new-${n}`,
      name ?? '',
      state ?? '',
      total ?? 0,
      LATER,
    ]);
    again[0] = ['new', 'another', 'a', 0, LATER];
    expect(await load([...again, row(9_999, 'more')])).toEqual({ added: 1, changed: 1 });
    expect(await ground.things.one({ total: 0 })).toEqual({
      id: 'id-0',
      name: 'another',
      state: 'a',
      total: 0,
      at: LATER,
    });
    expect(await ground.things.one({ total: 1 })).toMatchObject({ id: 'id-1', at: AT });
    expect(await ground.things.count({})).toBe(5_004);
  });

  test('are gone when their unit of work is', async () => {
    const failed = ground.db.uow.run(async () => {
      await load([row(1, 'one')]);
      await load([row(2, 'two')]);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await ground.things.count({})).toBe(0);
    expect(await load([row(1, 'one')])).toEqual({ added: 1, changed: 0 });
  });

  test('are refused as a whole where a second key is taken', async () => {
    await load([row(1, 'one')]);
    await expect(load([row(2, 'two'), ['id-1', 'three', 'b', 3, null]])).rejects.toThrow();
    expect(await ground.things.many({})).toMatchObject([{ id: 'id-1', name: 'one' }]);
  });

  test('are nothing when there are none', async () => {
    expect(await load([])).toEqual({ added: 0, changed: 0 });
  });
});

test('many rows outside a unit of work are refused', async () => {
  await expect(ground.db.bulk(loadOf([row(1, 'one')]))).rejects.toThrow('write outside a unit of work');
});

test('what does not fit is never cut, where the engine would', async () => {
  const long = usual([row(1, 'x'.repeat(81))]);
  if (engine() === 'server') await expect(long).rejects.toThrow(/does not fit its column|too long/i);
  else await long;
  expect((await ground.things.many({})).every(({ name }) => name.length === 81)).toBe(true);
});

test('the doctor says which way it is, and what to do for a quicker one', async () => {
  const { vi, en } = await ground.db.dialect.bulkWay(ground.db.sequelize);
  expect([vi, en].every((text) => /\p{L}+\.$/u.test(text))).toBe(true);
  expect(takesFiles(true).vi).toContain('LOAD DATA LOCAL INFILE');
  for (const text of Object.values(takesFiles(false))) expect(text).toContain('SET GLOBAL local_infile = 1');
});
