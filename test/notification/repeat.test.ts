import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConflictError, NotFoundError } from '../../src/core/errors.js';
import { newId } from '../../src/core/ids.js';
import { MINUTE, openPost, type Post } from './post.js';

let post: Post;
beforeAll(async () => {
  post = await openPost();
});
afterAll(() => post.house.close());
beforeEach(() => post.reset());

const subject = { kind: 'dossier', id: 'd-1' };

/** Queues a message without a secret and returns its id. */
const receipt = async ({ to = '0912345678', expiresAt }: { to?: string; expiresAt?: Date } = {}): Promise<string> => {
  const key = newId();
  const variables = { dossierNumber: '00411/2026/04801' };
  const when = expiresAt && { expiresAt };
  await post.messenger.queue({ template: 'dossier-handed-in', channel: 'sms', to, key, variables, subject, ...when });
  return (await post.state(key)).id;
};
const again = (id: string) => post.messenger.again(id, subject);
const texts = (): string[] => post.sms.requests.map(({ body }) => (JSON.parse(body) as { text: string }).text);

describe('a message sent again', () => {
  it('has the same words and recipient, and a row of its own', async () => {
    const id = await receipt();
    await post.house.settle();
    await again(id);
    await post.house.settle();
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toBe(texts()[0]);
    const [second, first] = await post.messenger.about('dossier', 'd-1');
    expect(first).toMatchObject({ id, state: 'sent' });
    expect(second).toMatchObject({ to: '0912•••678', state: 'sent', text: first?.text, ended: true, secret: false });
  });

  it('keeps its words sealed until then', async () => {
    const id = await receipt();
    await post.house.settle();
    const row = await post.messages.one({ id });
    expect(row?.sealed).toEqual(expect.any(String));
    expect(row?.sealed).not.toContain('00411');
  });

  it('by ten clicks at once goes out once', async () => {
    const id = await receipt();
    await post.house.settle();
    const ends = await Promise.allSettled(Array.from({ length: 10 }, () => again(id)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await post.house.settle();
    expect(post.sms.requests).toHaveLength(2);
  });

  it('can go out again after a minute, whether the first or its repeat is chosen', async () => {
    const id = await receipt();
    await post.house.settle();
    await again(id);
    await post.house.settle();
    const repeat = (await post.messenger.about('dossier', 'd-1'))[0]?.id ?? '';
    await expect(again(repeat)).rejects.toThrow(ConflictError);
    await expect(again(id)).rejects.toThrow('Tin này vừa được gửi lại');
    post.house.clock.forward(MINUTE);
    await again(repeat);
    await expect(again(id)).rejects.toThrow(ConflictError);
    await post.house.settle();
    expect(post.sms.requests).toHaveLength(3);
  });

  it('is not while it is on its way', async () => {
    const id = await receipt();
    await expect(again(id)).rejects.toThrow('Tin này đang được gửi');
  });

  it('is not when it carried a secret', async () => {
    const variables = { code: '654321', purpose: 'đổi mật khẩu' };
    await post.messenger.queue({
      template: 'otp',
      channel: 'sms',
      to: '0912345678',
      key: 'secret',
      variables,
      subject,
    });
    await post.house.settle();
    await expect(again((await post.state('secret')).id)).rejects.toThrow('mã bí mật');
  });

  it('is not when its time is over or the recipient cannot get it', async () => {
    const late = await receipt({ expiresAt: new Date(post.house.clock.now().getTime() + MINUTE) });
    await post.forward(2 * MINUTE);
    await expect(again(late)).rejects.toThrow('quá hạn');
    const nowhere = await receipt({ to: '0412345678' });
    await post.house.settle();
    await expect(again(nowhere)).rejects.toThrow('không nhận được tin');
  });

  it('after a fault of the gateway goes out as it was', async () => {
    post.sms.mode = 'redirect';
    const id = await receipt();
    await post.house.settle();
    expect((await post.messages.one({ id }))?.state).toBe('technical-failure');
    post.sms.mode = 'accept';
    post.sms.requests.length = 0;
    await again(id);
    await post.house.settle();
    expect(texts()).toEqual([expect.stringContaining('da nhan ho so 00411/2026/04801')]);
  });

  it('of another subject is not found', async () => {
    const id = await receipt();
    await post.house.settle();
    await expect(post.messenger.again(id, { kind: 'dossier', id: 'd-2' })).rejects.toThrow(NotFoundError);
    await expect(post.messenger.again(newId(), subject)).rejects.toThrow(NotFoundError);
  });
});
