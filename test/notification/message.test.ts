import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageRow } from '../../src/modules/notification/message.model.js';
import { openPost, type OtpOptions, type Post } from './post.js';

let post: Post;
beforeAll(async () => {
  post = await openPost();
});
afterAll(() => post.house.close());
beforeEach(() => post.reset());

const otp = (more?: OtpOptions): Promise<string> => post.otp(more);
const state = (key: string): Promise<MessageRow> => post.state(key);
const texts = (): string[] => post.sms.requests.map(({ body }) => (JSON.parse(body) as { text: string }).text);

describe('a message', () => {
  it('is sent after the commit, and what was secret is gone', async () => {
    const key = await otp();
    expect((await state(key)).state).toBe('created');
    expect((await state(key)).textShown).toContain('Ma OTP: •••');
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

  it('told to a person goes to the phone, and to the e-mail address where there is one', async () => {
    const message = { template: 'password-changed', variables: { time: '16/03/2026 09:00' } } as const;
    await post.messenger.tell({ phone: '0912345678', email: 'an@vidu.vn' }, { ...message, key: 'both' });
    await post.messenger.tell({ phone: '0912345678', email: null }, { ...message, key: 'phone-only' });
    const sent = await post.messages.many({}, { order: [['createdAt', 'ASC']] });
    const channels = (key: string) => sent.filter(({ eventKey }) => eventKey === key).map(({ channel }) => channel);
    expect(channels('both').sort()).toEqual(['email', 'sms']);
    expect(channels('phone-only')).toEqual(['sms']);
  });

  it('with the same key from 20 units at once is sent once, and no unit fails', async () => {
    await Promise.all(Array.from({ length: 20 }, () => otp({ key: 'crowd' })));
    await post.house.settle();
    expect(post.sms.requests).toHaveLength(1);
  });

  it('does not keep the one who asks waiting, however long the gateway takes', async () => {
    post.sms.mode = 'hang';
    const key = await otp();
    expect((await state(key)).state).toBe('created');
    expect(post.sms.requests).toEqual([]);
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
        to: channel === 'sms' ? '0912345678' : 'binh@vidu.vn',
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
