import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from '../kit/house.js';
import { hasChromium, launch, visit } from './chromium.js';
import { Inspection } from './inspection.js';
import { button, citizenSignIn, link, officerSignIn, smsTo } from './steps.js';

const AN = { number: '4812345678', password: 'Ansinh#2026', phone: '0912345678' };
const NEW_PHONE = '0905777123';
const CODE = /Ma OTP: (\d{6})/;

/** The citizen asks on a phone-sized screen for another phone; both numbers get a code. */
const askForPhone = async (house: House, page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  await citizenSignIn(page, AN.number, AN.password);
  await page.waitForURL('**/ca-nhan');
  await page.goto('/ca-nhan/thay-doi-thong-tin');
  await look('thay đổi thông tin');
  await page.getByLabel('Số điện thoại mới').fill(NEW_PHONE);
  await button(page, 'Gửi yêu cầu').click();
  await page.waitForURL('**/thay-doi-thong-tin/xac-nhan');
  await look('hai mã OTP');
  const [, current = ''] = await smsTo(house, AN.phone, CODE);
  const [, fresh = ''] = await smsTo(house, NEW_PHONE, CODE);
  await page.getByLabel(/^Mã OTP gửi số đang dùng/).fill(current);
  await page.getByLabel(/^Mã OTP gửi số mới/).fill(fresh);
  await button(page, 'Xác nhận').click();
  await page.waitForURL('**/ca-nhan/thay-doi-thong-tin');
  await look('yêu cầu đang chờ');
};

/** Hồ sơ ĐK GDĐT > Cá nhân, Mở rộng, the kind, Tra cứu, double click: the letter's appendix 02, part 2. */
const findRequest = async (page: Page, script: boolean, look: (name: string) => Promise<void>): Promise<void> => {
  await link(page, /^Cá nhân/)
    .first()
    .click();
  await page.waitForURL('**/can-bo/ho-so');
  await page.locator('summary', { hasText: 'Mở rộng' }).click();
  await page.getByLabel('Mã số BHXH').fill(AN.number);
  await page.getByLabel('Loại hồ sơ').selectOption('change');
  await button(page, 'Tra cứu').click();
  const row = page.locator('tbody tr', { hasText: 'Nguyễn Văn An' }).first();
  if (script) await row.dblclick({ position: { x: 300, y: 10 } });
  else await row.getByRole('link').first().click();
  await page.waitForURL(/\/can-bo\/ho-so\/[0-9a-f-]{36}/);
  await look('yêu cầu thay đổi');
};

describe.runIf(hasChromium)('a change of information, step by step', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each([true, false])(
    'is asked for, confirmed in the dialog, and told to both phones; script %s',
    async (script) => {
      const house = await openHouse({ demo: true, live: true });
      try {
        const inspection = new Inspection(`change-${script ? 'script' : 'plain'}`);
        const look = (page: Page) => (name: string) => (script ? inspection.look(page, name) : Promise.resolve());
        const citizen = await visit(browser, house.address, { script });
        await citizen.page.setViewportSize({ width: 360, height: 740 });
        await askForPhone(house, citizen.page, look(citizen.page));

        const officer = await visit(browser, house.address, { script });
        await officerSignIn(officer.page, 'canbo');
        await findRequest(officer.page, script, look(officer.page));
        await button(officer.page, 'Nhận xử lý').click();
        await officer.page.getByRole('heading', { name: 'Đánh giá hồ sơ' }).waitFor();
        await officer.page.getByLabel(/^Hồ sơ hợp lệ/).check();
        await button(officer.page, 'Ghi nhận').click();
        const asked = script ? officer.page.getByRole('dialog') : officer.page.locator('main');
        await asked.getByText(NEW_PHONE).first().waitFor();
        expect(await asked.innerText()).toContain(AN.phone);
        await look(officer.page)('hộp xác nhận');
        await asked.getByRole('button', { name: 'Xác nhận', exact: true }).click();
        await officer.page.getByText('Cập nhật thông tin thành công').waitFor();
        await look(officer.page)('đã cập nhật');

        expect((await smsTo(house, AN.phone, /da doi sang 0905xxx123/))[0]).toBeTruthy();
        expect(
          (await smsTo(house, NEW_PHONE, /So nay la so dien thoai cua tai khoan BHXH 4812345678/))[0],
        ).toBeTruthy();
        await citizen.page.goto('/ca-nhan');
        expect(new URL(citizen.page.url()).pathname).toBe('/dang-nhap');
        await citizenSignIn(citizen.page, AN.number, AN.password);
        await citizen.page.goto('/ca-nhan?hien=day-du');
        expect(await citizen.page.locator('main').innerText()).toContain(NEW_PHONE);
        expect(inspection.faults).toEqual([]);
        expect([...citizen.faults, ...officer.faults]).toEqual([]);
      } finally {
        await house.close();
      }
    },
    180_000,
  );
});
