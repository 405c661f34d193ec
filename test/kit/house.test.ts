import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from './house.js';

let house: House;

beforeAll(async () => {
  house = await openHouse({ modules: [] });
});
afterAll(() => house.close());

test('a house without modules still answers its probes', async () => {
  const browser = house.browser();
  expect((await browser.get('/healthz')).status).toBe(200);
  expect((await browser.get('/readyz')).status).toBe(200);
  expect((await browser.get('/khong-co-trang-nay')).status).toBe(404);
});

test('its clock moves only when told', () => {
  const before = house.clock.now().getTime();
  house.clock.forward(1_000);
  expect(house.clock.now().getTime() - before).toBe(1_000);
});
