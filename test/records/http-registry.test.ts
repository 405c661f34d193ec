import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { memberRegistry, type MemberRegistry } from '../../src/contracts/records.js';
import { UnavailableError } from '../../src/core/errors.js';
import { MINUTE } from '../../src/core/clock.js';
import { diagnose } from '../../src/core/doctor.js';
import { openHouse, type House } from '../kit/house.js';
import { startRegistry, type RegistryMode, type RegistryServer } from '../kit/registry-server.js';

const DEADLINE = 800;
const NUMBER = '4811223344';
const binh = {
  insuranceNumber: NUMBER,
  fullName: 'Trần Thị  Bình',
  birthDate: '12/05/1990',
  sex: 'female',
  paperNumber: '048190001234',
  address: '118 Trần Cao Vân',
};
const person = (more: object = {}): RegistryMode => ({ body: JSON.stringify({ ...binh, ...more }) });

let server: RegistryServer;
let house: House;
let registry: MemberRegistry;

const open = async (env: Readonly<Record<string, string>> = {}): Promise<[House, MemberRegistry]> => {
  const settings = { MEMBER_REGISTRY_URL: server.url, MEMBER_REGISTRY_TIMEOUT_MS: String(DEADLINE) };
  const opened = await openHouse({ env: { ...settings, ...env } });
  const { parts } = opened.app.modules.find(({ definition }) => definition.id === 'records') ?? {};
  return [opened, parts?.provides?.get(memberRegistry.key) as MemberRegistry];
};

beforeAll(async () => {
  server = await startRegistry();
  [house, registry] = await open();
});
afterAll(async () => {
  await house.close();
  await server.close();
});
/** What was kept is forgotten, and a registry that was away is tried again. */
beforeEach(() => house.clock.forward(2 * MINUTE));

describe('what it answers', () => {
  it('finds a person, in our form', async () => {
    server.mode = person({ phone: '', household: 'passed over' });
    expect(await registry.find(NUMBER)).toEqual({
      ...binh,
      fullName: 'Trần Thị Bình',
      phone: null,
    });
    expect(server.questions.at(-1)).toMatchObject({ method: 'GET', url: `/thanh-vien/${NUMBER}`, body: '' });
    server.mode = person({ insuranceNumber: '4816667778', birthDate: '1958', paperNumber: null });
    expect(await registry.find('4816667778')).toMatchObject({ birthDate: '1958', paperNumber: null });
  });

  it('does not know a number, and is asked again the next time', async () => {
    server.mode = { status: 404, body: '{"found":false}' };
    expect(await registry.find(NUMBER)).toBeUndefined();
    server.mode = person();
    expect(await registry.find(NUMBER)).toMatchObject({ insuranceNumber: NUMBER });
  });

  const faults: readonly [string, RegistryMode][] = [
    ['never', 'hang'],
    ['by hanging up', 'reset'],
    ['with 500', { status: 500, body: '{}' }],
    ['with 401', { status: 401, body: '{"found":false}' }],
    ['with the page of a proxy and 404', { status: 404, body: '<html>Not Found', type: 'text/html' }],
    ['with another address', { status: 302, body: '' }],
    ['with garbage', { body: '<html>\u0000\u0001 bảo trì' }],
    ['with half a person', { body: JSON.stringify(binh).slice(0, 40) }],
    ['too slowly', { body: JSON.stringify(binh), slow: DEADLINE * 4 }],
    ['with far too much', { body: JSON.stringify({ ...binh, note: 'x'.repeat(200_000) }) }],
    ['with nothing', { body: 'null' }],
    ['with a list', { body: JSON.stringify([binh]) }],
    ['with another person', person({ insuranceNumber: '4811223345' })],
    ['without a name', person({ fullName: ' \u200b ' })],
    ['with a number as name', person({ fullName: 7 })],
    ['with a name without end', person({ fullName: 'A'.repeat(121) })],
    ['with a date of another form', person({ birthDate: '1990-05-12' })],
    ['with a day that is none', person({ birthDate: '30/02/1990' })],
    ['with a month that is none', person({ birthDate: '13/1990' })],
    ['with a sex in other words', person({ sex: 'nữ' })],
  ];
  it.each(faults)('an answer %s is none', async (_, mode) => {
    server.mode = mode;
    const started = performance.now();
    const failed = await registry.find(NUMBER).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(UnavailableError);
    expect((failed as Error).message).toContain('Hệ thống HGĐ tạm thời không trả lời');
    expect(performance.now() - started).toBeLessThan(DEADLINE * 3);
  });
});

