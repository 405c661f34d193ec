import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { opened } from './opened.js';

const PAGES = [
  ...['/', '/dang-ky/ca-nhan', '/dang-ky/tra-cuu', '/dang-nhap', '/tim-kiem?q=dang+ky'],
  ...['/tra-cuu', '/tra-cuu/ma-so-bhxh', '/tra-cuu/don-vi-tham-gia?tinh=48', '/tin-tuc', '/ho-tro'],
  '/tin-tuc/so-dinh-danh-ca-nhan-va-ma-so-bhxh-dung-so-nao',
  '/ho-tro/cau-hoi-thuong-gap',
];

/** Bytes over the wire of a public page, headers included. */
const FIRST_VISIT = 60_000;
const SECOND_VISIT = 12_000;

/** Name of the focused thing when the bottom navigation hides all of it. */
const HIDDEN = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body || element.closest('.tabbar')) return '';
  const bar = document.querySelector('.tabbar').getBoundingClientRect();
  return element.getBoundingClientRect().top >= bar.top ? element.getAttribute('name') ?? element.textContent : '';
})()`;

/** Opens the page and adds up what came over the wire. */
const bytesOf = async (page: Page, path: string, empty: boolean): Promise<number> => {
  const wire = await page.context().newCDPSession(page);
  let bytes = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await wire.send('Network.enable');
  if (empty) await wire.send('Network.clearBrowserCache');
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  expect([200, 304]).toContain(answer?.status());
  await wire.detach();
  return bytes;
};

describe.runIf(hasChromium)('public pages on a phone', () => {
  const at = opened();

  test.each(PAGES)('%s is light, and lighter the second time', async (path) => {
    const { page } = await at.visit();
    expect(await bytesOf(page, path, true)).toBeLessThanOrEqual(FIRST_VISIT);
    expect(await bytesOf(page, path, false)).toBeLessThanOrEqual(SECOND_VISIT);
  });

  test('nothing that takes the focus stands behind the bottom navigation', async () => {
    const { page } = await at.visit();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/dang-ky/ca-nhan');
    const hidden: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      hidden.push(await page.evaluate<string>(HIDDEN));
    }
    expect(hidden.filter(Boolean)).toEqual([]);
  });
});
