import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/contracts/notification.js';
import { createLogger } from '../../src/core/log.js';
import { createDelivery } from '../../src/modules/notification/delivery.service.js';
import type { Driver, Outcome } from '../../src/modules/notification/drivers/driver.js';
import type { MessageRow } from '../../src/modules/notification/message.model.js';
import { openPost, type Post } from './post.js';

const MINUTE = 60_000;
let post: Post;
beforeAll(async () => {
  post = await openPost();
});
afterAll(() => post.house.close());
beforeEach(() => post.reset());

const TO: Record<Channel, string> = { sms: '0912345678', email: 'binh@vidu.vn' };
let running = 0;
const otp = async (more: { channel?: Channel; to?: string; expiresAt?: Date; key?: string } = {}): Promise<string> => {
  const { channel = 'sms', to = TO[channel], key = `k-${(running += 1)}`, expiresAt } = more;
  const variables = { code: '654321', purpose: 'đổi mật khẩu' };
  await post.messenger.queue({ template: 'otp', channel, to, key, variables, ...(expiresAt && { expiresAt }) });
  return key;
};
const state = async (key: string): Promise<MessageRow> => {
  const row = await post.messages.one({ eventKey: key });
  if (!row) throw new Error('no such message');
  return row;
};
const texts = (): string[] => post.sms.requests.map(({ body }) => (JSON.parse(body) as { text: string }).text);

