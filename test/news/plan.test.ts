import { afterAll, beforeAll, expect, test } from 'vitest';
import { materialsIn } from '../../src/modules/news/plan.rules.js';
import type { Browser, Fields } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';
import { heic, pdf, picture } from '../kit/pictures.js';

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

test('files of a plan are looked into, kept encrypted, given to planners only, and removed', async () => {
  const path = `${LIST}/${await idOf()}`;
  const add = (bytes: Buffer, name: string) =>
    editor.submit(`${path}/tep`, {}, { page: path, files: { tep: { bytes, name } } });
  for (const bytes of [heic(), Buffer.from('MZ'), pdf().subarray(0, 200), await picture({ width: 100, height: 100 })]) {
    const answer = await add(bytes, 'to-roi.pdf');
    expect([answer.status, answer.text.includes('id="f-tep-e"')]).toEqual([400, true]);
    expect(answer.text).toContain('value="Tháng cao điểm đăng ký giao dịch điện tử"');
  }
  expect((await add(pdf(), '../<b>Kịch bản</b>.docx')).status).toBe(303);
  expect((await add(await picture({ exif: true }), 'to roi.png')).status).toBe(303);
  const { text } = await editor.get(path);
  expect(text).not.toContain('<b>Kịch bản</b>');
  const files = [...text.matchAll(/href="([^"]+\/tep\/[0-9a-f-]{36})"/g)].map(([, href = '']) => href);
  expect(files).toHaveLength(2);
  const [script, leaflet] = await Promise.all(files.map((href) => editor.get(href)));
  expect([script?.type, script?.get('Content-Disposition')]).toEqual([
    'application/pdf',
    expect.stringContaining('attachment'),
  ]);
  expect([leaflet?.type, (leaflet?.body as Buffer).includes('GPS')]).toEqual(['image/jpeg', false]);
  expect((await (await house.officer('canbo')).get(files[0] ?? '')).status).toBe(403);
  expect((await editor.get(`${LIST}/moi/tep/${files[0]?.split('/').at(-1)}`)).status).toBe(404);
  expect((await editor.submit(`${files[0]}/xoa`, {}, { page: path })).status).toBe(303);
  expect((await editor.get(files[0] ?? '')).status).toBe(404);
  expect((await editor.submit(`${files[0]}/xoa`, {}, { page: path })).status).toBe(404);
  expect(await house.app.db.rows('SELECT file_id FROM news_doomed_file')).toEqual([]);
});
