import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { button, link } from './steps.js';

describe.runIf(hasChromium)('the front page', () => {
  const at = opened();

  test('leads to lookups, news and help, and searches all of them, without a script too', async () => {
    const inspection = new Inspection('front');
    const { page } = await at.visit({ script: false });
    await page.goto('/');
    for (const name of ['Tra cứu', 'Tin tức', 'Hỗ trợ'])
      expect(await page.locator('main').getByRole('heading', { name, exact: true, level: 2 }).count(), name).toBe(1);
    await page.getByLabel('Bạn cần tìm gì?').fill('thanh khe');
    await button(page, 'Tìm kiếm').click();
    await page.waitForURL(/\/tim-kiem\?q=thanh\+khe/);
    await link(page, /BHXH cơ sở Thanh Khê/)
      .first()
      .click();
    await page.waitForURL(/\/tra-cuu\/co-quan-bhxh/);
    expect(await page.locator('#diem-04802').innerText()).toContain('BHXH cơ sở Thanh Khê');

    const seen = await at.visit();
    await seen.page.goto('/');
    await inspection.look(seen.page, 'front');
    await link(seen.page, 'Tìm kiếm').click();
    await seen.page.getByLabel('Bạn cần tìm gì?').fill('mat khau');
    await button(seen.page, 'Tìm kiếm').click();
    await seen.page.waitForURL(/q=mat/);
    expect(await seen.page.locator('main').innerText()).toContain('Câu hỏi thường gặp');
    await inspection.look(seen.page, 'found');
    expect(inspection.faults).toEqual([]);
    expect(seen.faults).toEqual([]);
  }, 90_000);
});
