import { Op } from 'sequelize';
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

describe('a table', () => {
  it('gives back what went in, to the millisecond, on both engines', async () => {
    const at = new Date('2026-02-28T16:59:59.987Z');
    const row = thing({ name: 'Đặng Thị Ngọc Ánh', total: 2_147_483_647, at });
    await ground.db.uow.run(() => ground.things.insert(row));
    expect(await ground.things.one({ id: row.id })).toEqual(row);
    expect(await ground.things.one({ at })).toEqual(row);
    const [raw] = await ground.db.rows<{ at: Date }>('SELECT at FROM test_thing WHERE at = ?', [at]);
    expect(raw?.at).toEqual(at);
  });

  it('says undefined for what is not there', async () => {
    expect(await ground.things.one({ id: 'none' })).toBeUndefined();
    expect(await ground.things.many({ id: 'none' })).toEqual([]);
  });

  it('insertNew tells whether it was first, and the unit goes on', async () => {
    const row = thing();
    const answers = await ground.db.uow.run(async () => {
      const first = await ground.things.insertNew(row);
      const second = await ground.things.insertNew({ ...row, name: 'second' });
      await ground.things.insert(thing({ name: 'after' }));
      return [first, second];
    });
    expect(answers).toEqual([true, false]);
    expect((await ground.things.many({}, { order: [['name', 'ASC']] })).map(({ name }) => name).sort()).toEqual([
      'after',
      'Ánh',
    ]);
  });

  it('insertNew: of twenty units at once one is first and none fails', async () => {
    const row = thing();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ground.db.uow.run(() => ground.things.insertNew(row))),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('insertNew hides no other fault', async () => {
    await expect(ground.db.uow.run(() => ground.things.insertNew({ id: newId() }))).rejects.toThrow();
  });

  it('increase counts every one of twenty at once, and no more than the condition lets it', async () => {
    const row = thing();
    await ground.db.uow.run(() => ground.things.insert(row));
    const under = { id: row.id, total: { [Op.lt]: 15 } };
    const counted = await Promise.all(
      Array.from({ length: 20 }, () => ground.db.uow.run(() => ground.things.increase('total', under))),
    );
    expect(counted.filter((rows) => rows === 1)).toHaveLength(15);
    expect(await ground.things.one({ id: row.id })).toMatchObject({ total: 15 });
  });

  it('takes more rows than one statement holds', async () => {
    await ground.db.uow.run(() => ground.things.insertMany(Array.from({ length: 1_201 }, () => thing())));
    expect(await ground.things.count({})).toBe(1_201);
  });
});
