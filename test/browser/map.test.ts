import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { openMapPage, POINTS } from './map-page.js';

const HAI_CHAU = { latitude: 16.05, longitude: 108.21 };

/** Presses Tab until the focus is on something with this in its name. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(
      'document.activeElement.getAttribute("aria-label") || document.activeElement.textContent',
    );
    if (focused.includes(name)) return;
  }
  throw new Error(`Tab never reached ${name}`);
};

describe.runIf(hasChromium)('the map beside a list', () => {
  const at = opened();

  test('draws its own land, clusters and the names that a Vietnamese map must have', async () => {
    const inspection = new Inspection('map');
    const { page, faults } = await at.visit();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openMapPage(page);
    await page.locator('.map-cluster').first().waitFor();
    await page.locator('canvas').waitFor();
    const text = await page.locator('.map-view').innerText();
    expect(text).toContain('Quần đảo Hoàng Sa');
    expect(text).toContain('Quần đảo Trường Sa');
    expect(asked.filter((url) => !url.startsWith(at.house.address))).toEqual([]);
    await inspection.look(page, 'map');
    expect(inspection.faults).toEqual([]);
    expect(faults).toEqual([]);
  }, 60_000);

  test('opens a point from the list and the other way round, by the keyboard too', async () => {
    const inspection = new Inspection('map');
    const { page } = await at.visit();
    await openMapPage(page);
    await tabTo(page, 'Bản đồ: BHXH Huế');
    await page.keyboard.press('Enter');
    const card = page.locator('.map-card');
    await card.waitFor();
    expect(await card.innerText()).toContain('Số 5, đường Trần Quý Cáp');
    expect(await page.locator('#diem-04805').getAttribute('aria-current')).toBe('true');
    expect(await page.evaluate('document.activeElement.className')).toBe('map-card');
    // Here no other pin lies below the card.
    await inspection.look(page, 'card');
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toContain('BHXH Huế');

    await tabTo(page, '4 BHXH cơ sở Hội An');
    await page.keyboard.press('Enter');
    await card.waitFor();
    expect(await page.locator('#diem-04804').getAttribute('class')).toContain('is-chosen');
    const way = card.getByRole('link', { name: /Chỉ đường/ });
    expect(await way.getAttribute('href')).toContain('destination=15.88,108.335');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('BHXH cơ sở Hội An');

    await tabTo(page, 'nơi ở gần nhau');
    await page.keyboard.press('Enter');
    await page.locator('.map-pin', { hasText: 'BHXH cơ sở Hải Châu' }).waitFor();
    expect(inspection.faults).toEqual([]);
  }, 60_000);

  test('puts the card below the map on a phone', async () => {
    const { page } = await at.visit();
    await page.setViewportSize({ width: 360, height: 740 });
    await openMapPage(page);
    await page.locator('#diem-04804 h2').click();
    await page.locator('.map-strip .map-card').waitFor();
    expect(await page.locator('.map-strip').innerText()).toContain('Vị trí gần đúng');
    await page.getByRole('button', { name: 'Đóng' }).click();
    expect(await page.locator('.map-card').count()).toBe(0);
  }, 60_000);

  test('asks where somebody is only when he presses "Gần tôi", and sorts the list', async () => {
    const { page, context } = await at.visit();
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation(HAI_CHAU);
    await openMapPage(page);
    expect(await page.locator('li').first().innerText()).toContain('BHXH thành phố Đà Nẵng');
    await page.getByRole('button', { name: 'Gần tôi' }).click();
    await page.getByText('Danh sách đã xếp theo khoảng cách').waitFor();
    expect(await page.locator('li').first().innerText()).toMatch(/BHXH cơ sở Hải Châu[^]*0,5 km/);
    expect(await page.locator('li').last().innerText()).toContain('BHXH Huế');
  }, 60_000);

  test('says kindly what to do when the place is not given', async () => {
    const { page } = await at.visit();
    await openMapPage(page);
    await page.getByRole('button', { name: 'Gần tôi' }).click();
    await page.getByText(/chọn tỉnh và xã/).waitFor();
  }, 60_000);

  test.each(['{', '[{"id":1}]', '[]', '[{"id":"a","name":"<img src=x>","lat":"x","lon":2}]'])(
    'is a map without points for %s',
    async (points) => {
      const { page, faults } = await at.visit();
      await openMapPage(page, { points });
      await page.locator('.map-view').waitFor();
      expect(await page.locator('.map-pin, .map-cluster').count()).toBe(0);
      expect(faults).toEqual([]);
    },
    60_000,
  );

  test('shows points, clusters and the list when land and tiles are missing or broken', async () => {
    const { page, faults } = await at.visit();
    const feature = '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}';
    const tile = '/o-ban-do/{z}/{x}/{y}.png';
    const ways: readonly (readonly [string, string, (route: Route) => Promise<void>])[] = [
      ['land cut off', '', (route) => route.fulfill({ body: '{"scale":' })],
      ['land of another shape', '', (route) => route.fulfill({ body: feature })],
      ['no network', '', (route) => route.abort()],
      ['tiles that are a page', tile, (route) => route.fulfill({ body: '<html>Bảo trì', contentType: 'text/html' })],
      ['tiles gone', tile, (route) => route.fulfill({ status: 404, body: '' })],
    ];
    const asked = /coast\..*json|\/o-ban-do\//;
    for (const [way, tiles, answer] of ways) {
      await page.route(asked, answer);
      await openMapPage(page, { tiles });
      await page.locator('.map-cluster').first().waitFor();
      expect([way, await page.locator('.map-pin, .map-cluster').count()]).toEqual([way, 3]);
      expect(await page.locator('li[id^=diem-]').count()).toBe(POINTS.length);
      expect(await page.locator('.map-view').innerText()).toContain('Quần đảo Hoàng Sa');
      await page.unroute(asked);
    }
    // The browser tells of what did not come; nothing of ours failed over it.
    expect(faults.filter((fault) => !fault.includes('Failed to load resource'))).toEqual([]);
  }, 90_000);

  test('writes no markup of a name', async () => {
    const { page, faults } = await at.visit();
    await openMapPage(page, { points: JSON.stringify([{ ...POINTS[0], name: '<img src=x onerror=alert(1)>' }]) });
    await page.locator('.map-pin').click();
    expect(await page.locator('.map-card h3').innerText()).toBe('<img src=x onerror=alert(1)>');
    expect(faults).toEqual([]);
  }, 60_000);

  test('stands on the page of agencies, which is a list without it', async () => {
    const inspection = new Inspection('map');
    const { page, faults } = await at.visit();
    await page.goto('/tra-cuu/co-quan-bhxh?tinh=48');
    await page.getByRole('button', { name: /^Bản đồ.*BHXH thành phố Đà Nẵng/ }).click();
    await page.locator('.map-card').waitFor();
    expect(await page.locator('.map-card').innerText()).toContain('Chỉ đường');
    await page.keyboard.press('Escape');
    await inspection.look(page, 'agencies');
    // With everything but the portal itself out of reach the land, the points and the list are there.
    const cut = await at.visit();
    await cut.page.route(
      (url) => !url.href.startsWith(at.house.address),
      (route) => route.abort(),
    );
    await cut.page.goto('/tra-cuu/co-quan-bhxh?tinh=48');
    await cut.page.locator('.map-view canvas').waitFor();
    await cut.page.locator('.map-pin, .map-cluster').first().waitFor();
    expect(cut.faults).toEqual([]);
    const plain = await at.visit({ script: false });
    await plain.page.goto('/tra-cuu/co-quan-bhxh?tinh=48');
    expect(await plain.page.locator('[data-map]').isVisible()).toBe(false);
    expect(await plain.page.locator('li[id^=diem-]').first().innerText()).toContain('Tọa độ');
    expect(inspection.faults).toEqual([]);
    expect(faults).toEqual([]);
  }, 60_000);
});
