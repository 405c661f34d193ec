import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { csvOf, exampleText, rowsOf } from '../kit/imports.js';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { button, officerSignIn } from './steps.js';

const UPLOADS = '/can-bo/quan-tri/nhap-du-lieu';
const SETTINGS = '/can-bo/quan-tri/cai-dat';

describe.runIf(hasChromium)('what administrators keep', () => {
  const at = opened();
  let path: string;

  beforeAll(async () => {
    path = join(at.house.app.config.uploadDir, 'co-so.csv');
    const rows = rowsOf(exampleText('facilities'));
    writeFileSync(path, csvOf(rows.map((row, index) => (index === 3 ? { ...row, ma_tinh: '99' } : row))));
  });

  const main = (page: Page): Promise<string> => page.locator('main').innerText();

  test('files with data: a fault, a trial, then for real: the page follows by itself, and nothing is wrong with any of them', async () => {
    const inspection = new Inspection('uploads');
    const { page, faults } = await at.visit();
    await officerSignIn(page, 'quantri');
    await page.goto(UPLOADS);
    await page.setInputFiles('[name=tep]', path);
    await button(page, 'Gửi tệp').click();
    await inspection.look(page, 'a kind is missing');
    await page.selectOption('[name=loai]', 'facilities');
    await button(page, 'Gửi tệp').click();
    await page.getByText('Xong, có dòng bị từ chối').waitFor();
    await inspection.look(page, 'after a trial');
    await button(page, 'Nạp thật tệp này').click();
    await page.getByText('Thêm mới').waitFor();
    await page.getByText('Xong, có dòng bị từ chối').waitFor();
    expect(await main(page)).toMatch(/Thêm mới\s+10/);
    await inspection.look(page, 'taken in');
    await page.goto(UPLOADS);
    await inspection.look(page, 'history');
    await page.goto(`${UPLOADS}/cot/visits`);
    await inspection.look(page, 'columns');
    expect(inspection.faults).toEqual([]);
    // The form of the first step was answered with 400 on purpose.
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  }, 120_000);

  test('settings: faults beside the fields, a value to come, corrected, without scripts, at 360 and 1280 px', async () => {
    const inspection = new Inspection('settings');
    const { page, faults } = await at.visit();
    const { page: plain } = await at.visit({ script: false });
    await officerSignIn(page, 'quantri');
    await page.goto(SETTINGS);
    await inspection.look(page, 'list');
    for (const name of ['base_salary', 'hotline_hours', 'second_person', 'feedback_supervisor']) {
      await page.goto(`${SETTINGS}/${name}`);
      await inspection.look(page, name);
    }
    await officerSignIn(plain, 'quantri');
    await plain.goto(SETTINGS);
    await plain.getByRole('link', { name: 'Hạn nộp tờ khai mẫu 01' }).click();
    await plain.fill('[name=giaTri]', '45');
    await button(plain, 'Thêm giá trị').click();
    await plain.getByText('Còn 3 chỗ cần sửa').waitFor();
    expect(await plain.inputValue('[name=giaTri]')).toBe('45');
    const tomorrow = (await plain.getAttribute('[name=tuNgay]', 'placeholder')) ?? '';
    await plain.fill('[name=giaTri]', '12');
    await plain.fill('[name=tuNgay]', tomorrow);
    await plain.fill('[name=lyDo]', 'Quyết định số 12/QĐ-BHXH');
    await plain.keyboard.press('Enter');
    await plain.getByText('Đã lưu. Giá trị mới áp dụng từ').waitFor();
    expect(await main(plain)).toMatch(/12 ngày.*Sắp áp dụng/s);

    await page.goto(`${SETTINGS}/declaration_days`);
    await button(page, 'Thêm giá trị').click();
    await page.getByText('Còn 3 chỗ cần sửa').waitFor();
    await inspection.look(page, 'faults');
    await page.goto(`${SETTINGS}/declaration_days`);
    await page.getByRole('link', { name: /^Sửa hoặc bỏ/ }).click();
    await inspection.look(page, 'value to come');
    await page.fill('[name=giaTri]', '14');
    await page.getByLabel('Lý do, căn cứ').fill('Gõ nhầm');
    await button(page, 'Lưu').click();
    await page.getByText('Đã sửa giá trị sắp áp dụng.').waitFor();
    expect(await main(page)).toContain(`Từ ${tomorrow}: 12 ngày → 14 ngày`);
    await inspection.look(page, 'corrected');
    await page.goto(SETTINGS);
    expect(await main(page)).toContain(`14 ngày từ ${tomorrow}`);
    expect([...new Set(inspection.faults)]).toEqual([]);
    // The empty form was answered with 400 on purpose.
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  }, 120_000);

  test('files with data: without scripts the page reloads by itself', async () => {
    const { page } = await at.visit({ script: false });
    await officerSignIn(page, 'quantri');
    await page.goto(UPLOADS);
    await page.selectOption('[name=loai]', 'facilities');
    await page.setInputFiles('[name=tep]', path);
    await button(page, 'Gửi tệp').click();
    await page.getByText('Xong, có dòng bị từ chối').waitFor({ timeout: 20_000 });
    expect(await main(page)).toMatch(/Bị từ chối\s+1/);
  }, 60_000);
});
