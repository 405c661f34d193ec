import { createHmac } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.js';
import { openOffice, type Office } from './open.js';

const SECRET = 'bi-mat-cua-nha-mang';
const PATH = '/may/sms/trang-thai';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ SMS_CALLBACK_SECRET: SECRET });
});
afterAll(() => office.close());
beforeEach(() => office.clear());

const sign = (text: string): string => createHmac('sha256', SECRET).update(text).digest('hex');

const call = (body: string, { type = 'application/json', signature = sign(body), of = office } = {}) =>
  request(of.house.server).post(PATH).type(type).set('X-Signature', signature).send(body);

const told = (id: string, status: string) => call(JSON.stringify({ id, status }));

/** A message that went out. */
const sent = async (): Promise<string> => {
  const id = await office.receipt();
  await office.house.settle();
  return id;
};

describe('what the provider tells of a message', () => {
  it('by our number or by its own is written down', async () => {
    const [first, second] = [await sent(), await sent()];
    expect((await told(first, 'DELIVERED')).status).toBe(202);
    const { providerId } = await office.row(second);
    expect(providerId).not.toBe('');
    expect((await told(providerId, 'UNDELIVERED')).status).toBe(202);
    expect(await office.row(first)).toMatchObject({ state: 'delivered', error: '' });
    expect(await office.row(second)).toMatchObject({
      state: 'permanent-failure',
      error: 'nhà mạng báo không giao được',
    });
  });

  it.each([
    ['application/x-www-form-urlencoded', (id: string) => `id=${id}&status=DELIVRD`],
    ['text/xml', (id: string) => `<dlr><id>${id}</id><status>Delivered</status></dlr>`],
    ['text/plain', (id: string) => `{"id":"${id}","stat":"delivered"}`],
  ])('may come as %s', async (type, write) => {
    const id = await sent();
    expect((await call(write(id), { type })).status).toBe(202);
    expect((await office.row(id)).state).toBe('delivered');
  });

  it('may come by GET, the query signed', async () => {
    const id = await sent();
    const query = `id=${id}&status=DELIVRD`;
    const ask = (signature: string) =>
      request(office.house.server).get(`${PATH}?${query}`).set('X-Signature', signature);
    expect((await ask(sign(''))).status).toBe(401);
    expect((await ask(sign(query))).status).toBe(202);
    expect((await office.row(id)).state).toBe('delivered');
  });

  it('twice changes nothing twice and gets the same answer', async () => {
    const id = await sent();
    const first = await told(id, 'DELIVERED');
    const before = await office.row(id);
    office.house.clock.forward(60_000);
    const second = await told(id, 'DELIVERED');
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(await office.row(id)).toEqual(before);
  });

  it('never goes back: what arrived has arrived, what failed has failed', async () => {
    const [arrived, failed] = [await sent(), await sent()];
    for (const status of ['DELIVERED', 'SENT', 'UNDELIVERED']) await told(arrived, status);
    for (const status of ['UNDELIVERED', 'SENT', 'DELIVERED']) await told(failed, status);
    expect((await office.row(arrived)).state).toBe('delivered');
    expect((await office.row(failed)).state).toBe('permanent-failure');
  });

  it('from many sides at once has one end', async () => {
    const id = await sent();
    const answers = await Promise.all(
      ['DELIVERED', 'UNDELIVERED', 'DELIVERED', 'UNDELIVERED'].map((status) => told(id, status)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const { state, error } = await office.row(id);
    expect([
      ['delivered', ''],
      ['permanent-failure', 'nhà mạng báo không giao được'],
    ]).toContainEqual([state, error]);
  });

  it('that it arrived ends the trying', async () => {
    office.sms.mode = 'fail';
    const id = await sent();
    expect((await office.row(id)).state).toBe('temporary-failure');
    await told(id, 'DELIVERED');
    office.sms.mode = 'accept';
    office.sms.requests.length = 0;
    office.house.clock.forward(10 * 60_000);
    await office.house.settle();
    expect(await office.row(id)).toMatchObject({ state: 'delivered', nextTryAt: null });
    expect(office.sms.requests).toEqual([]);
  });

  it('of a message that nobody knows is answered alike', async () => {
    const known = await told(await sent(), 'DELIVERED');
    const unknown = await told(newId(), 'DELIVERED');
    const nonsense = await call('không phải JSON');
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect([nonsense.status, nonsense.body]).toEqual([known.status, known.body]);
  });

  it('after it failed on its way, the message may be sent again', async () => {
    const subject = { kind: 'dossier', id: 'd-9' };
    const variables = { dossierNumber: '00411/2026/04801' };
    const message = { template: 'dossier-handed-in', channel: 'sms', to: '0912345678', key: newId() } as const;
    await office.messenger.queue({ ...message, variables, subject });
    await office.house.settle();
    const [summary] = await office.messenger.about('dossier', 'd-9');
    await told(summary?.id ?? '', 'UNDELIVERED');
    expect((await office.messenger.about('dossier', 'd-9'))[0]?.tag.text).toBe('Không đến nơi');
    await office.messenger.again(summary?.id ?? '', subject);
    expect(await office.messenger.about('dossier', 'd-9')).toHaveLength(2);
  });
});

describe('somebody else', () => {
  it.each(['', 'sai', 'a'.repeat(64)])('with signature %j is refused and changes nothing', async (signature) => {
    const id = await sent();
    expect((await call(JSON.stringify({ id, status: 'DELIVERED' }), { signature })).status).toBe(401);
    expect((await office.row(id)).state).toBe('sent');
  });

  it('cannot move a signature to another body', async () => {
    const id = await sent();
    const signature = sign(JSON.stringify({ id, status: 'SENT' }));
    expect((await call(JSON.stringify({ id, status: 'DELIVERED' }), { signature })).status).toBe(401);
  });

  it('with a body of more than 16 KB is not read', async () => {
    const body = JSON.stringify({ id: newId(), filler: 'x'.repeat(16 * 1024) });
    expect((await call(body)).status).toBe(400);
  });
});

it('without a secret there is no such address', async () => {
  const closed = await openOffice();
  try {
    expect((await call('{}', { of: closed })).status).toBe(404);
    expect((await request(closed.house.server).get(PATH)).status).toBe(404);
  } finally {
    await closed.close();
  }
});

it('with a header of its moment an old callback is refused, and the moment is signed', async () => {
  const strict = await openOffice({ SMS_CALLBACK_SECRET: SECRET, SMS_CALLBACK_TIMESTAMP_HEADER: 'x-time' });
  try {
    const id = await strict.receipt();
    await strict.house.settle();
    const body = JSON.stringify({ id, status: 'DELIVERED' });
    const at = String(Math.floor(strict.house.clock.now().getTime() / 1_000));
    const old = String(Number(at) - 301);
    const ask = (time: string, signature: string) =>
      request(strict.house.server).post(PATH).type('json').set({ 'X-Time': time, 'X-Signature': signature }).send(body);
    expect((await ask(old, sign(`${old}.${body}`))).status).toBe(401);
    expect((await ask(at, sign(body))).status).toBe(401);
    expect((await ask(at, sign(`${old}.${body}`))).status).toBe(401);
    expect((await call(body, { of: strict })).status).toBe(401);
    expect((await strict.row(id)).state).toBe('sent');
    expect((await ask(at, sign(`${at}.${body}`))).status).toBe(202);
    expect((await strict.row(id)).state).toBe('delivered');
  } finally {
    await strict.close();
  }
});
