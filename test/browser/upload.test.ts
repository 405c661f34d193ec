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

describe.runIf(hasChromium)('files with data', () => {
  const at = opened();
  let path: string;

  beforeAll(async () => {
    path = join(at.house.app.config.uploadDir, 'co-so.csv');
    const rows = rowsOf(exampleText('facilities'));
    writeFileSync(path, csvOf(rows.map((row, index) => (index === 3 ? { ...row, ma_tinh: '99' } : row))));
  });

  const main = (page: Page): Promise<string> => page.locator('main').innerText();

  test('a fault, a trial, then for real: the page follows by itself, and nothing is wrong with any of them', async () => {
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

  test('without scripts the page reloads by itself', async () => {
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
