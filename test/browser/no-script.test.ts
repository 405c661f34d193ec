import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { opened } from './opened.js';
import { button, declareAs, link, officerSignIn, openAccount } from './steps.js';

describe.runIf(hasChromium)('the main journey with JavaScript off', () => {
  const at = opened();

  test('the citizen misses nothing', async () => {
    const { page, faults } = await at.visit({ script: false });
    const number = await declareAs(page);
    const received = page.url();

    await page.goto('/dang-ky/tra-cuu');
    await page.fill('[name=number]', number);
    await page.fill('[name=phone]', '0905111222');
    await page.locator('main form').last().getByRole('button').click();
    expect(await page.locator('main').innerText()).toContain('Mới kê khai');

    const officer = (await at.visit({ script: false })).page;
    await officerSignIn(officer, 'coso');
    await officer.goto('/can-bo/ho-so');
    await link(officer, number).click();
    await officer.getByLabel('Tờ khai đã ký').check();
    await officer.getByLabel('Đã đối chiếu giấy tờ gốc').check();
    await officer.getByLabel('Giấy tờ gốc', { exact: false }).last().selectOption({ index: 1 });
    await button(officer, 'Nộp hồ sơ').click();
    // Assessing what was handed in takes it first.
    await officer.getByLabel(/^Hồ sơ hợp lệ/).check();
    await button(officer, 'Ghi nhận').click();
    expect(await officer.locator('body').innerText()).toContain('Cập nhật thành công. Đăng ký thành công');

    expect((await page.goto(received))?.status()).toBe(404);
    await openAccount(at.house, page);
    await page.goto('/ca-nhan');
    expect(await page.locator('main').innerText()).toContain('4811223344');
    await page.goto('/ca-nhan/the-bhyt?xoay=90');
    expect(await page.locator('main').innerText()).toContain('Thẻ');
    await page.goto('/ca-nhan/qua-trinh-tham-gia');
    for (const tab of ['BHXH', 'BHTN', 'BHTNLĐ-BNN', 'BHYT'])
      await link(page, new RegExp(`^${tab}`))
        .first()
        .waitFor();
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  }, 120_000);
});
