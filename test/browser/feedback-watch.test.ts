import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { officerSignIn } from './steps.js';

const URGING = 'Đề nghị trả lời người dân trong tuần này.';

describe.runIf(hasChromium)('feedback, watched', () => {
  const at = opened();

  test('a monitor urges, reads figures; an administrator keeps the calendar; at 360 and 1280 px', async () => {
    const inspection = new Inspection('feedback-watch');
    const { page, faults } = await at.visit();
    await officerSignIn(page, 'giamsat');
    await page.goto('/can-bo/phan-anh/giam-sat');
    await inspection.look(page, 'watched');
    await page.locator('tr[id^="h-"] a').first().click();
    await page.getByLabel('Nội dung đôn đốc').fill(URGING);
    await page.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    await page.getByText('Hãy nhập ngày cần có trả lời.').first().waitFor();
    expect(await page.getByLabel('Nội dung đôn đốc').inputValue()).toBe(URGING);
    await inspection.look(page, 'fault');
    const day = await page.getByLabel('Cần trả lời trước ngày').getAttribute('placeholder');
    await page.getByLabel('Cần trả lời trước ngày').fill(day ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('Đã gửi đôn đốc.').waitFor();
    await inspection.look(page, 'urged');
    await page.goto('/can-bo/phan-anh/thong-ke');
    await inspection.look(page, 'figures');

    const { page: office, faults: more } = await at.visit();
    await officerSignIn(office, 'quantri');
    for (const path of [
      'lich-lam-viec?nam=2027',
      'lich-lam-viec/2027-02-08',
      'linh-vuc-phan-anh',
      'linh-vuc-phan-anh/card',
    ]) {
      await office.goto(`/can-bo/quan-tri/${path}`);
      await inspection.look(office, path);
    }
    const { page: invited, faults: last } = await at.visit();
    await officerSignIn(invited, 'canbo');
    await invited.goto('/can-bo/phan-anh/moi-phoi-hop');
    await inspection.look(invited, 'invited');
    await invited.locator('.tbl a').first().click();
    await invited.getByRole('button', { name: 'Gửi trả lời phối hợp' }).waitFor();
    await inspection.look(invited, 'asked');
    expect([...new Set(inspection.faults)]).toEqual([]);
    // The one form that was sent without its day.
    const unasked = [...faults, ...more, ...last].filter((fault) => !/400 \(Bad Request\).*don-doc/.test(fault));
    expect(unasked).toEqual([]);
  }, 180_000);
});