describe('how often it is asked', () => {
  const asked = async (work: () => Promise<unknown>): Promise<number> => {
    const before = server.questions.length;
    await work();
    return server.questions.length - before;
  };
  const failing = (): Promise<unknown> => registry.find(NUMBER).catch((error: unknown) => error);

  it('keeps a person for a minute', async () => {
    server.mode = person();
    expect(await asked(() => registry.find(NUMBER))).toBe(1);
    house.clock.forward(MINUTE - 1_000);
    expect(await asked(() => registry.find(NUMBER))).toBe(0);
    house.clock.forward(2_000);
    expect(await asked(() => registry.find(NUMBER))).toBe(1);
  });

  it('makes one question of several for one number at the same time', async () => {
    server.mode = person();
    expect(await asked(() => Promise.all([1, 2, 3, 4].map(() => registry.find(NUMBER))))).toBe(1);
  });

  it('is left alone after three questions without an answer, then tried by one', async () => {
    server.mode = { status: 503, body: '' };
    expect(await asked(async () => void (await failing(), await failing(), await failing()))).toBe(3);
    const started = performance.now();
    expect(await asked(() => Promise.all([failing(), failing()]))).toBe(0);
    expect(performance.now() - started).toBeLessThan(DEADLINE);
    house.clock.forward(16_000);
    server.mode = person();
    expect(await asked(() => registry.find(NUMBER))).toBe(1);
    server.mode = person({ insuranceNumber: '4816667778' });
    expect(await asked(() => registry.find('4816667778'))).toBe(1);
  });
});

test('asks by POST with a token where told to', async () => {
  const [other, posting] = await open({
    MEMBER_REGISTRY_URL: server.url.replace('/{{number}}', ''),
    MEMBER_REGISTRY_METHOD: 'POST',
    MEMBER_REGISTRY_BODY: '{"maSo":"{{number}}"}',
    MEMBER_REGISTRY_HEADERS: '{"authorization":"Bearer abc"}',
  });
  server.mode = person();
  expect(await posting.find(NUMBER)).toMatchObject({ fullName: 'Trần Thị Bình' });
  const question = { method: 'POST', url: '/thanh-vien', token: 'Bearer abc', body: `{"maSo":"${NUMBER}"}` };
  expect(server.questions.at(-1)).toEqual(question);
  await other.close();
});

describe('doctor', () => {
  const line = async ({ app }: House) => (await diagnose(app)).find(({ vi }) => vi.includes('Hệ thống HGĐ'));

  it('asks for a number that nobody has', async () => {
    server.mode = { status: 404, body: '{"found":false}' };
    expect(await line(house)).toMatchObject({ ok: true });
    server.mode = { status: 401, body: '' };
    expect(await line(house)).toMatchObject({ ok: false, vi: expect.stringContaining('status 401') as string });
  });

  it('says when nobody listens there', async () => {
    const gone = await startRegistry();
    await gone.close();
    const [other] = await open({ MEMBER_REGISTRY_URL: gone.url });
    expect((await line(other))?.vi).toContain('ECONNREFUSED');
    await other.close();
  });

  it('says when the own table is asked', async () => {
    const [other] = await open({ MEMBER_REGISTRY_URL: '' });
    expect(await line(other)).toMatchObject({ ok: true, en: expect.stringContaining('own table') as string });
    await other.close();
  });
});
