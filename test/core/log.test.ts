import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/log.js';
import { newId } from '../../src/core/ids.js';
import { openGround, type Ground } from './ground.js';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const caught = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('a fault in the log', () => {
  it('of a statement names its kind and place, and nobody', async () => {
    const row = { id: newId(), name: 'Trần Thị Bình', state: '0912345678', total: 0, at: null };
    const twice = await caught(() =>
      ground.db.uow.run(async () => {
        await ground.things.insert(row);
        await ground.things.insert(row);
      }),
    );
    const wrong = await caught(() =>
      ground.db.rows('SELECT nothing FROM test_thing WHERE name = ?', ['Trần Thị Bình']),
    );
    for (const error of [twice, wrong]) {
      const told = JSON.stringify(faultOf(error));
      expect(told).not.toContain('Bình');
      expect(told).not.toContain('0912345678');
      expect(told).not.toContain(row.id);
    }
    expect(faultOf(twice)).toMatchObject({ type: expect.stringContaining('UniqueConstraintError') as string });
  });

  it('of another kind keeps its message', () => {
    expect(faultOf(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toMatchObject({
      type: 'Error ECONNREFUSED',
      message: 'refused',
    });
    expect(faultOf('text')).toEqual({ type: 'string' });
  });
});
