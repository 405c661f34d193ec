import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { takeIn } from '../kit/imports.js';
import { employersCsv, facilitiesCsv } from './many.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  await takeIn(house, 'employers', employersCsv(240));
  await takeIn(house, 'facilities', facilitiesCsv(60));
}, 60_000);
afterAll(() => house.close());

const open = (path: string) => house.browser().get(path);
const textOf = async (path: string): Promise<string> => visibleText((await open(path)).text);
const unitsOf = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"[^>]*>([^<]*)</g)].map(([, name = '']) => name);
const linkTo = (html: string, rel: string): string => {
  const [, href = ''] = new RegExp(`href="([^"]*)" rel="${rel}"`).exec(html) ?? [];
  return href.replaceAll('&amp;', '&');
};

const employers = (query: string): string => `/tra-cuu/don-vi-tham-gia?${query}`;

describe('the six ways in', () => {
  test('are named on one page and in the menu', async () => {
    const { text, status } = await open('/tra-cuu');
    expect(status).toBe(200);
    for (const path of [
      'ma-so-bhxh',
      'co-quan-bhxh',
      'cskcb-giay-nghi-viec',
      'cskcb-kcb-bhyt',
      'don-vi-tham-gia',
      'diem-thu',
    ])
      expect(text).toContain(`href="/tra-cuu/${path}"`);
    expect((await open('/')).text).toContain('href="/tra-cuu"');
  });

  test.each(['co-quan-bhxh', 'cskcb-giay-nghi-viec', 'cskcb-kcb-bhyt', 'don-vi-tham-gia', 'diem-thu'])(
    '%s begins with the province of this office and sets no cookie',
    async (list) => {
      const answer = await open(`/tra-cuu/${list}`);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('<option value="48" selected>');
      expect(answer.get('Set-Cookie')).toBeUndefined();
      expect(answer.get('Cache-Control')).toContain('s-maxage');
    },
  );
});

describe('search', () => {
  test('needs no accents, and the start of a word is enough', async () => {
    expect(await textOf('/tra-cuu/cskcb-kcb-bhyt?tinh=79&ten=cho+ra')).toContain('Bệnh viện Chợ Rẫy');
    expect(await textOf('/tra-cuu/cskcb-kcb-bhyt?tinh=79&ten=ray')).toContain('Bệnh viện Chợ Rẫy');
    expect(await textOf('/tra-cuu/cskcb-kcb-bhyt?tinh=79&ten=ay')).toContain('Không tìm thấy');
    expect(await textOf('/tra-cuu/co-quan-bhxh?ten=thanh+khe')).toContain('BHXH cơ sở Thanh Khê');
  });

  test('ranks the marks that were typed first: đường before Duong, dương behind it', async () => {
    const names = unitsOf((await open(employers('ten=đường'))).text);
    expect(names.slice(0, 2)).toEqual(['Công ty TNHH Đường Mía Sông Trong', 'Hợp tác xã Đường Sắt Bắc']);
    expect(names).toContain('Công ty CP Duong Gia');
    expect(names).toContain('Công ty CP Dương Liễu');
    expect(unitsOf((await open(employers('ten=duong'))).text)).toHaveLength(names.length);
  });

  test('knows both spellings of a tone: hòa and hoà', async () => {
    const [first] = unitsOf((await open(employers('ten=hoà+khánh'))).text);
    expect(first).toContain('Hòa Khánh');
  });

  test('stays within province and commune, and a commune of another province counts as none', async () => {
    expect(await textOf('/tra-cuu/cskcb-kcb-bhyt?tinh=01')).not.toContain('Bệnh viện Đà Nẵng');
    const inHanoi = await textOf('/tra-cuu/cskcb-kcb-bhyt?tinh=01&xa=00229');
    expect(inHanoi).toContain('Bệnh viện Bạch Mai');
    expect(inHanoi).not.toContain('Bệnh viện Thanh Nhàn');
    expect(await textOf('/tra-cuu/cskcb-kcb-bhyt?tinh=01&xa=20242')).toContain('Bệnh viện Thanh Nhàn');
    expect(await textOf('/tra-cuu/cskcb-kcb-bhyt?tinh=&ten=cho+ray')).toContain('Bệnh viện Chợ Rẫy');
  });

  test('finds a unit by its code and by its tax code', async () => {
    expect(await textOf(employers('ma=tz0101a'))).toContain('TZ0101A');
    const [unit] = await house.app.db.rows<{ code: string; tax: string }>(
      "SELECT code, tax_code AS tax FROM lookup_employer WHERE code = 'TZ0101A'",
    );
    expect(await textOf(employers(`ma=${unit?.tax}`))).toContain('TZ0101A');
    expect((await open(employers('ma=12'))).status).toBe(400);
  });

  test('leaves out places that have ended, and shows units that have', async () => {
    expect(await textOf('/tra-cuu/cskcb-kcb-bhyt?ten=so+nghi')).toContain('Không tìm thấy');
    expect(await textOf(employers('ten=soi+det'))).toContain('Đã ngừng');
  });
});

