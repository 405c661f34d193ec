import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseNetwork } from '../../src/core/address.js';
import { isAdmitted } from '../../src/modules/auth/address.rules.js';
import { authSettings } from '../../src/modules/auth/settings.js';
import { openHouse, type House } from '../kit/house.js';
import { visibleText } from '../kit/forms.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ env: { OFFICER_NETWORKS: '10.20.0.0/16, 2001:db8:1::/48', TRUST_PROXY: '1' } });
});
afterAll(() => house.close());

const ask = (method: 'get' | 'post', path: string, ip?: string) => {
  const call = request(house.server)[method](path);
  return ip ? call.set('X-Forwarded-For', ip) : call;
};
const routes = () => house.app.modules.flatMap(({ parts }) => parts.routes ?? []);
const sample = (path: string): string => path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');

describe('pages of officers, from outside the networks of the office', () => {
  it('are all refused, those of the sign-in too', async () => {
    const theirs = routes().filter(({ path, access }) => access.realm === 'officer' || path.startsWith('/can-bo'));
    expect(theirs.length).toBeGreaterThan(20);
    for (const { method, path } of theirs) {
      const answer = await ask(method, sample(path), '198.51.100.7');
      expect([`${method} ${path}`, answer.status]).toEqual([`${method} ${path}`, 403]);
    }
  });
  it.each(['/can-bo', '/can-bo/', '/CAN-BO/dang-nhap', '/can-bo/khong-co', '/can-bo/dang-nhap?tiep=/can-bo'])(
    'answer %s with a kind page of the public site',
    async (path) => {
      const answer = await ask('get', path, '198.51.100.7');
      expect([answer.status, answer.get('Cache-Control')]).toEqual([403, 'no-store']);
      expect(visibleText(answer.text)).toContain('chỉ mở được trong mạng của cơ quan');
      expect(answer.text).not.toContain('Tên đăng nhập');
    },
  );
  it.each(['/', '/dang-nhap', '/can-boi', '/healthz'])('leave %s alone', async (path) =>
    expect((await ask('get', path, '198.51.100.7')).status).not.toBe(403),
  );
});

describe('pages of officers, from inside', () => {
  it.each(['10.20.3.4', '::ffff:10.20.3.4', '2001:db8:1:2::9'])('open for %s', async (ip) =>
    expect((await ask('get', '/can-bo/dang-nhap', ip)).status).toBe(200),
  );
  it('take the address from the trusted hop only', async () => {
    expect((await ask('get', '/can-bo/dang-nhap', '10.20.3.4, 198.51.100.7')).status).toBe(403);
    expect((await ask('get', '/can-bo/dang-nhap')).status).toBe(403);
  });
});

describe('the setting', () => {
  const networks = [parseNetwork('10.20.0.0/16')].flatMap((network) => network ?? []);
  it.each([
    ['10.20.0.1', true],
    ['::FFFF:10.20.255.255', true],
    ['10.21.0.1', false],
    ['', false],
    ['nonsense', false],
  ])('%j: %s', (ip, inside) => expect(isAdmitted(ip, networks)).toBe(inside));
  it('admits everybody where there is none', () => expect(isAdmitted('198.51.100.7', [])).toBe(true));
  it('is read, or refused with a sentence', () => {
    expect(authSettings.parse({}).officerNetworks).toEqual([]);
    const wrong = authSettings.safeParse({ OFFICER_NETWORKS: '10.20.0.0', OFFICER_TOTP: 'maybe' });
    expect(wrong.error?.issues.map(({ message }) => message.split(' must be')[0])).toEqual([
      'OFFICER_NETWORKS',
      'OFFICER_TOTP',
    ]);
  });
  it.each([
    [{}, 'off'],
    [{ NODE_ENV: 'production' }, 'required-roles'],
    [{ NODE_ENV: 'production', OFFICER_TOTP: 'off' }, 'off'],
    [{ OFFICER_TOTP: 'all' }, 'all'],
  ])('%j asks for a second factor: %s', (env, totp) => expect(authSettings.parse(env).totp).toBe(totp));
});
