import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { declare, numberOn, queriesOf, stepsOf } from './form.js';

const TRACK = '/dang-ky/tra-cuu';

let house: House;
let number: string;
let id: string;
beforeAll(async () => {
  house = await openHouse();
  const browser = house.browser();
  number = numberOn((await browser.get(await declare(browser))).text);
  id = (await queriesOf(house).list({ agencies: 'all', number }, { limit: 1 })).rows[0]?.id ?? '';
});
afterAll(() => house.close());

const ask = (fields: Record<string, string>) => house.browser().submit(TRACK, fields);
const told = async (phone = '0905612347'): Promise<string> => visibleText((await ask({ number, phone })).text);

it('follows the dossier through its states', async () => {
  const steps = stepsOf(house);
  const first = await told();
  for (const words of ['Mới kê khai', 'Đến lượt bạn', 'còn 10 ngày', '26/03/2026', 'BHXH cơ sở Thanh Khê'])
    expect(first).toContain(words);
  expect(first).not.toMatch(/Trần Thị Bình|048190001234|4811223344/);
  await steps.handIn({ id, version: 1 }, 'Căn cước');
  expect(await told('+84 905 612 347')).toContain('Đã nộp');
  await steps.take({ id, version: 2 });
  expect(await told()).toContain('Đang xử lý');
  const { repairCode, repairLink } = await steps.refuse(
    { id, version: 3 },
    {
      reason: 'Ảnh mặt trước bị mờ. <b>Chụp lại</b>',
      shortReason: 'Anh mo',
      fields: ['front'],
      withoutNewPaper: false,
    },
  );
  expect(repairCode).toMatch(/^[A-Z2-9]{8}$/);
  expect(repairLink).toMatch(/\/dang-ky\/sua-ho-so\/[\w-]{22}$/);
  const refused = await ask({ number, phone: '0905612347' });
  expect(visibleText(refused.text)).toContain('Ảnh mặt trước bị mờ.');
  expect(refused.text).toMatch(/<li class="bad" aria-current="step">Bước 3\/4: Xem xét/);
  expect(visibleText(refused.text)).toContain('sửa trên chính hồ sơ này');
  expect(refused.text).not.toContain('Kê khai lại');
  expect(refused.text).toMatch(/<form [^>]*action="\/dang-ky\/sua-ho-so"[^>]*>.*Sửa hồ sơ<\/button>/);
  expect(refused.text).not.toContain('<b>Chụp lại</b>');
  expect(refused.headers['cache-control']).toBe('no-store');
});

it.each([
  ['spaces', ' '],
  ['dashes', '-'],
  ['dots', '.'],
  ['nothing', ''],
])('takes a number typed with %s between its parts', async (_, between) => {
  const answer = await ask({ number: number.replaceAll('/', between), phone: '0905612347' });
  expect(answer.status).toBe(200);
  expect(visibleText(answer.text)).toContain(number);
});

describe('what does not fit', () => {
  it('answers the same for a wrong number and a wrong phone', async () => {
    const wrongPhone = await ask({ number, phone: '0905612348' });
    const wrongNumber = await ask({ number: '99999/2026/04802', phone: '0905612347' });
    expect([wrongPhone.status, wrongNumber.status]).toEqual([400, 400]);
    const sentence = 'Chưa tìm thấy hồ sơ với số hồ sơ và số điện thoại này.';
    for (const answer of [wrongPhone, wrongNumber]) expect(visibleText(answer.text)).toContain(sentence);
    const shape = (html: string): string =>
      visibleText(html)
        .replace(/\d+/g, '#')
        .replace(/nonce-\S+/g, '');
    expect(shape(wrongPhone.text)).toBe(shape(wrongNumber.text));
  });

  it.each([
    ['', '0905612347', 'Hãy nhập số hồ sơ'],
    ['412', '0905612347', 'chưa đúng dạng'],
    ["00001/2026/04802' OR '1'='1", '0905612347', 'chưa đúng dạng'],
    ['<script>alert(1)</script>', '0905612347', 'chưa đúng dạng'],
    ['00001/2026/04802', '', 'Hãy nhập số điện thoại'],
    ['00001/2026/04802', '0412345678', 'Đầu số 041'],
    ['00001/2026/04802', '%', 'chỉ gồm chữ số'],
  ])('%j and %j', async (typed, phone, says) => {
    const answer = await ask({ number: typed, phone });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(says);
    expect(answer.text).not.toContain('<script>alert');
  });

  it('opens nothing by the number alone, nor by GET', async () => {
    const answer = await house.browser().get(`${TRACK}?number=${encodeURIComponent(number)}&phone=0905612347`);
    expect(answer.status).toBe(200);
    expect(visibleText(answer.text)).not.toContain('Từ chối');
  });

  it('is asked in vain too often: 429', async () => {
    const browser = house.browser();
    const statuses: number[] = [];
    for (let tries = 0; tries < 40; tries += 1)
      statuses.push((await browser.post(TRACK, { number: '99999/2026/04802', phone: '0905612347' })).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses).not.toContain(500);
  });
});
