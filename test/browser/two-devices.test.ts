import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { opened } from './opened.js';
import { button, citizenSignIn, smsTo } from './steps.js';

describe.runIf(hasChromium)('two browsers, one account', () => {
  const at = opened();

  const openPage = async () => (await at.visit()).page;

  test('a warning, an OTP, and the first one is out at its next request', async () => {
    const [first, second] = [await openPage(), await openPage()];
    await citizenSignIn(first, '4812345678', 'Ansinh#2026');
    await first.waitForURL('**/ca-nhan');

    await citizenSignIn(second, '4812345678', 'Ansinh#2026');
    await second.getByText('đang dùng trên thiết bị khác').first().waitFor();
    await button(second, 'Thoát').click();
    await first.reload();
    expect(new URL(first.url()).pathname).toBe('/ca-nhan');

    await citizenSignIn(second, '4812345678', 'Ansinh#2026');
    await button(second, 'Tiếp tục').click();
    const [, code = ''] = await smsTo(at.house, '0912345678', /Ma OTP: (\d{6})/);
    await second.getByLabel('Mã OTP').fill(code);
    await button(second, 'Xác nhận').click();
    await second.waitForURL('**/ca-nhan');

    await first.goto('/ca-nhan');
    expect(new URL(first.url()).pathname).toBe('/dang-nhap');
    expect(await first.locator('main').innerText()).toMatch(/thiết bị khác/);
    await second.reload();
    expect(new URL(second.url()).pathname).toBe('/ca-nhan');
  }, 60_000);
});
