import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kmBetween, kmText } from '../../public/lookup/distance.js';
import { ARCHIPELAGOS, ISLANDS, PROVINCES } from '../../public/lookup/map-places.js';
import { lookupSettings } from '../../src/modules/lookup/settings.js';
import { visibleText } from '../kit/forms.js';
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

describe('tiles', () => {
  const ADDRESS = 'https://tiles.example/{z}/{x}/{y}.png';
  const page = '/tra-cuu/co-quan-bhxh?tinh=48';

  test('are asked for where a setting names them, and only then may pictures come from there', async () => {
    const before = await house.browser().get(page);
    expect(before.text).not.toContain('data-tiles');
    expect(before.get('Content-Security-Policy')).toContain("img-src 'self' data: blob:;");
    const other = await openHouse({ env: { MAP_TILE_URL: ADDRESS } });
    try {
      const { text, headers } = await other.browser().get(page);
      expect(text).toContain(`data-tiles="${ADDRESS}"`);
      expect(headers['content-security-policy']).toContain("img-src 'self' data: blob: https://tiles.example;");
    } finally {
      await other.close();
    }
  });

  test.each([
    'https://tiles.example/',
    'tiles/{z}/{x}/{y}',
    "https://a.example; script-src 'x'/{z}/{x}/{y}",
    'javascript:{z}{x}{y}',
  ])('are no tiles: %s', (address) => {
    const read = lookupSettings.safeParse({ MAP_TILE_URL: address });
    expect(read.error?.issues[0]?.message).toContain('MAP_TILE_URL must be an address with {z}, {x} and {y}');
  });
});

describe('the search of the header', () => {
  const search = async (q: string) => (await house.browser().get(`/tim-kiem?q=${encodeURIComponent(q)}`)).text;

  test('finds agencies and facilities without marks, and leads to their rows', async () => {
    expect(await search('thanh khe')).toContain('#diem-04802');
    const found = visibleText(await search('benh vien da nang'));
    expect(found).toContain('CSKCB ký hợp đồng khám, chữa bệnh BHYT');
    expect(found).toContain('Bệnh viện Đà Nẵng');
  });

  test('offers the list where there are more', async () => {
    expect(await search('bhxh')).toContain('href="/tra-cuu/co-quan-bhxh?tinh=&amp;ten=bhxh"');
  });
});
