import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { citizenSignIn, link } from './steps.js';

interface Manifest {
  readonly name: string;
  readonly start_url: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
}

/** All that the browser keeps: path and text of every entry of every cache. */
const KEPT = `(async () => {
  const kept = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request, { ignoreVary: true });
      const type = answer.headers.get('content-type') ?? '';
      kept.push({ path: new URL(request.url).pathname, text: type.includes('html') ? await answer.text() : '' });
    }
  }
  return kept;
})()`;

const keptBy = (page: Page) => page.evaluate<{ path: string; text: string }[]>(KEPT);

/** The service worker comes with the second page, and then serves this one too. */
const workerOf = async (page: Page): Promise<void> => {
  await page.evaluate(
    `navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller || new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))).then(() => undefined)`,
  );
};

describe.runIf(hasChromium)('An Sinh on the home screen', () => {
  const at = opened();

  test('names itself and has icons of the sizes it promises', async () => {
    const { page } = await at.visit();
    await page.goto('/');
    const address = await page.locator('link[rel=manifest]').getAttribute('href');
    const answer = await page.request.get(address ?? '');
    expect(answer.headers()['content-type']).toContain('application/manifest+json');
    const { name, start_url: start, icons } = (await answer.json()) as Manifest;
    expect([name, start]).toEqual(['An Sinh', '/']);
    expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes } of icons) {
      const { width, height } = await sharp(await (await page.request.get(src)).body()).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  });

  test('does not come with the first page, which stays light', async () => {
    const { page } = await at.visit({ offline: true });
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toBe(0);
  });

  test('keeps public pages for when the network is away, and nothing of whoever was signed in', async () => {
    const inspection = new Inspection('installed');
    const { page, context } = await at.visit({ offline: true });
    await page.goto('/');
    await link(page, 'Tra cứu').first().click();
    await workerOf(page);
    await page.goto('/');
    await citizenSignIn(page, '4812345678', 'Ansinh#2026');
    for (const path of ['/ca-nhan', '/ca-nhan/the-bhyt', '/', '/dang-ky', '/tin-tuc']) await page.goto(path);
    expect(await page.locator('header').innerText()).toContain('Nguyễn Văn An');

    const kept = await keptBy(page);
    const pages = kept.filter(({ text }) => text).map(({ path }) => path);
    expect(pages.sort()).toEqual(['/', '/ngoai-tuyen']);
    expect(kept.map(({ path }) => path).filter((path) => /^\/(ca-nhan|can-bo|dang-nhap)/.test(path))).toEqual([]);
    expect(kept.filter(({ text }) => /Nguyễn Văn An|4812345678|Thoát/.test(text))).toEqual([]);

    await context.setOffline(true);
    await page.goto('/tra-cuu/diem-thu');
    expect(await page.locator('h1').innerText()).toBe('Máy của bạn đang không có mạng');
    await inspection.look(page, 'offline');
    await page.goto('/');
    expect(await page.locator('h1').innerText()).toContain('Hồ sơ bảo hiểm của bạn');
    expect(await page.locator('header').innerText()).not.toContain('Nguyễn Văn An');
    await page.goto('/ca-nhan');
    expect(await page.locator('main').innerText()).not.toContain('Nguyễn Văn An');
    expect(await page.locator('h1').innerText()).toBe('Máy của bạn đang không có mạng');

    await context.setOffline(false);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.waitForURL(/\/ca-nhan/);
    expect(await page.locator('main').innerText()).toContain('Nguyễn Văn An');
    expect(inspection.faults).toEqual([]);
  }, 120_000);
});
