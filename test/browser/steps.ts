import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { binh } from '../kit/declaration.js';
import type { House } from '../kit/house.js';
import { dossierFiles } from '../kit/pictures.js';

/** What a person who looks at the page may want to do between two steps. */
export type Look = (name: string) => Promise<void>;

const glance: Look = async () => undefined;

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const link = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) });

/** The newest text to a phone that fits the pattern; waits until it is there. */
export const smsTo = async (house: House, phone: string, pattern: RegExp): Promise<RegExpExecArray> => {
  for (let round = 0; round < 100; round += 1) {
    const texts = await house.messages({ to: phone, channel: 'sms' });
    const found = texts
      .toReversed()
      .map(({ text }) => pattern.exec(text))
      .find((match) => match !== null);
    if (found) return found;
    await wait(100);
  }
  throw new Error(`no message to ${phone} fits ${String(pattern)}`);
};

/** Form 01 from the home page to the received sheet; returns the dossier's number. */
export const declareAs = async (page: Page, person = binh, look: Look = glance): Promise<string> => {
  await page.goto('/');
  await look('trang chủ');
  await link(page, /Đăng ký ngay/)
    .first()
    .click();
  await look('chọn đối tượng');
  await page.getByLabel('Cá nhân').check();
  await button(page, 'Tiếp').click();
  await look('tờ khai 01');
  for (const name of ['insuranceNumber', 'fullName', 'birthDate', 'paperNumber', 'phone', 'email', 'street'])
    await page.fill(`[name=${name}]`, person[name] ?? '');
  await page.check(`[name=sex][value=${person['sex']}]`);
  await page.selectOption('[name=province]', person['province'] ?? '');
  await button(page, 'Chọn tỉnh').click();
  await page.selectOption('[name=commune]', person['commune'] ?? '');
  await page.selectOption('[name=agency]', person['agency'] ?? '');
  await page.check('[name=commitment]');
  for (const [field, { bytes, name, type }] of Object.entries(await dossierFiles()))
    await page.setInputFiles(`[name=${field}]`, { name, mimeType: type, buffer: bytes });
  await look('tờ khai 01 đã điền');
  await button(page, 'Ghi nhận').click();
  await page.waitForURL(/\/dang-ky\/da-ghi-nhan\//);
  await look('đã ghi nhận');
  return /\d{5}\/\d{4}\/\d{5}/.exec(await page.locator('main').innerText())?.[0] ?? 'no number';
};

export const officerSignIn = async (page: Page, name: string, look: Look = glance): Promise<void> => {
  await page.goto('/can-bo/dang-nhap');
  await look('đăng nhập cán bộ');
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill('Canbo#2026');
  await button(page, 'Đăng nhập').click();
  await page.waitForURL('**/can-bo');
  await look('tổng quan cán bộ');
};

export const citizenSignIn = async (page: Page, number: string, password: string): Promise<void> => {
  await page.goto('/dang-nhap');
  await page.getByLabel('Mã số BHXH').fill(number);
  await page.getByLabel('Mật khẩu').fill(password);
  await button(page, 'Đăng nhập').click();
};

/** First sign-in with the password of the SMS, a new password, the OTP; ends on the own record. */
export const openAccount = async (house: House, page: Page, person = binh, look: Look = glance): Promise<void> => {
  const phone = person['phone'] ?? '';
  const number = person['insuranceNumber'] ?? '';
  const [, first = ''] = await smsTo(house, phone, new RegExp(`Tai khoan: ${number}\\. Mat khau: (\\S+?)[.,]?\\s`));
  await page.goto('/dang-nhap');
  await look('đăng nhập');
  await citizenSignIn(page, number, first);
  await page.waitForURL('**/ca-nhan/doi-mat-khau');
  await look('đổi mật khẩu');
  await page.getByLabel('Mật khẩu cũ').fill(first);
  await page.getByLabel('Mật khẩu mới', { exact: false }).first().fill('SongHan-2026-xanh');
  await page.getByLabel('Nhập lại mật khẩu mới').fill('SongHan-2026-xanh');
  await button(page, 'Hoàn tất').click();
  await page.waitForURL('**/ca-nhan/doi-mat-khau/xac-nhan');
  await look('mã OTP');
  const [, code = ''] = await smsTo(house, phone, /Ma OTP: (\d{6})/);
  await page.getByLabel('Mã OTP').fill(code);
  await button(page, 'Xác nhận').click();
  await page.waitForURL((url) => /^\/ca-nhan(\/(?!doi-mat-khau).*)?$/.test(url.pathname));
  await look('sau khi đổi mật khẩu');
};
