import { describe, expect, test } from 'vitest';
import { openTables } from '../../src/modules/feedback/tables.js';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';

describe.runIf(hasChromium)('feedback of a citizen', () => {
  const at = opened();

  test('is sent, followed, supplied and rated, at 360 and 1280 px', async () => {
    const inspection = new Inspection('feedback');
    const { page, faults } = await at.visit();
    await page.goto('/phan-anh');
    await inspection.look(page, 'form');
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await page.getByText('Hãy chọn lĩnh vực của phản ánh').first().waitFor();
    await inspection.look(page, 'faults');
    await page.getByLabel('Thông tin trên thẻ BHYT').check();
    await page.getByLabel('Tiêu đề').fill('Thẻ BHYT của tôi hết hạn');
    await page
      .getByRole('textbox', { name: 'Nội dung' })
      .fill('Thẻ của tôi ghi hết hạn sớm hơn một tháng so với giấy báo.');
    await page.getByLabel('Họ và tên').fill('Phạm Thị Lan');
    await page.getByLabel('Số điện thoại').fill('0905612347');
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await page.getByText('Xem thử, có thể đã có câu trả lời').waitFor();
    await inspection.look(page, 'answers that may do');
    await page.getByRole('button', { name: 'Vẫn gửi phản ánh' }).click();
    await page.getByRole('heading', { name: 'Đã tiếp nhận phản ánh' }).waitFor();
    await inspection.look(page, 'sent');
    const code = await page.locator('.fb-code .no').innerText();
    await page.goto('/phan-anh/tra-cuu');
    await inspection.look(page, 'tracking');
    const { uow, sequelize } = at.house.app.db;
    const { cases } = openTables(sequelize);
    await uow.run(() => cases.change({ state: 'waiting_citizen', pausedAt: new Date() }, { code }));
    await page.getByLabel('Mã phản ánh').fill(code);
    await page.getByLabel('Số điện thoại').fill('0905612347');
    await page.getByRole('button', { name: 'Xem phản ánh' }).click();
    await page.getByRole('heading', { name: `Phản ánh ${code}` }).waitFor();
    await inspection.look(page, 'question');
    await page.getByLabel('Phần bổ sung của bạn').fill('Giấy báo ghi ngày 31/12.');
    await page.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
    await page.getByText('Thời hạn trả lời chạy tiếp').waitFor();
    await uow.run(() =>
      cases.change({ state: 'answered', answeredAt: new Date(), followedUpAt: new Date() }, { code }),
    );
    await page.reload();
    await page.getByText('Chưa được giải quyết? Mở lại phản ánh').click();
    await inspection.look(page, 'answered');
    await page.getByRole('radio', { name: '4 Hài lòng' }).check();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Cảm ơn bạn đã đánh giá').waitFor();
    expect([...new Set(inspection.faults)]).toEqual([]);
    // The empty form came back with 400.
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  }, 180_000);
});
