import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
    await post.house.settle();
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
    await post.dispatcherFor('notification.sms').drain();
    // Whichever of the two dispatchers took it, it is out long before the mail server is given up.
    await expect.poll(async () => (await state(quick)).state, { interval: 10 }).toBe('sent');
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
