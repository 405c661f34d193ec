import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { openNeighbour, type Neighbour } from '../kit/neighbour.js';

const ROOT = '/can-bo/quan-tri/tra-cuu';
const FACILITIES = `${ROOT}/co-so-kcb`;
const UNITS = `${ROOT}/don-vi`;

let house: House;
let admin: Browser;
let other: Neighbour;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  admin = await house.officer('quantri');
  other = await openNeighbour(house);
});
afterAll(async () => {
  await other.close();
  await house.close();
});

const textOf = async (path: string): Promise<string> => visibleText((await admin.get(path)).text);
const foundBy = async (browser: Browser, words: string): Promise<string> =>
  visibleText((await browser.get(`/tra-cuu/cskcb-kcb-bhyt?tinh=48&ten=${words}`)).text);
/** What guests find, in both processes. */
const found = async (words: string): Promise<string> => {
  const there = await foundBy(other.browser(), words);
  expect(await foundBy(house.browser(), words)).toBe(there);
  return there;
};

const CLINIC = {
  ma_cskcb: '48Q77',
  ten: 'Phòng khám đa khoa Mộc Lan Trắng',
  ma_tinh: '48',
  ma_xa: '20242',
  dia_chi: '7 Lê Lợi, phường Hải Châu, thành phố Đà Nẵng',
  ma_co_quan: '04803',
  ky_hop_dong_bhyt: 'có',
  cap_giay_nghi_viec: 'không',
  nhan_dang_ky_ban_dau: 'có',
  vi_do: '16.07',
  kinh_do: '108.22',
};

/** What the form of a row sends along unasked, with some fields changed. */
const filled = async (path: string): Promise<Record<string, string>> => {
  const { text } = await admin.get(path);
  const inputs = [...text.matchAll(/<input id="f-(\w+)"[^>]*?value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const selects = [...text.matchAll(/<select id="f-(\w+)"[\s\S]*?<\/select>/g)].map(([html, name = '']) => [
    name,
    /value="([^"]*)" selected/.exec(html)?.[1] ?? '',
  ]);
  return Object.fromEntries([...inputs, ...selects]) as Record<string, string>;
};

test('only administrators come in; the way in leads to the first list', async () => {
  expect((await (await house.officer('canbo')).get(FACILITIES)).status).toBe(403);
  expect((await (await house.officer('lanhdao')).get(FACILITIES)).status).toBe(403);
  expect((await admin.get(ROOT)).get('Location')).toBe(FACILITIES);
  expect((await admin.get(`${ROOT}/khong-co`)).status).toBe(404);
});

test('lists are searched by name, code and province, with what has ended', async () => {
  expect(await textOf(`${FACILITIES}?ten=cho+ray`)).toContain('Bệnh viện Chợ Rẫy');
  expect(await textOf(`${FACILITIES}?ma=48001`)).toContain('Bệnh viện Đà Nẵng');
  expect(await textOf(`${FACILITIES}?tinh=79`)).not.toContain('Bệnh viện Đà Nẵng');
  expect(await textOf(UNITS)).toContain('1–20 trong 40');
  expect(await textOf(`${UNITS}?ten=soi+det`)).toContain('Đã ngừng');
  expect((await admin.get(`${UNITS}?ten=${'x'.repeat(200)}`)).status).toBe(400);
});

describe('a row', () => {
  test('is added by the rules of the files, and found by everybody at once', async () => {
    const wrong = await admin.submit(`${FACILITIES}/moi`, { ...CLINIC, ten: '', ma_xa: '00229', vi_do: '1' });
    expect(wrong.status).toBe(400);
    expect(visibleText(wrong.text)).toContain('Hãy nhập Tên');
    expect(wrong.text).toContain('value="48Q77"');
    const elsewhere = await admin.submit(`${FACILITIES}/moi`, { ...CLINIC, ma_xa: '00229' });
    expect(visibleText(elsewhere.text)).toContain('không thuộc tỉnh 48');
    const added = await admin.submit(`${FACILITIES}/moi`, CLINIC);
    expect(added.get('Location')).toBe(`${FACILITIES}/48Q77`);
    expect(await found('moc+lan')).toContain('Phòng khám đa khoa Mộc Lan Trắng');
    expect((await admin.submit(`${FACILITIES}/moi`, CLINIC)).status).toBe(409);
  });

  test('is changed: old words are gone, the history says who and what', async () => {
    const path = `${FACILITIES}/48Q77`;
    const changed = await admin.submit(path, { ...(await filled(path)), ten: 'Phòng khám đa khoa Hải Đường' });
    expect(changed.get('Location')).toBe(path);
    expect(await found('moc+lan')).toContain('Không tìm thấy');
    expect(await found('hai+duong')).toContain('Phòng khám đa khoa Hải Đường');
    const text = await textOf(path);
    expect(text).toContain('Sửa dòng của danh mục tra cứu');
    expect(text).toContain('Tên: Phòng khám đa khoa Mộc Lan Trắng → Phòng khám đa khoa Hải Đường');
  });

  test('saved as it was changes nothing, for every list', async () => {
    const [agent] = await house.app.db.rows<{ code: string }>('SELECT code FROM lookup_collection_agent ORDER BY code');
    for (const path of [`${FACILITIES}/48001`, `${UNITS}/TZ0101A`, `${ROOT}/diem-thu/${agent?.code}`]) {
      const saved = await admin.submit(path, await filled(path));
      expect([path, saved.status]).toEqual([path, 303]);
      expect(await textOf(path)).toContain('Chưa ai sửa dòng này ở đây');
    }
  });

  test('that somebody else has changed meanwhile is not overwritten', async () => {
    const path = `${FACILITIES}/48Q77`;
    const mine = { ...(await admin.form(path)).hidden, ...(await filled(path)) };
    house.clock.forward(1_000);
    await admin.submit(path, { ...(await filled(path)), dien_thoai: '0236 3999 111' });
    const late = await admin.send(path, { ...mine, dien_thoai: '0236 3999 222' });
    expect(late.status).toBe(409);
    expect(visibleText(late.text)).toContain('vừa được người khác sửa');
    expect(late.text).toContain('value="0236 3999 222"');
  });

  test('is closed from today on and no longer shown to people', async () => {
    const path = `${FACILITIES}/48Q77`;
    house.clock.forward(1_000);
    expect((await admin.submit(`${path}/dong`, {}, { page: path })).status).toBe(303);
    expect(await found('hai+duong')).toContain('Không tìm thấy');
    const text = await textOf(path);
    expect(text).toContain('Ngừng một dòng của danh mục tra cứu');
    expect(text).toContain('Tình trạng: đang hoạt động → đã ngừng');
    expect(text).not.toContain('Ngừng từ hôm nay');
  });

  test('shows the communes of another province without a script', async () => {
    const page = await admin.submit(`${FACILITIES}/moi`, { ten: 'Nơi mới', ma_tinh: '01', chonTinh: '1' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Phường Ba Đình');
    expect(page.text).toContain('value="Nơi mới"');
  });

  test('that is not there is not found', async () => {
    expect((await admin.get(`${FACILITIES}/99999`)).status).toBe(404);
    expect((await admin.submit(`${FACILITIES}/99999`, CLINIC, { page: `${FACILITIES}/48001` })).status).toBe(404);
  });
});
