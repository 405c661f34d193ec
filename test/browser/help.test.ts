import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { officerSignIn } from './steps.js';

const CHAT = '/ho-tro/tro-ly-ao';

const ask = async (page: Page, text: string): Promise<void> => {
  const before = await page.locator('.said.me').count();
  await page.getByLabel('Câu hỏi của bạn').fill(text);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.locator('.said.me').nth(before).waitFor();
};

const lastAnswer = (page: Page): Promise<string> => page.locator('#moi-nhat').innerText();

describe.runIf(hasChromium)('help', () => {
  const at = opened();

  test('answers are found without marks, at 360 and 1280 px', async () => {
    const inspection = new Inspection('help');
    const { page, faults } = await at.visit();
    await page.goto('/ho-tro');
    await inspection.look(page, 'ways');
    await page.getByLabel('Bạn cần hỏi gì?').fill('the bhyt het han');
    await page.getByRole('button', { name: 'Tìm câu trả lời' }).click();
    await inspection.look(page, 'found');
    await page.getByRole('link', { name: 'Thẻ BHYT của tôi hết hạn, phải làm gì?' }).click();
    await inspection.look(page, 'answer');
    await page.goto('/ho-tro/cau-hoi-thuong-gap');
    await page.locator('summary').first().click();
    await inspection.look(page, 'all questions');
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);

  test('the chat answers in the page, by keyboard, and hands over to a letter', async () => {
    const inspection = new Inspection('chat');
    const { page, faults } = await at.visit();
    await page.goto(CHAT);
    await inspection.look(page, 'begin');
    // What stands here is lost where the page is loaded anew.
    await page.evaluate('document.body.dataset.mark = "same"');
    await ask(page, 'quen mk');
    expect(await lastAnswer(page)).toContain('Ở trang đăng nhập chọn Quên mật khẩu');
    await page.keyboard.type('co quan bhxh o da nang');
    await page.keyboard.press('Enter');
    await page.getByText('Cơ quan BHXH bạn hỏi').waitFor();
    await page.locator('.quick button').first().click();
    await page.locator('.said.me').nth(2).waitFor();
    await ask(page, 'ho so 00412/2026/04802');
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await page.getByText('Hãy nhập số điện thoại').first().waitFor();
    await inspection.look(page, 'fault');
    await ask(page, 'gia vang hom nay');
    expect(await lastAnswer(page)).toContain('chưa có câu trả lời');
    await inspection.look(page, 'talk');
    expect(await page.evaluate('document.body.dataset.mark')).toBe('same');
    await page.getByRole('button', { name: 'Gửi Email kèm cuộc trò chuyện này' }).click();
    expect(await page.getByLabel('Nội dung').inputValue()).toContain('Hỏi: gia vang hom nay');
    await inspection.look(page, 'letter');
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  }, 120_000);

  test('the chat works without JavaScript', async () => {
    const { page } = await at.visit({ script: false });
    await page.goto(CHAT);
    await page.locator('.quick button').nth(1).click();
    expect(await lastAnswer(page)).toContain('Ở trang đăng nhập chọn Quên mật khẩu');
    await ask(page, 'co quan bhxh o da nang');
    expect(await lastAnswer(page)).toContain('1A Trần Quý Cáp');
    expect(await page.locator('.said.me').count()).toBe(2);
    await ask(page, 'gia vang hom nay');
    await page.getByRole('button', { name: 'Gửi Email kèm cuộc trò chuyện này' }).click();
    await page.getByLabel('Họ và tên').fill('Lê Thị Hoa');
    await page.getByLabel('Thư điện tử hoặc số điện thoại').fill('0905612347');
    await page.getByLabel('Tiêu đề').fill('Hỏi thêm về giá');
    await page.getByRole('button', { name: 'Gửi thư' }).click();
    expect(await page.locator('main').innerText()).toMatch(/Mã thư HT-[A-Z2-9]{8}/);
  }, 120_000);

  test("editors' pages have no fault", async () => {
    const inspection = new Inspection('editor');
    const { page, faults } = await at.visit();
    await page.goto(CHAT);
    await ask(page, 'phim hay tối nay chiếu rạp nào');
    await officerSignIn(page, 'bientap');
    for (const path of ['/can-bo/ho-tro/cau-hoi', '/can-bo/ho-tro/cau-hoi/moi', '/can-bo/ho-tro/chua-tra-loi']) {
      await page.goto(path);
      await inspection.look(page, path);
    }
    await page.goto('/can-bo/ho-tro/cau-hoi');
    await page.locator('tbody a').first().click();
    await inspection.look(page, 'question');
    await page.getByRole('link', { name: 'Bản 1' }).click();
    await inspection.look(page, 'version');
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);

  test('a call about a card is noted and closed', async () => {
    const inspection = new Inspection('call');
    const { page, faults } = await at.visit();
    await officerSignIn(page, 'canbo');
    await page.goto('/can-bo/ho-tro/duong-day-nong');
    await page.getByLabel('Cơ sở khám chữa bệnh').fill('Bệnh viện Đà Nẵng (48001)');
    await page.getByLabel('Mã thẻ hoặc mã số BHXH').fill('4812345678');
    await page.getByLabel('Sự cố').fill('Máy báo thẻ không còn giá trị, người bệnh đang chờ.');
    await page.getByRole('button', { name: 'Ghi và chạy đồng hồ' }).click();
    await inspection.look(page, 'running');
    await page.getByRole('link', { name: 'Bệnh viện Đà Nẵng (48001)' }).click();
    await inspection.look(page, 'call');
    await page.getByLabel('Đã xử lý thế nào').fill('Đã đồng bộ lại dữ liệu thẻ, máy nhận.');
    await page.getByRole('button', { name: 'Đóng', exact: true }).click();
    expect(await page.locator('main').innerText()).toContain('Đã đồng bộ lại dữ liệu thẻ');
    await inspection.look(page, 'closed');
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
