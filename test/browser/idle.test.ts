import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openHouse, type House } from '../kit/house.js';
import { hasChromium, launch, visit } from './chromium.js';
import { button, citizenSignIn } from './steps.js';

const MINUTE = 60_000;
const WARNING = 'Hãy chọn Ở lại trong 2 phút tới';

/** Both clocks, that of the browser and that of the house, are moved by hand. */
describe.runIf(hasChromium)('a citizen who does nothing for long', () => {
  let house: House;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    [house, browser] = await Promise.all([openHouse({ demo: true }), launch()]);
    ({ context, page } = await visit(browser, house.address));
    await context.clock.install({ time: house.clock.now() });
    await citizenSignIn(page, '4812345678', 'Ansinh#2026');
    await page.waitForURL('**/ca-nhan');
  }, 60_000);
  afterEach(async () => {
    await browser?.close();
    await house?.close();
  });

  const forward = async (minutes: number): Promise<void> => {
    house.clock.forward(minutes * MINUTE);
    await context.clock.fastForward(minutes * MINUTE);
  };
  const warning = (on: Page) => on.getByRole('alert').filter({ hasText: WARNING });

  test('is warned once, chooses Ở lại, and the session goes on', async () => {
    await forward(11);
    expect(await warning(page).count()).toBe(0);
    await forward(1);
    await warning(page).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
    await forward(1);
    expect(await warning(page).count()).toBe(1);

    await page.getByRole('link', { name: 'Thiết bị và đăng nhập' }).focus();
    await button(page, 'Ở lại').focus();
    await page.keyboard.press('Enter');
    await warning(page).waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Thiết bị và đăng nhập');

    // Longer after signing in than a session lives without use: what was touched has held.
    await forward(11);
    await page.reload();
    expect(new URL(page.url()).pathname).toBe('/ca-nhan');
  }, 60_000);

  test('is led to the sign-in page after the end, and back to the same page', async () => {
    await page.goto('/ca-nhan/thiet-bi?truoc=3');
    await forward(16);
    await page.waitForURL('**/dang-nhap?*');
    expect(await page.locator('main').innerText()).toContain('kết thúc vì lâu không có thao tác');
    await page.getByLabel('Mã số BHXH').fill('4812345678');
    await page.getByLabel('Mật khẩu').fill('Ansinh#2026');
    await button(page, 'Đăng nhập').click();
    await page.waitForURL('**/ca-nhan/thiet-bi?truoc=3');
  }, 60_000);

  test('has one clock for several tabs', async () => {
    const second = await context.newPage();
    await second.goto('/ca-nhan');
    await forward(10);
    await second.reload();
    await forward(6);
    expect(await warning(page).count()).toBe(0);
    await forward(6);
    await warning(page).waitFor();
    await warning(second).waitFor();

    await button(second, 'Ở lại').click();
    await warning(second).waitFor({ state: 'detached' });
    await warning(page).waitFor({ state: 'detached' });
  }, 60_000);

  test('whose session is over already learns it on Ở lại', async () => {
    await forward(12);
    await warning(page).waitFor();
    house.clock.forward(4 * MINUTE);
    await button(page, 'Ở lại').click();
    await page.waitForURL('**/dang-nhap?*');
  }, 60_000);
});
