import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/core/log.js';
import { createDelivery } from '../../src/modules/notification/delivery.service.js';
import type { Driver, Outcome } from '../../src/modules/notification/drivers/driver.js';
import type { MessageRow } from '../../src/modules/notification/message.model.js';
import { MINUTE, openPost, type OtpOptions, type Post } from './post.js';

let post: Post;
beforeAll(async () => {
  post = await openPost();
});
afterAll(() => post.house.close());
beforeEach(() => post.reset());

const otp = (more?: OtpOptions): Promise<string> => post.otp(more);
const state = (key: string): Promise<MessageRow> => post.state(key);

describe('several processes', () => {
  const driver = (send: () => Promise<Outcome>): Driver => ({
    channel: 'sms',
    send,
    check: async () => ({ ok: true, vi: '', en: '' }),
  });
  const delivery = () =>
    createDelivery({ ...post.parts, clock: post.house.clock, log: createLogger('silent'), uow: post.house.app.db.uow });

  it('four that deliver the same message send it once', async () => {
    const { id } = await state(await otp());
    let sent = 0;
    const slow = driver(async () => {
      sent += 1;
      await wait(50);
      return { kind: 'sent' };
    });
    const ends = await Promise.all([1, 2, 3, 4].map(() => delivery()(id, slow)));
    expect(sent).toBe(1);
    expect(ends.filter(Boolean)).toHaveLength(3);
  });

  it('a try that a killed process left behind is taken over after its lease, at most once more', async () => {
    const key = await otp();
    const { id } = await state(key);
    const killed = driver(() => new Promise(() => undefined));
    void delivery()(id, killed);
    await expect.poll(async () => (await state(key)).state).toBe('sending');
    expect(
      await delivery()(
        id,
        driver(async () => ({ kind: 'sent' })),
      ),
    ).toHaveProperty('retryAt');
    post.house.clock.forward(MINUTE);
    void delivery()(id, killed);
    await expect.poll(async () => (await state(key)).attempt).toBe(2);
    post.house.clock.forward(MINUTE);
    await delivery()(
      id,
      driver(async () => ({ kind: 'sent' })),
    );
    expect(await state(key)).toMatchObject({ state: 'technical-failure', sealed: null });
  });

  it('a message that was sent while the database went away is not sent again', async () => {
    const key = await otp();
    const { id } = await state(key);
    let [sent, refusals] = [0, 0];
    const { uow } = post.house.app.db;
    const flaky: typeof uow = {
      ...uow,
      run: async (work) => {
        if (sent === 0 || refusals === 2) return uow.run(work);
        refusals += 1;
        throw Object.assign(new Error('Connection lost'), { original: { code: 'PROTOCOL_CONNECTION_LOST' } });
      },
    };
    const deliver = createDelivery({
      ...post.parts,
      clock: post.house.clock,
      log: createLogger('silent'),
      uow: flaky,
    });
    await deliver(
      id,
      driver(async () => {
        sent += 1;
        return { kind: 'sent' };
      }),
    );
    expect([sent, refusals]).toEqual([1, 2]);
    expect(await state(key)).toMatchObject({ state: 'sent', unsure: 0 });
  });

  it('a slow try that lost its lease writes nothing over the newer one', async () => {
    const key = await otp();
    const { id } = await state(key);
    let finish: (outcome: Outcome) => void = () => undefined;
    const slow = delivery()(
      id,
      driver(() => new Promise((resolve) => (finish = resolve))),
    );
    await expect.poll(async () => (await state(key)).state).toBe('sending');
    post.house.clock.forward(MINUTE);
    await delivery()(
      id,
      driver(async () => ({ kind: 'sent', providerId: 'second' })),
    );
    finish({ kind: 'permanent', reason: 'late' });
    await slow;
    expect(await state(key)).toMatchObject({ state: 'sent', providerId: 'second' });
  });

  it('a content that cannot be opened any more is a technical failure, not an endless loop', async () => {
    const key = await otp();
    const { id } = await state(key);
    await post.house.app.db.uow.run(() => post.messages.change({ sealed: 'AAAA' }, { id }));
    await post.house.settle();
    expect((await state(key)).state).toBe('technical-failure');
    expect(post.sms.requests).toEqual([]);
  });
});

describe('the log', () => {
  it('names messages, never persons or secrets', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const deliver = createDelivery({ ...post.parts, clock: post.house.clock, log, uow: post.house.app.db.uow });
    const endings: Outcome[] = [
      { kind: 'temporary', reason: 'SMTP 451' },
      { kind: 'permanent', reason: 'SMTP 550' },
      { kind: 'technical', reason: 'x' },
    ];
    for (const ending of endings) {
      const { id } = await state(await otp());
      await deliver(id, {
        channel: 'sms',
        send: async () => ending,
        check: async () => ({ ok: true, vi: '', en: '' }),
      });
    }
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/0912345678|654321/);
  });
});
