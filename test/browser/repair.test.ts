import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { binh } from '../kit/declaration.js';
import { picture } from '../kit/pictures.js';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { button, declareAs, link, officerSignIn, smsTo } from './steps.js';

const PHONE = { width: 360, height: 740 };

/** The officer hands the dossier in and refuses it: the name and the front side are wrong. */
const refuse = async (officer: Page, number: string): Promise<void> => {
  await officerSignIn(officer, 'coso');
  await officer.goto('/can-bo/ho-so');
  await link(officer, number).click();
  await officer.getByLabel('Tờ khai đã ký').check();
  await officer.getByLabel('Đã đối chiếu giấy tờ gốc').check();
  await officer.getByLabel('Giấy tờ gốc', { exact: false }).last().selectOption({ index: 1 });
  await button(officer, 'Nộp hồ sơ').click();
  await officer.getByLabel(/^Hồ sơ không hợp lệ/).check();
  await officer.selectOption('[name=lyDo]', { index: 4 });
  await officer.getByLabel('Họ và tên', { exact: true }).check();
  await officer.getByLabel('Ảnh mặt trước giấy tờ').check();
  await button(officer, 'Ghi nhận').click();
  await officer.getByText('Từ chối duyệt thành công').waitFor();
};

describe.runIf(hasChromium)('a refused dossier on a phone', () => {
  const at = opened();

  test.each([true, false])(
    'is corrected by the code of the SMS, script %s',
    async (script) => {
      const inspection = new Inspection(`repair-${script ? 'script' : 'plain'}`);
      const person = script ? binh : { ...binh, insuranceNumber: '4811229988', phone: '0905111999', email: '' };
      const { page, faults } = await at.visit({ script });
      const number = await declareAs(page, person);
      const received = page.url();
      await refuse((await at.visit()).page, number);
      const [, code = ''] = await smsTo(at.house, person['phone'] ?? '', new RegExp(`${number}.*ma sua: (\\w{8})`));

      await page.setViewportSize(PHONE);
      await page.goto('/dang-ky/tra-cuu');
      await page.fill('[name=number]', number);
      await page.fill('[name=phone]', person['phone'] ?? '');
      await button(page, 'Xem hồ sơ').click();
      if (script) await inspection.look(page, 'tra cứu hồ sơ bị từ chối');
      await button(page, 'Sửa hồ sơ').click();
      if (script) await inspection.look(page, 'nhập mã');
      expect(await page.inputValue('[name=number]')).toBe(number);
      await page.getByLabel('Mã sửa hồ sơ').fill(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
      await button(page, 'Mở hồ sơ').click();
      await page.waitForURL(/\/dang-ky\/sua-ho-so\/[\w-]{22}$/);
      if (script) await inspection.look(page, 'sửa hồ sơ');
      // Only what was marked stands there; the rest is folded.
      expect(await page.locator('input:visible:not([type=hidden])').evaluateAll((all) => all.length)).toBe(3);
      expect(await page.getByLabel('Số điện thoại').isVisible()).toBe(false);

      await page.check('[name=commitment]');
      await button(page, 'Gửi lại hồ sơ').click();
      await page.getByText('Thêm ảnh mặt trước').first().waitFor();
      if (script) await inspection.look(page, 'còn thiếu ảnh');
      await page.getByLabel('Họ và tên').fill('Trần Thị Thanh Bình');
      await page.setInputFiles('[name=front]', { name: 'moi.jpg', mimeType: 'image/jpeg', buffer: await picture() });
      await page.check('[name=commitment]');
      await button(page, 'Gửi lại hồ sơ').click();
      await page.waitForURL(/\/dang-ky\/da-ghi-nhan\//);
      const sheet = await page.locator('main').innerText();
      expect(sheet).toContain(number);
      expect(sheet).toContain('TRẦN THỊ THANH BÌNH');
      await page.goto(received);
      expect(await page.locator('main').innerText()).toContain('TRẦN THỊ THANH BÌNH');

      await page.goto('/dang-ky/sua-ho-so');
      await page.fill('[name=number]', number);
      await page.fill('[name=code]', code);
      await button(page, 'Mở hồ sơ').click();
      await page.getByText('Chưa mở được hồ sơ').first().waitFor();
      if (script) await inspection.look(page, 'mã đã dùng');
      expect(inspection.faults).toEqual([]);
      expect(faults.filter((fault) => !/status of 400/.test(fault))).toEqual([]);
    },
    120_000,
  );
});
