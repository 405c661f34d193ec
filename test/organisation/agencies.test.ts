import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { openNeighbour, type Neighbour } from '../kit/neighbour.js';

const LIST = '/can-bo/quan-tri/co-quan';
const NEW = `${LIST}/moi`;

let house: House;
let other: Neighbour;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  other = await openNeighbour(house);
  admin = await house.officer('quantri');
});
afterAll(async () => {
  await other.close();
  await house.close();
});

const AGENCY = {
  ma_co_quan: '04811',
  ten: 'BHXH cơ sở Mộc Lan',
  cap: 'cơ sở',
  ma_cap_tren: '04801',
  ma_tinh: '48',
  xa_phuc_vu: '20242',
  dia_chi: '7 Lê Lợi, phường Hải Châu, thành phố Đà Nẵng',
  dien_thoai: '0236 3999 111',
  gio_lam_viec: 'Thứ Hai đến Thứ Sáu, 7:30-11:30, 13:00-17:00',
  vi_do: '16.07',
  kinh_do: '108.22',
  nhan_ho_so: 'có',
  lyDo: 'Quyết định số 391/QĐ-BHXH',
};

const textOf = async (path: string): Promise<string> => visibleText((await admin.get(path)).text);

/** What the form of an agency sends along unasked. */
const filled = async (path: string, browser = admin): Promise<Record<string, string>> => {
  const { text } = await browser.get(path);
  const inputs = [...text.matchAll(/<input id="f-(\w+)"[^>]*?value="([^"]*)"/g)];
  const selects = [...text.matchAll(/<select id="f-(\w+)"[\s\S]*?<\/select>/g)].map(([html, name = '']) => [
    html,
    name,
    /value="([^"]*)" selected/.exec(html)?.[1] ?? '',
  ]);
  const communes = [...text.matchAll(/name="xa_phuc_vu" value="(\d+)" checked/g)].map(([, code]) => code).join(' ');
  return {
    ...(Object.fromEntries([...inputs, ...selects].map(([, name = '', value = '']) => [name, value])) as object),
    xa_phuc_vu: communes,
    lyDo: 'Ghi lại cho đúng',
  };
};

/** What guests find among the agencies of Đà Nẵng, in both processes, as a page and as a file. */
const found = async (words: string): Promise<boolean> => {
  const answers = await Promise.all(
    [house.browser(), other.browser()].flatMap((browser) =>
      ['', '.csv'].map(async (kind) =>
        (await browser.get(`/tra-cuu/co-quan-bhxh${kind}?tinh=48`)).text.includes(words),
      ),
    ),
  );
  expect(new Set(answers).size).toBe(1);
  return answers[0] ?? false;
};

test('administrators alone come in, and only to their own agency and those below', async () => {
  expect((await (await house.officer('canbo')).get(LIST)).status).toBe(403);
  expect((await (await house.officer('lanhdao')).get(LIST)).status).toBe(403);
  const text = await textOf(LIST);
  expect(text).toContain('10 trong 10 cơ quan');
  expect(text).not.toContain('BHXH tỉnh Quảng Trị');
  expect((await admin.get(`${LIST}/04401`)).status).toBe(404);
  expect((await admin.submit(`${LIST}/04401`, AGENCY, { page: `${LIST}/04802` })).status).toBe(404);
  expect((await admin.submit(`${LIST}/04401/ngung`, {}, { page: `${LIST}/04802` })).status).toBe(404);
});

test('the list is searched by name without accents, code, province and state', async () => {
  expect(await textOf(`${LIST}?ten=thanh+khe`)).toContain('1 trong 1 cơ quan');
  expect(await textOf(`${LIST}?ma=04803`)).toContain('1 trong 1 cơ quan');
  expect(await textOf(`${LIST}?tinh=44`)).toContain('Không có cơ quan nào khớp');
  expect(await textOf(`${LIST}?tinhTrang=ngung`)).toContain('Không có cơ quan nào khớp');
  expect((await admin.get(`${LIST}?ma=abc`)).status).toBe(400);
});

