import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kmBetween, kmText } from '../../public/lookup/distance.js';
import { ARCHIPELAGOS, ISLANDS, PROVINCES } from '../../public/lookup/map-places.js';
import { openHouse, type House } from '../kit/house.js';

const COAST = 'public/lookup/coast.data.json';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('the names on the map', () => {
  test('are those of the 34 provinces of today', async () => {
    const rows = await house.app.db.rows<{ name: string }>('SELECT name FROM organisation_province', []);
    const short = rows.map(({ name }) => name.replace(/^(Tỉnh|Thành phố) /, ''));
    expect(PROVINCES.map(({ name }) => name).sort()).toEqual(short.sort());
  });

  test('lie within the map, and both archipelagos are named at every zoom', () => {
    const places = [...PROVINCES.map(({ at }) => at), ...ISLANDS];
    expect(places.filter(([lat, lon]) => lat < 5 || lat > 24 || lon < 100 || lon > 118)).toEqual([]);
    expect(ARCHIPELAGOS.map(({ name, from }) => [name, from])).toEqual([
      ['Quần đảo Hoàng Sa', 0],
      ['Quần đảo Trường Sa', 0],
    ]);
  });
});

test('the coast lines are small, of the public domain, and hold no name', () => {
  expect(statSync(COAST).size).toBeLessThanOrEqual(80_000);
  const { source, rings, ...rest } = JSON.parse(readFileSync(COAST, 'utf8')) as { source: string; rings: number[][] };
  expect(source).toContain('public domain');
  expect(Object.keys(rest).sort()).toEqual(['form', 'scale']);
  expect(rings.flat().every(Number.isInteger)).toBe(true);
});

test('distances are told as Vietnamese writes them', () => {
  const km = kmBetween({ lat: 16.073, lon: 108.224 }, { lat: 16.047, lon: 108.214 });
  expect(kmText(km)).toBe('3,1 km');
  expect(kmText(512.4)).toBe('512 km');
});
