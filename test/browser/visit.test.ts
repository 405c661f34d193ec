import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { citizenSignIn } from './steps.js';

describe.runIf(hasChromium)('benefits and visits', () => {
  const at = opened();

  test('have no fault with rows in them, and a visit is one step away from its year', async () => {
    const inspection = new Inspection('visit');
    const { page, faults } = await at.visit();
    await citizenSignIn(page, '4812345678', 'Ansinh#2026');
    await page.getByRole('link', { name: 'Thông tin hưởng' }).click();
    await inspection.look(page, 'benefits');
    await page.goto('/ca-nhan');
    await page.getByRole('link', { name: 'Sổ khám chữa bệnh' }).click();
    await inspection.look(page, 'visits of a year');
    await page.locator('.visit-row').first().click();
    expect(await page.getByRole('table').first().textContent()).toContain('BN cùng chi trả');
    await inspection.look(page, 'one visit');
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
