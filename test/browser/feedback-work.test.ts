import { describe, expect, test } from 'vitest';
import { aCase } from '../feedback/ground.js';
import { hasChromium, visit } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { officerSignIn } from './steps.js';

/** Name of the element that has the focus. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const labels = [...(element?.labels ?? [])].map((label) => label.textContent);
  const name = element?.getAttribute('aria-label') ?? (labels.length ? labels.join(' ') : element?.textContent);
  return (name ?? '').replace(/\\s+/g, ' ').trim();
})()`;

describe.runIf(hasChromium)('an officer answers feedback', () => {
  const place = opened();

  test('without the mouse, from the list to the answer', async () => {
    const { house, browser } = place;
    const { page, faults } = await visit(browser, house.address);
    const inspection = new Inspection('feedback-work');
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 150; presses += 1) {
        await page.keyboard.press('Tab');
        if (name.test(await page.evaluate<string>(FOCUSED))) return;
      }
      throw new Error(`Tab never reached ${String(name)} at ${page.url()}`);
    };
    const press = async (name: RegExp, key = 'Enter'): Promise<void> => {
      await tabTo(name);
      await page.keyboard.press(key);
    };
    const now = new Date();
    const row = await aCase(house, { receivedAt: now, dueAt: new Date(now.getTime() + 3_600_000) });
    await officerSignIn(page, 'canbo');
    await page.goto('/can-bo/phan-anh');
    await inspection.look(page, 'danh sách phản ánh');
    await press(/^Mở rộng/);
    await tabTo(/^Mã, điện thoại/);
    await page.keyboard.type(row.code);
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim=/);
    await press(/^PA-/);
    await page.waitForURL(/\/can-bo\/phan-anh\/[0-9a-f-]{36}/);
    await inspection.look(page, 'phản ánh mới');
    await press(/^Nhận xử lý$/);
    await page.getByText('Bạn đang xử lý phản ánh này.').waitFor();
    await inspection.look(page, 'phản ánh đang xử lý');
    await tabTo(/^Nội dung trả lời/);
    await page.keyboard.type('Bạn vui lòng liên hệ cơ quan BHXH nơi tham gia.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Câu đang hướng dẫn người dân sang nơi khác').waitFor();
    await inspection.look(page, 'trả lời bị dừng');
    await tabTo(/^Nội dung trả lời/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Ba tháng đầu năm 2023 đã được bổ sung vào quá trình tham gia.');
    await press(/^Gửi trả lời$/);
    await page.getByText('Đã trả lời người dân.').first().waitFor();
    await inspection.look(page, 'phản ánh đã trả lời');
    await page.goto('/can-bo/phan-anh/moi');
    await inspection.look(page, 'tiếp nhận phản ánh');
    expect(inspection.faults).toEqual([]);
    // The answer that was stopped came back with 400.
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  }, 120_000);
});
