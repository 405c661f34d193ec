import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from '../kit/house.js';
import { hasChromium, launch, visit } from './chromium.js';
import { Inspection } from './inspection.js';
import { button, link } from './steps.js';

describe.runIf(hasChromium)('the front page', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse({ demo: true, live: true }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  test('leads to lookups, news and help, and searches all of them, without a script too', async () => {
    const inspection = new Inspection('front');
    const { page } = await visit(browser, house.address, { script: false });
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

    const seen = await visit(browser, house.address);
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