describe('what does not fit is told beside its field', () => {
  test.each([
    ['ma_co_quan', { ma_co_quan: '04802' }, 'đã là BHXH cơ sở Thanh Khê'],
    ['ma_co_quan', { ma_co_quan: '4802' }, '5 chữ số'],
    ['ten', { ten: '' }, 'Hãy nhập Tên'],
    ['ma_cap_tren', { cap: 'tỉnh' }, 'Cấp trên của cơ quan cấp tỉnh phải là trung ương'],
    ['ma_cap_tren', { cap: 'tỉnh', ma_cap_tren: '00001' }, 'trong phạm vi quản trị của bạn'],
    ['ma_cap_tren', { ma_cap_tren: '04811' }, 'Chưa có cơ quan cấp trên 04811'],
    ['ma_cap_tren', { ma_cap_tren: '04401', ma_tinh: '44', xa_phuc_vu: '' }, 'trong phạm vi quản trị của bạn'],
    ['ma_cap_tren', { ma_cap_tren: '04802' }, 'Cấp trên của cơ quan cơ sở phải là cấp tỉnh'],
    ['ma_tinh', { ma_tinh: '01', xa_phuc_vu: '' }, 'thuộc tỉnh 48'],
    ['xa_phuc_vu', { xa_phuc_vu: '00229' }, 'Không có phường, xã mã 00229 trong tỉnh 48'],
    ['vi_do', { vi_do: '48.85' }, 'không phải số từ 5 đến 24'],
    ['kinh_do', { kinh_do: '2.35' }, 'không phải số từ 100 đến 118'],
    ['vi_do', { vi_do: '' }, 'đi cùng nhau'],
    ['lyDo', { lyDo: '' }, 'Hãy ghi lý do'],
  ])('%s: %o', async (field, wrong, words) => {
    const answer = await admin.submit(NEW, { ...AGENCY, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`href="#f-${field}"`);
    expect(visibleText(answer.text)).toContain(words);
    expect(answer.text).toContain('value="0236 3999 111"');
  });
});

describe('an agency', () => {
  test('is added by the rules of the files, and found by everybody in every process at once', async () => {
    expect(await found('BHXH cơ sở Mộc Lan')).toBe(false);
    const added = await admin.submit(NEW, AGENCY);
    expect(added.get('Location')).toBe(`${LIST}/04811`);
    expect(await found('BHXH cơ sở Mộc Lan')).toBe(true);
    const text = await textOf(`${LIST}/04811`);
    expect(text).toContain('Thêm cơ quan BHXH');
    expect(text).toContain('Lý do: Quyết định số 391/QĐ-BHXH');
  });

  test('is changed, its code never; the history says who, what and why', async () => {
    const path = `${LIST}/04811`;
    const sent = { ...(await filled(path)), ma_co_quan: '04899', ten: 'BHXH cơ sở Hải Đường' };
    expect((await admin.submit(path, sent)).get('Location')).toBe(path);
    expect(await found('BHXH cơ sở Hải Đường')).toBe(true);
    expect((await admin.get(`${LIST}/04899`)).status).toBe(404);
    const text = await textOf(path);
    expect(text).toContain('Tên: BHXH cơ sở Mộc Lan → BHXH cơ sở Hải Đường');
    expect(text).toContain('Lý do: Ghi lại cho đúng');
  });

  test('saved as it was changes nothing, but needs its reason', async () => {
    const path = `${LIST}/04803`;
    expect((await admin.submit(path, await filled(path))).status).toBe(303);
    expect(await textOf(path)).toContain('Chưa ai sửa cơ quan này');
    expect((await admin.submit(path, { ...(await filled(path)), lyDo: 'x' })).status).toBe(400);
  });

  test('that somebody else has changed meanwhile is not overwritten, in another process either', async () => {
    const path = `${LIST}/04811`;
    const there = await other.officer('quantri');
    const late = await filled(path, there);
    const form = (await there.form(path)).hidden;
    house.clock.forward(1_000);
    await admin.submit(path, { ...(await filled(path)), dien_thoai: '0236 3999 222' });
    const answer = await there.send(path, { ...form, ...late, dien_thoai: '0236 3999 333' });
    expect(answer.status).toBe(409);
    expect(visibleText(answer.text)).toContain('vừa được người khác sửa');
    expect(answer.text).toContain('value="0236 3999 333"');
  });

  test('shows the communes of another province without a script, and keeps what was typed', async () => {
    const page = await admin.submit(NEW, { ...AGENCY, ten: 'Nơi mới', ma_tinh: '01', chonTinh: '1' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Phường Ba Đình');
    expect(page.text).toContain('value="Nơi mới"');
  });
});

describe('the end of an agency', () => {
  const end = (code: string, fields: Record<string, string>) =>
    admin.submit(
      `${LIST}/${code}/ngung`,
      { lyDoNgung: 'Sáp nhập theo Quyết định 391', ...fields },
      { page: `${LIST}/${code}` },
    );

  test.each([
    ['04811', { denNgay: '' }, 'Hãy nhập ngày hoạt động cuối'],
    ['04811', { denNgay: '31/02/2026' }, 'không phải một ngày có trong lịch'],
    ['04811', { denNgay: '16/03/2026', lyDoNgung: '' }, 'Hãy ghi lý do'],
    ['04811', { denNgay: '16/03/2026', thayThe: '04811' }, 'thành vòng tròn'],
    ['04811', { denNgay: '16/03/2026', thayThe: '04401' }, 'trong phạm vi quản trị'],
    ['04801', { denNgay: '16/03/2026' }, 'của chính cơ quan này'],
  ])('%s %o is refused', async (code, fields, words) => {
    const answer = await end(code, fields);
    expect([answer.status, visibleText(answer.text)]).toEqual([400, expect.stringContaining(words)]);
  });

  test('comes after its last day: then it is shown no more, and who replaces it sees its dossiers', async () => {
    const dossier = await house.app.db.row<{ id: string }>(
      "SELECT id FROM registration_dossier WHERE agency_code = '04803' AND state = 'handed_in' LIMIT 1",
    );
    const local = await house.officer('coso');
    expect((await local.get(`/can-bo/ho-so/${dossier?.id}`)).status).toBe(404);
    expect((await end('04803', { denNgay: '16/03/2026', thayThe: '04802' })).status).toBe(303);
    expect(await textOf(`${LIST}/04803`)).toContain('04802 thay thế');
    const name = 'BHXH cơ sở Hải Châu';
    expect(await found(name)).toBe(true);
    house.clock.set('2026-03-17T08:00:00+07:00');
    expect(await found(name)).toBe(false);
    const clerk = await house.officer('coso');
    expect((await clerk.get(`/can-bo/ho-so/${dossier?.id}`)).status).toBe(200);
    admin = await house.officer('quantri');
    expect(await textOf(`${LIST}?tinhTrang=ngung`)).toContain('04803');
    const below = await end('04802', { denNgay: '17/03/2026', thayThe: '04803' });
    expect(visibleText(below.text)).toContain('thành vòng tròn');
  });

  test('is taken back with a reason', async () => {
    const path = `${LIST}/04803`;
    expect((await admin.submit(`${path}/mo-lai`, { lyDoMo: '' }, { page: path })).status).toBe(400);
    expect((await admin.submit(`${path}/mo-lai`, { lyDoMo: 'Hoãn sáp nhập' }, { page: path })).status).toBe(303);
    expect(await found('BHXH cơ sở Hải Châu')).toBe(true);
    expect(await textOf(path)).toContain('Mở lại cơ quan BHXH');
  });
});
