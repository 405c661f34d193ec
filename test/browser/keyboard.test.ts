import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { binh, declare } from '../kit/declaration.js';
import { hasChromium } from './chromium.js';
import { opened } from './opened.js';

/** How the focused element presents itself: role, name, and whether its focus can be seen. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: '', seen: true };
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  const name = element.getAttribute('aria-label') ?? (labels.length ? labels.join(' ') : element.textContent);
  const box = element.getBoundingClientRect();
  // A row or a card may show the focus in place of the link or button in it.
  const places = [element, element.closest('tr'), element.closest('label')].filter(Boolean).map((place) => getComputedStyle(place));
  const drawn = places.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none') || box.width <= 1;
  return { name: name.replace(/\\s+/g, ' ').trim(), field: element.getAttribute('name') ?? '', seen: drawn };
})()`;

interface Focused {
  readonly name: string;
  readonly field?: string;
  readonly seen: boolean;
}

/** Presses Tab until the named thing has the focus. */
const tabTo = async (page: Page, name: string | RegExp, unseen: string[]): Promise<void> => {
  const passed: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<Focused>(FOCUSED);
    if (!focused.seen) unseen.push(`${new URL(page.url()).pathname}: ${focused.name}`);
    passed.push(focused.name);
    if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) return;
  }
  throw new Error(`Tab never reached ${String(name)} at ${page.url()}; it passed: ${[...new Set(passed)].join(' | ')}`);
};

describe.runIf(hasChromium)("the officer's review with the keyboard alone", () => {
  const at = opened();

  beforeAll(async () => {
    expect((await declare(at.house.browser(), binh)).status).toBe(303);
  });

  test('from signing in to the decision', async () => {
    const { page, faults } = await at.visit();
    const unseen: string[] = [];
    const press = async (name: string | RegExp, key = 'Enter'): Promise<void> => {
      await tabTo(page, name, unseen);
      await page.keyboard.press(key);
    };
    const type = async (name: string | RegExp, text: string): Promise<void> => {
      await tabTo(page, name, unseen);
      await page.keyboard.type(text);
    };
    await page.goto('/can-bo/dang-nhap');
    await type(/^Tên đăng nhập/, 'canbo');
    await type(/^Mật khẩu/, 'Canbo#2026');
    await press('Đăng nhập');
    await page.waitForURL('**/can-bo');
    await press(/^Cá nhân/);
    await page.waitForURL('**/can-bo/ho-so');
    await press('Mở rộng');
    await type(/^Mã số BHXH/, binh['insuranceNumber'] ?? '');
    await press('Tra cứu');
    await page.waitForURL(/maSo=/);
    await tabTo(page, /^\d{5}\/\d{4}\/\d{5}$/, unseen);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/can-bo\/ho-so\/[0-9a-f-]{36}/);
    await press(/^Tờ khai đã ký/, 'Space');
    await press(/^Đã đối chiếu giấy tờ gốc/, 'Space');
    await press(/^Giấy tờ gốc/, 'ArrowDown');
    await press('Nộp hồ sơ');
    await page.getByRole('button', { name: 'Nhận xử lý', exact: true }).waitFor();
    await press('Nhận xử lý');
    await page.getByRole('heading', { name: 'Đánh giá hồ sơ' }).waitFor();
    await press(/^Phóng to/);
    await page.keyboard.press('Escape');
    await press(/^Hồ sơ hợp lệ/, 'Space');
    await press('Ghi nhận');
    await page.getByText('Cập nhật thành công. Đăng ký thành công').waitFor();
    expect([...new Set(unseen)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
