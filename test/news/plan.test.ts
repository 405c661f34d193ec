import { afterAll, beforeAll, expect, test } from 'vitest';
import { materialsIn } from '../../src/modules/news/plan.rules.js';
import type { Browser, Fields } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';

const LIST = '/can-bo/ke-hoach-truyen-thong';
const FIELDS: Fields = {
  ten: 'Tháng cao điểm đăng ký giao dịch điện tử',
  tuNgay: '01/04/2026',
  denNgay: '30/04/2026',
  kenh: 'leaflet',
  doiTuong: 'newcomers',
  mucTieu: 'Người chưa tham gia biết đăng ký ở đâu.',
  taiLieu: 'Tờ rơi A5 | https://vidu.vn/to-roi.pdf\nHướng dẫn đăng ký | /tin-tuc/huong-dan-dang-ky',
  tinhTrang: 'planned',
  phienBan: '0',
};

let house: House;
let editor: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  editor = await house.officer('bientap');
});
afterAll(() => house.close());

const idOf = async (): Promise<string> =>
  /ke-hoach-truyen-thong\/([0-9a-f-]{36})/.exec((await editor.get(LIST)).text)?.[1] ?? '';

test('materials are names with links of our own or of the web', () => {
  expect(materialsIn('A | /tin-tuc/a\n\nB | https://vidu.vn')).toHaveLength(2);
  for (const line of ['A', 'A | javascript:alert(1)', '| /x', 'A | //xau.vn', 'A | /x | /y', 'A | data:text/html,x'])
    expect(materialsIn(`B | /b\n${line}`)).toBe(2);
});

test('a plan is written, found by its state, and changed', async () => {
  expect((await editor.submit(`${LIST}/moi`, FIELDS)).status).toBe(303);
  const list = (await editor.get(LIST)).text;
  for (const words of ['01/04/2026 - 30/04/2026', 'Tờ rơi, áp phích', 'Người chưa tham gia', 'Tờ rơi A5'])
    expect(list).toContain(words);
  const path = `${LIST}/${await idOf()}`;
  expect((await editor.get(path)).text).toContain('href="https://vidu.vn/to-roi.pdf" rel="noopener"');
  expect((await editor.submit(path, { ...FIELDS, phienBan: '1', tinhTrang: 'running' })).status).toBe(303);
  expect((await editor.get(`${LIST}?tinhTrang=running`)).text).toContain('Tháng cao điểm');
  expect((await editor.get(`${LIST}?tinhTrang=planned`)).text).not.toContain('Tháng cao điểm');
});

test('what is wrong stands beside its field, and a later save than another keeps what was typed', async () => {
  const faulty = { ...FIELDS, ten: 'A', tuNgay: '31/02/2026', kenh: 'x', taiLieu: 'A | javascript:alert(1)' };
  const answer = await editor.submit(`${LIST}/moi`, faulty);
  expect(answer.status).toBe(400);
  for (const field of ['ten', 'tuNgay', 'kenh', 'taiLieu']) expect(answer.text).toContain(`href="#f-${field}"`);
  const upside = await editor.submit(`${LIST}/moi`, { ...FIELDS, denNgay: '01/03/2026' });
  expect(upside.text).toContain('Đến ngày phải bằng hoặc sau Từ ngày');
  const late = await editor.submit(`${LIST}/${await idOf()}`, { ...FIELDS, phienBan: '1', ten: 'Tên gõ sau' });
  expect([late.status, late.text.includes('value="Tên gõ sau"')]).toEqual([409, true]);
});

test('leaders plan as well, others do not', async () => {
  expect((await (await house.officer('lanhdao')).get(LIST)).status).toBe(200);
  expect((await (await house.officer('canbo')).get(LIST)).status).toBe(403);
});