describe('a message', () => {
  it('is sent after the commit, and what was secret is gone', async () => {
    const key = await otp();
    expect(await state(key)).toMatchObject({ state: 'created', textShown: expect.stringContaining('Ma OTP: •••') });
    expect(JSON.stringify(await state(key))).not.toContain('654321');
    await post.house.settle();
    expect(await state(key)).toMatchObject({
      state: 'sent',
      sealed: null,
      attempt: 1,
      providerId: 'S-1',
      nextTryAt: null,
    });
    expect(texts()).toEqual([expect.stringMatching(/^Ma OTP: 654321 /)]);
  });

  it('is gone with the unit of work that was rolled back', async () => {
    const { uow } = post.house.app.db;
    await expect(
      uow.run(async () => {
        await otp({ key: 'rolled-back' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await post.house.settle();
    expect(await post.messages.one({ eventKey: 'rolled-back' })).toBeUndefined();
    expect(post.sms.requests).toEqual([]);
  });

  it('with the same key, channel and recipient is sent once; with another recipient again', async () => {
    await otp({ key: 'same' });
    await post.house.app.db.uow.run(async () => {
      await otp({ key: 'same' });
      await otp({ key: 'same', to: '0912345679' });
      await otp({ key: 'same', channel: 'email' });
    });
    await post.house.settle();
    expect(post.sms.requests).toHaveLength(2);
    expect(post.smtp.mails).toHaveLength(1);
  });

  it('with the same key from 20 units at once is sent once, and no unit fails', async () => {
    await Promise.all(Array.from({ length: 20 }, () => otp({ key: 'crowd' })));
    await post.house.settle();
    expect(post.sms.requests).toHaveLength(1);
  });

  it('does not keep the one who asks waiting, however long the gateway takes', async () => {
    post.sms.mode = 'hang';
    const started = Date.now();
    await otp();
    expect(Date.now() - started).toBeLessThan(300);
  });

  it('can be read about, masked, newest first', async () => {
    const subject = { kind: 'dossier', id: 'd-1' };
    for (const [channel, key] of [
      ['sms', 'about-1'],
      ['email', 'about-2'],
    ] as const)
      await post.messenger.queue({
        template: 'dossier-handed-in',
        channel,
        to: TO[channel],
        key,
        subject,
        variables: { dossierNumber: '00411/2026/04801' },
      });
    await post.house.settle();
    const [second, first] = await post.messenger.about('dossier', 'd-1');
    expect(first).toMatchObject({ channel: 'sms', to: '0912•••678', state: 'sent', nextTryAt: null });
    expect(second).toMatchObject({ channel: 'email', to: 'bi•••@vidu.vn', state: 'sent' });
    expect(await post.messenger.about('dossier', 'd-2')).toEqual([]);
  });
});

describe('when the other side fails', () => {
  it('tries at once, after 1, 5, 5 ... minutes, and is sent when it is back', async () => {
    post.sms.mode = 'fail';
    const key = await otp();
    await post.house.settle();
    expect(post.sms.requests).toHaveLength(2);
    expect(await state(key)).toMatchObject({ state: 'temporary-failure', attempt: 2, error: 'cổng SMS trả lời 500' });
    expect((await state(key)).nextTryAt?.getTime()).toBe(post.house.clock.now().getTime() + MINUTE);
    await post.forward(MINUTE - 1);
    expect(post.sms.requests).toHaveLength(2);
    await post.forward(1);
    await post.forward(5 * MINUTE);
    expect(post.sms.requests).toHaveLength(4);
    post.sms.mode = 'accept';
    await post.forward(5 * MINUTE);
    expect(await state(key)).toMatchObject({ state: 'sent', attempt: 5, error: '' });
  });

  it('gives up after four hours, and the secret is gone', async () => {
    post.sms.mode = 'fail';
    const key = await otp();
    await post.forward(MINUTE);
    for (let round = 0; round < 46; round += 1) await post.forward(5 * MINUTE);
    expect(await state(key)).toMatchObject({ state: 'temporary-failure', attempt: 49 });
    await post.forward(5 * MINUTE);
    expect(await state(key)).toMatchObject({ state: 'technical-failure', sealed: null });
    const tried = post.sms.requests.length;
    await post.forward(60 * MINUTE);
    expect(post.sms.requests).toHaveLength(tried);
  });

  it.each([
    ['refuse', 'permanent-failure'],
    ['forbid', 'technical-failure'],
    ['garbage', 'technical-failure'],
  ] as const)('a gateway that does "%s" ends in %s, tried once', async (mode, expected) => {
    post.sms.mode = mode;
    const key = await otp();
    await post.house.settle();
    expect(await state(key)).toMatchObject({ state: expected, sealed: null });
    expect(post.sms.requests).toHaveLength(1);
  });

  it('a silent gateway that took the message gets at most one duplicate', async () => {
    post.sms.mode = 'hang';
    const key = await otp();
    await post.house.settle();
    expect(await state(key)).toMatchObject({ state: 'temporary-failure', unsure: 1 });
    await post.forward(MINUTE);
    expect(await state(key)).toMatchObject({ state: 'technical-failure', sealed: null });
    for (let round = 0; round < 10; round += 1) await post.forward(5 * MINUTE);
    expect(post.sms.requests).toHaveLength(2);
  });

  it('e-mail: refused mailbox, greylist, silence, nonsense', async () => {
    post.smtp.mode = 'reject-recipient';
    const refused = await otp({ channel: 'email' });
    await post.house.settle();
    expect(await state(refused)).toMatchObject({ state: 'permanent-failure', error: 'SMTP 550' });
    post.smtp.mode = 'garbage';
    const garbage = await otp({ channel: 'email' });
    await post.house.settle();
    expect((await state(garbage)).state).toBe('technical-failure');
    post.smtp.mode = 'greylist';
    const grey = await otp({ channel: 'email' });
    await post.house.settle();
    expect((await state(grey)).state).toBe('temporary-failure');
    post.smtp.mode = 'accept';
    await post.forward(MINUTE);
    expect((await state(grey)).state).toBe('sent');
  });

  it('a hanging mail server does not hold up SMS', async () => {
    post.smtp.mode = 'silent';
    const slow = await otp({ channel: 'email' });
    const draining = post.house.settle();
    const quick = await otp();
    const started = Date.now();
    const other = post.dispatcherFor('notification.sms');
    await other.drain();
    expect(Date.now() - started).toBeLessThan(300);
    expect((await state(quick)).state).toBe('sent');
    expect((await state(slow)).state).not.toBe('sent');
    await draining;
  });

  it('a recipient that cannot exist is not handed to anybody', async () => {
    const key = await otp({ to: '0412345678' });
    await post.house.settle();
    expect(await state(key)).toMatchObject({ state: 'permanent-failure', sealed: null });
    expect(post.sms.requests).toEqual([]);
  });
});

describe('a code with an end', () => {
  const inFive = (): Date => new Date(post.house.clock.now().getTime() + 5 * MINUTE);

  it('is never sent late, not even first', async () => {
    const key = await otp({ expiresAt: inFive() });
    await post.forward(5 * MINUTE);
    expect(await state(key)).toMatchObject({ state: 'permanent-failure', error: 'quá hạn', sealed: null });
    expect(post.sms.requests).toEqual([]);
  });

  it('is closed and wiped at its end while the gateway is away', async () => {
    post.sms.mode = 'fail';
    const key = await otp({ expiresAt: inFive() });
    await post.house.settle();
    await post.forward(MINUTE);
    expect(post.sms.requests).toHaveLength(3);
    post.sms.mode = 'accept';
    await post.forward(4 * MINUTE);
    expect(await state(key)).toMatchObject({ state: 'permanent-failure', error: 'quá hạn', sealed: null });
    expect(post.sms.requests).toHaveLength(3);
  });

  it('is wiped by the sweep even when nobody works the queue off', async () => {
    const key = await otp({ expiresAt: inFive() });
    const lasting = await otp();
    post.house.clock.forward(6 * MINUTE);
    await post.house.app.scheduler.run('notification.sweep');
    expect(await state(key)).toMatchObject({ state: 'permanent-failure', sealed: null });
    expect((await state(lasting)).state).toBe('created');
    post.house.clock.forward(25 * 60 * MINUTE);
    await post.house.app.scheduler.run('notification.sweep');
    expect(await state(lasting)).toMatchObject({ state: 'technical-failure', sealed: null });
  });
});

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
