import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../src/core/http/http.js';
import { openHouse, type House } from '../kit/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
});
afterAll(() => house.close());

test('the service worker lies at the root, is asked for anew and may fetch', async () => {
  const answer = await house.browser().get('/sw.js');
  expect(answer.status).toBe(200);
  expect(answer.get('Content-Type')).toContain('javascript');
  expect(answer.get('Cache-Control')).toBe('no-cache');
  expect(answer.get('Content-Security-Policy')).toContain("connect-src 'self'");
  expect(answer.text).toContain('/tai-nguyen/app.');
});

test('no answer that may be kept by others sets a cookie', async () => {
  const routes = routesOf({ ...house.app, production: true, stopping: () => false });
  const open = routes.filter(
    ({ method, path, access }) => method === 'get' && access.realm === 'public' && !path.includes(':'),
  );
  const answers = await Promise.all(open.map(async ({ path }) => ({ path, answer: await house.browser().get(path) })));
  const shared = answers.filter(({ answer }) => /public/.test(answer.get('Cache-Control') ?? ''));
  expect(shared.map(({ path }) => path)).toContain('/ngoai-tuyen');
  expect(shared.filter(({ answer }) => answer.get('Set-Cookie')).map(({ path }) => path)).toEqual([]);
});

test('whoever is signed in gets no page that may be kept', async () => {
  const citizen = await house.citizen();
  for (const path of ['/', '/tra-cuu', '/ca-nhan', '/tim-kiem'])
    expect((await citizen.get(path)).get('Cache-Control')).toBe('no-store');
});
