import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { binh, declare } from '../kit/declaration.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

let house: House;
let citizen: Browser;
let officer: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  citizen = house.browser();
  officer = await house.officer('canbo');
});
afterAll(() => house.close());

const phone = binh['phone'] ?? '';
const newPassword = 'Lua-chin-tren-nuong-7';

const read = async (browser: Browser, path: string): Promise<string> => {
  const page = await browser.get(path);
  expect(page.status).toBe(200);
  return visibleText(page.text);
};

const sms = async (): Promise<string[]> => {
  await house.settle();
  return (await house.messages({ to: phone, channel: 'sms' })).map(({ text }) => text);
};

/** Finds the dossier in the list as an officer does. */
const find = async (number: string): Promise<string> => {
  const { text } = await officer.get(`/can-bo/ho-so?soHoSo=${encodeURIComponent(number)}`);
  return new RegExp(`href="(/can-bo/ho-so/[0-9a-f-]{36})[^"]*">${number}<`).exec(text)?.[1] ?? '';
};

test('declare, hand in, approve, sign in, change the password, read the own record', async () => {
  const declared = await declare(citizen);
  expect(declared.status).toBe(303);
  const number = /\d{5}\/\d{4}\/04802/.exec(visibleText((await citizen.follow(declared)).text))?.[0] ?? '';
  expect(number).not.toBe('');
  expect(await sms()).toHaveLength(1);

  const dossier = await find(number);
  expect(dossier).not.toBe('');
  const early = await officer.submit(`${dossier}/danh-gia`, { ketQua: 'hop-le' }, { page: dossier });
  expect(visibleText(early.text)).toContain('Hãy chọn Nộp hồ sơ trước');
  const handedIn = await officer.submit(
    `${dossier}/nop`,
    { daKy: 'on', daDoiChieu: 'on', giayTo: 'Căn cước công dân, thẻ căn cước' },
    { page: dossier },
  );
  expect(handedIn.status).toBe(303);
  house.clock.forward(12 * 60_000);
  expect((await officer.submit(`${dossier}/nhan-xu-ly`, {}, { page: dossier })).status).toBe(303);
  const approved = await officer.submit(`${dossier}/danh-gia`, { ketQua: 'hop-le' }, { page: dossier });
  expect(approved.status).toBe(303);
  const after = visibleText((await officer.follow(approved)).text);
  expect(after).toContain('Cập nhật thành công. Đăng ký thành công');
  expect(after).toContain('Từ lúc nộp đến quyết định 12 phút');
  // The page of the declaration is closed with the approval.
  expect((await citizen.follow(declared)).status).toBe(404);

  const [, account = '', ...more] = await sms();
  expect(more).toEqual([]);
  const password = /^Tai khoan: 4811223344\. Mat khau: (\S{8,})/.exec(account)?.[1]?.replace(/\.$/, '') ?? '';
  expect(password).not.toBe('');

  const first = await citizen.submit('/dang-nhap', { soDinhDanh: '4811223344', matKhau: password });
  expect(first.status).toBe(303);
  // Until the password is the person's own, only the change page answers.
  expect((await citizen.get('/ca-nhan')).get('location')).toBe('/ca-nhan/doi-mat-khau');
  const changed = await citizen.submit('/ca-nhan/doi-mat-khau', {
    matKhauCu: password,
    matKhauMoi: newPassword,
    nhapLai: newPassword,
  });
  expect(changed.status).toBe(303);
  const otp = /^Ma OTP: (\d{6})/.exec((await sms()).at(-1) ?? '')?.[1] ?? '';
  const confirmed = await citizen.submit('/ca-nhan/doi-mat-khau/xac-nhan', { maOtp: otp });
  expect(confirmed.status).toBe(303);

  const record = await read(citizen, '/ca-nhan');
  for (const words of ['4811223344', 'Trần Thị Bình', '12/05/1990']) expect(record).toContain(words);
  expect(await read(citizen, '/ca-nhan/the-bhyt')).toContain('Trần Thị Bình');
  expect(await read(citizen, '/ca-nhan/qua-trinh-tham-gia')).toContain('Tổng thời gian tham gia');

  const again = house.browser();
  expect((await again.submit('/dang-nhap', { soDinhDanh: '4811223344', matKhau: password })).status).not.toBe(303);
});

test('nobody of another realm gets in meanwhile', async () => {
  const citizenOfTheDemo = await house.citizen();
  expect((await citizenOfTheDemo.get('/can-bo/ho-so')).status).toBe(303);
  expect((await officer.get('/ca-nhan')).status).toBe(303);
});
