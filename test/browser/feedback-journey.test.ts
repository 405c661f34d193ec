import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { button, citizenSignIn, link, officerSignIn } from './steps.js';

const WRONG = 'Giai đoạn này thiếu ba tháng, công ty có giấy xác nhận.';
const ASKED = 'Nhờ kiểm tra chứng từ đóng của Công ty trong quý một.';
const FOUND = 'Chứng từ quý một có đủ ba tháng, đã chuyển bản sao.';
const URGED = 'Đề nghị trả lời người dân trong tuần này.';
const ANSWER = 'Ba tháng còn thiếu đã được bổ sung, bạn xem lại quá trình tham gia.';

describe.runIf(hasChromium)('one piece of feedback, from the row that is wrong to the one who wrote it', () => {
  const at = opened();

  test('citizen, officer, invited agency, monitor, officer, citizen: the owner stays', async () => {
    const inspection = new Inspection('feedback-journey');
    const faults: string[] = [];
    const open = async (sign: (page: Page) => Promise<void>): Promise<Page> => {
      const visit = await at.visit();
      await sign(visit.page);
      faults.push(...visit.faults);
      return visit.page;
    };

    const citizen = await open((page) => citizenSignIn(page, '4812345678', 'Ansinh#2026'));
    await citizen.waitForURL('**/ca-nhan');
    await citizen.goto('/ca-nhan/qua-trinh-tham-gia');
    await link(citizen, /^Báo sai sót/)
      .first()
      .click();
    await inspection.look(citizen, 'a row is wrong');
    await citizen.getByRole('textbox', { name: 'Nội dung' }).fill(WRONG);
    await button(citizen, 'Gửi phản ánh').click();
    await citizen.getByRole('heading', { name: 'Đã tiếp nhận phản ánh' }).waitFor();
    const code = await citizen.locator('.fb-code .no').innerText();
    const ownerOf = () =>
      at.house.app.db.row<{ owner: string; monitor: string; reference: string }>(
        'SELECT owner_agency AS owner, monitor_agency AS monitor, reference FROM feedback_case WHERE code = ?',
        [code],
      );
    expect(await ownerOf()).toMatchObject({ owner: '04801', monitor: '00002' });
    expect((await ownerOf())?.reference).toContain('Công ty');

    const officer = await open((page) => officerSignIn(page, 'canbo'));
    await officer.goto(`/can-bo/phan-anh?viec=tat-ca&tim=${code}`);
    await link(officer, code).click();
    await button(officer, 'Nhận xử lý').click();
    await officer.getByText('Mời cơ quan khác phối hợp').click();
    await officer.locator('[name=coQuan]').selectOption('04802');
    await officer.getByLabel('Cần phối hợp việc gì').fill(ASKED);
    await button(officer, 'Mời phối hợp').click();
    await officer.locator('#phoi-hop').getByText(ASKED).waitFor();
    await inspection.look(officer, 'another agency is invited');

    const invited = await open((page) => officerSignIn(page, 'coso'));
    await invited.goto('/can-bo/phan-anh/moi-phoi-hop');
    await link(invited, code).click();
    await invited.getByLabel('Trả lời cơ quan tiếp nhận').fill(FOUND);
    await button(invited, 'Gửi trả lời phối hợp').click();
    await invited.getByText(FOUND).first().waitFor();
    await inspection.look(invited, 'the invited agency has answered');

    const monitor = await open((page) => officerSignIn(page, 'giamsat'));
    await monitor.goto('/can-bo/phan-anh/giam-sat?viec=tat-ca');
    await link(monitor, code).first().click();
    await monitor.getByLabel('Nội dung đôn đốc').fill(URGED);
    const day = await monitor.getByLabel('Cần trả lời trước ngày').getAttribute('placeholder');
    await monitor.getByLabel('Cần trả lời trước ngày').fill(day ?? '');
    await button(monitor, 'Gửi đôn đốc').click();
    await monitor.getByText('Đã gửi đôn đốc.').waitFor();

    await officer.reload();
    await officer.getByText(URGED).first().waitFor();
    await officer.locator('#phoi-hop').getByText(FOUND).waitFor();
    await officer.getByLabel('Nội dung trả lời').fill(ANSWER);
    await button(officer, 'Gửi trả lời').click();
    await officer.getByText('Đã trả lời người dân.').first().waitFor();
    await inspection.look(officer, 'answered');

    await citizen.goto('/ca-nhan/phan-anh');
    await inspection.look(citizen, 'own list');
    await citizen.getByRole('link', { name: code }).click();
    await citizen.getByText(ANSWER).waitFor();
    expect(await citizen.locator('main').innerText()).toContain('Đơn vị giám sát đã đôn đốc');
    expect(await citizen.locator('main').innerText()).not.toContain(FOUND);
    await citizen.getByRole('radio', { name: '5 Rất hài lòng' }).check();
    await button(citizen, 'Gửi đánh giá').click();
    await citizen.getByText('Cảm ơn bạn đã đánh giá').waitFor();
    await inspection.look(citizen, 'rated');
    expect((await ownerOf())?.owner).toBe('04801');
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 180_000);
});
