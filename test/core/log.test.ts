import { Writable } from 'node:stream';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/log.js';
import { createPipeline } from '../../src/core/http/pipeline.js';
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

it('a request in the log names its route, never an address that holds a secret', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const log = pino({ level: 'debug' }, stream);
  const app = createPipeline({ production: false, trustProxy: false, assetsDir: 'dist/public', log });
  app.get('/da-ghi-nhan/:secret', (_req, res) => void res.end());
  await request(app).get('/da-ghi-nhan/geheim?x=geheim');
  await request(app).get('/khong-co/geheim');
  const told = lines.join('');
  expect(lines).toHaveLength(2);
  expect(told).toContain('/da-ghi-nhan/:secret');
  expect(told).not.toContain('geheim');
});
