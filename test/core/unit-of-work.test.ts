import { AsyncResource } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.js';
import { openGround, type Ground, type Thing } from './ground.js';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());
beforeEach(() => ground.db.uow.run(() => ground.things.remove({})));

const thing = (more: Partial<Thing> = {}): Thing => ({
  id: newId(),
  name: 'Ánh',
  state: 'pending',
  total: 0,
  at: null,
  ...more,
});
const fifty = Array.from({ length: 50 }, (_, index) => index);

describe('a unit of work', () => {
  it('commits what resolves and takes back what throws', async () => {
    const { uow } = ground.db;
    await uow.run(() => ground.things.insert(thing({ name: 'kept' })));
    const failing = uow.run(async () => {
      await ground.things.insert(thing({ name: 'lost' }));
      await ground.things.change({ name: 'changed' }, { name: 'kept' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await ground.things.many({})).map(({ name }) => name)).toEqual(['kept']);
  });

  it('inside another joins it: one rollback takes both back', async () => {
    const { uow } = ground.db;
    const failing = uow.run(async () => {
      await uow.run(() => ground.things.insert(thing()));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ground.things.count({})).toBe(0);
  });

  it('sees its own writes by both kinds of reads, and nobody else does before the commit', async () => {
    const { uow } = ground.db;
    const other = await ground.another();
    const seen = (): Promise<unknown[]> => other.db.rows('SELECT id FROM test_thing WHERE name = ?', ['mine']);
    // Bound here: inside the unit every read belongs to its transaction.
    const seenOutside = AsyncResource.bind(seen);
    await uow.run(async () => {
      await ground.things.insert(thing({ name: 'mine' }));
      expect(await ground.things.count({ name: 'mine' })).toBe(1);
      expect(await ground.db.rows('SELECT id FROM test_thing WHERE name = ?', ['mine'])).toHaveLength(1);
      expect(await seenOutside()).toHaveLength(0);
    });
    expect(await seen()).toHaveLength(1);
  });

  it('fifty at once, each read-then-write: all fifty commit', async () => {
    const { uow } = ground.db;
    const results = await Promise.allSettled(
      fifty.map((index) =>
        uow.run(async () => {
          await ground.things.insert(thing({ name: `n${index}` }));
          await wait(1);
          await ground.things.change({ total: 1 }, { name: `n${index}` });
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await ground.things.count({ total: 1 })).toBe(50);
  });

  it('fifty failing ones between fifty good ones disturb nobody', async () => {
    const { uow } = ground.db;
    const results = await Promise.allSettled(
      fifty.flatMap(() => [
        uow.run(() => ground.things.insert(thing())),
        uow.run(async () => {
          await ground.things.insert(thing({ state: 'lost' }));
          throw new Error('no');
        }),
      ]),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    expect(await ground.things.count({})).toBe(50);
    expect(await ground.things.count({ state: 'lost' })).toBe(0);
  });

  it('waits for a second process that is writing', async () => {
    const other = await ground.another();
    const held = other.db.uow.run(async () => {
      await other.things.insert(thing());
      await wait(1_500);
    });
    await wait(50);
    await ground.db.uow.run(() => ground.things.insert(thing()));
    await held;
    expect(await ground.things.count({})).toBe(2);
  });

  it('runs hints after the commit only', async () => {
    const { uow } = ground.db;
    const told: string[] = [];
    await uow.run(async () => {
      uow.afterCommit(() => told.push('outer'));
      await uow.run(async () => uow.afterCommit(() => told.push('inner')));
      expect(told).toEqual([]);
    });
    expect(told).toEqual(['outer', 'inner']);
    const failing = uow.run(async () => {
      uow.afterCommit(() => told.push('never'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow();
    expect(told).toEqual(['outer', 'inner']);
  });
});

describe('a write outside a unit of work', () => {
  it.each([
    ['insert', () => ground.things.insert(thing())],
    ['insertMany', () => ground.things.insertMany([thing()])],
    ['insertNew', () => ground.things.insertNew(thing())],
    ['change', () => ground.things.change({ total: 1 }, {})],
    ['remove', () => ground.things.remove({})],
    ['raw SQL', () => ground.db.sequelize.query("UPDATE test_thing SET state = 'x'")],
    ['raw SQL with a comment', () => ground.db.sequelize.query("/* x */ UPDATE test_thing SET state = 'x'")],
    ['raw SQL behind a with', () => ground.db.sequelize.query('WITH a AS (SELECT 1) DELETE FROM test_thing')],
  ])('%s is refused', async (_, write) => {
    await ground.db.uow.run(() => ground.things.insert(thing()));
    await expect(write()).rejects.toThrow('write outside a unit of work');
    expect(await ground.things.count({ state: 'pending' })).toBe(1);
  });

  it('a hand-written read statement cannot write', async () => {
    await expect(ground.db.rows("UPDATE test_thing SET state = 'x'")).rejects.toThrow('only reads');
  });

  it('is refused again as soon as the unit has ended', async () => {
    await ground.db.uow.run(() => ground.things.insert(thing()));
    await expect(ground.things.insert(thing())).rejects.toThrow('write outside a unit of work');
  });
});

describe('a claim by conditional update', () => {
  it('of four at once exactly one wins, fifty times', async () => {
    for (let round = 0; round < 50; round += 1) {
      const { id } = thing({ id: newId() });
      await ground.db.uow.run(() => ground.things.insert(thing({ id })));
      const results = await Promise.allSettled(
        [1, 2, 3, 4].map((total) =>
          ground.db.uow.run(() =>
            ground.things.claim({ state: 'taken', total }, { id, state: 'pending' }, 'Đã có người nhận.'),
          ),
        ),
      );
      const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
      expect(lost.map(({ name, message }) => [name, message])).toEqual(
        Array(3).fill(['ConflictError', 'Đã có người nhận.']),
      );
    }
  });

  it('wins across processes too', async () => {
    const other = await ground.another();
    const row = thing();
    await ground.db.uow.run(() => ground.things.insert(row));
    const views = [ground, other, ground, other];
    const changed = await Promise.all(
      views.map(({ db, things }) =>
        db.uow.run(() => things.change({ state: 'taken' }, { id: row.id, state: 'pending' })),
      ),
    );
    expect(changed.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});