describe('pages', () => {
  test('go forth to the end and back to the beginning, every unit once', async () => {
    const seen: string[] = [];
    let path = employers('ten=cong+ty');
    const pages: string[] = [];
    while (path) {
      const { text } = await open(path);
      pages.push(path);
      seen.push(...unitsOf(text));
      path = linkTo(text, 'next');
    }
    expect(pages.length).toBeGreaterThan(8);
    expect(new Set(seen).size).toBe(seen.length);
    const back: string[] = [];
    let { text } = await open(pages.at(-1) ?? '');
    for (;;) {
      back.unshift(...unitsOf(text));
      const previous = linkTo(text, 'prev');
      if (!previous) break;
      text = (await open(previous)).text;
    }
    expect(back).toEqual(seen);
  });

  test('keep the order when the marks part the list in two', async () => {
    const all = unitsOf((await open(employers('ten=lốp+xe'))).text);
    expect(all.length).toBeGreaterThan(0);
    const { text } = await open(employers('ten=công+ty'));
    const next = await open(linkTo(text, 'next'));
    const again = await open(linkTo(next.text, 'prev'));
    expect(unitsOf(again.text)).toEqual(unitsOf(text));
  });

  test('that do not exist begin anew', async () => {
    const first = unitsOf((await open(employers('ten=cong+ty'))).text);
    for (const place of ['xyz', '%00', Buffer.from('[3,1,"a","b"]').toString('base64url')])
      expect(unitsOf((await open(employers(`ten=cong+ty&sau=${place}`))).text)).toEqual(first);
  });
});

describe('bad input', () => {
  const odd = ['%25', '_', "'", '"', '%F0%9F%98%80', '%E2%80%AE', '%E2%80%8B', '%00', '\\', ')', 'a'.repeat(100)];
  test.each(odd)('%s is a search like any other', async (text) => {
    for (const list of ['co-quan-bhxh', 'cskcb-kcb-bhyt', 'don-vi-tham-gia', 'diem-thu'])
      expect((await open(`/tra-cuu/${list}?ten=${text}`)).status).toBe(200);
  });

  test('what is too long or no place is said beside its field, with what was typed', async () => {
    const long = await open(employers(`ten=${'dien '.repeat(1_000)}`));
    expect(long.status).toBe(400);
    expect(visibleText(long.text)).toContain('Tên dài quá 100 ký tự');
    expect((await open(employers('tinh=99'))).status).toBe(400);
    expect((await open(employers('tinh[]=48&ten[x]=1'))).status).toBeLessThan(500);
  });
});

describe('what a place shows', () => {
  test('address, hours, telephone, the way there and its point', async () => {
    house.clock.set('2026-03-16T02:00:00Z');
    const { text } = await open('/tra-cuu/co-quan-bhxh?ten=thanh+khe');
    expect(visibleText(text)).toContain('Đang mở cửa , đến 11:30');
    expect(text).toMatch(/href="tel:0236\d+"/);
    expect(text).toContain('https://www.google.com/maps/dir/?api=1');
    const [, points = '[]'] = /data-points="([^"]*)"/.exec(text) ?? [];
    const [point] = JSON.parse(points.replaceAll('&#34;', '"').replaceAll('&quot;', '"')) as Record<string, unknown>[];
    expect(Object.keys(point ?? {})).toEqual(['id', 'name', 'lat', 'lon', 'address', 'phone', 'href', 'approximate']);
    expect(text).toContain(`id="diem-${String(point?.['id'])}"`);
  });

  test('on a holiday nothing is said to be open', async () => {
    house.clock.set('2026-09-02T02:00:00Z');
    expect(await textOf('/tra-cuu/co-quan-bhxh?ten=thanh+khe')).toContain('nghỉ lễ hôm nay');
  });
});

describe('files', () => {
  test('hold what the search finds, marked as UTF-8, formulas made harmless', async () => {
    const { text, headers } = await open('/tra-cuu/don-vi-tham-gia.csv?tinh=48&ten=cong+ty');
    expect(headers['content-type']).toContain('text/csv');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.find((row) => row['Tên']?.includes('Tính tổng'))?.['Địa chỉ']).toMatch(/^'=/);
    const offices: object[] = parse((await open('/tra-cuu/co-quan-bhxh.csv')).text, { columns: true, bom: true });
    expect(offices).toHaveLength(10);
  });

  test('communes of a province are there for the script', async () => {
    const list = (await open('/tra-cuu/phuong-xa.json?tinh=48')).body as { code: string; name: string }[];
    expect(list.find(({ code }) => code === '20242')?.name).toBe('Phường Hải Châu');
  });
});
