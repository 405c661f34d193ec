import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { button, link, officerSignIn, smsTo } from './steps.js';

describe.runIf(hasChromium)('lookups', () => {
  const at = opened();
  const inspection = new Inspection('lookup');

  test('lead from six ways in to a place, the communes follow the province', async () => {
    const { page, faults } = await at.visit();
    await page.goto('/tra-cuu');
    await inspection.look(page, 'the six lookups');
    await page.locator('main').getByRole('link', { name: 'ký hợp đồng khám' }).click();
    await page.getByLabel('Tỉnh, thành phố').selectOption('79');
    await page.getByLabel('Phường, xã').locator('option', { hasText: 'Phường Chợ Lớn' }).waitFor({ state: 'attached' });
    await page.getByLabel('Tên cơ sở').fill('cho ray');
    await button(page, 'Tìm kiếm').click();
    expect(await page.locator('.office h3').allTextContents()).toEqual(['Bệnh viện Chợ Rẫy']);
    await inspection.look(page, 'one facility');
    await page.goto('/tra-cuu/don-vi-tham-gia');
    await link(page, 'Trang sau').click();
    expect(await page.locator('main').innerText()).toContain('21–40 trong 40');
    await inspection.look(page, 'employers, second page');
    await page.goto('/tra-cuu/diem-thu?tinh=01&ten=xyz');
    await inspection.look(page, 'nothing found');
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);

  test('give a number back to its owner: the puzzle solves itself, the number comes by SMS', async () => {
    const [an] = await at.house.app.db.rows<{ birth: string; paper: string; phone: string }>(
      "SELECT birth_date AS birth, citizen_id AS paper, phone FROM records_participant WHERE insurance_number = '4812345678'",
    );
    const { page, faults } = await at.visit();
    await page.goto('/tra-cuu/ma-so-bhxh');
    await page.getByLabel('Họ và tên').fill('nguyen van an');
    await page.getByLabel('Ngày sinh').fill(an?.birth.split('-').reverse().join('/') ?? '');
    await page.getByLabel('Số CCCD').fill(an?.paper ?? '');
    expect(await page.getByLabel('Kết quả của phép tính').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Tra cứu' }).last().click();
    await page.getByText('48xxxxxx78').waitFor();
    await inspection.look(page, 'found');
    await page.getByRole('button', { name: 'Gửi mã số đầy đủ' }).click();
    await page.getByText('Mã số đang được gửi').waitFor();
    await inspection.look(page, 'sent');
    await smsTo(at.house, an?.phone ?? '', /Ma so BHXH cua ban: 4812345678/);
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);

  test('miss nothing without scripts: coordinates in the list, the sum in the form', async () => {
    const { page, faults } = await at.visit({ script: false });
    await page.goto('/tra-cuu/co-quan-bhxh');
    expect(await page.locator('.office li').first().innerText()).toMatch(/Tọa độ \d+\.\d{4}, \d+\.\d{4}/);
    await page.goto('/tra-cuu/ma-so-bhxh');
    await page.getByLabel('Họ và tên').fill('Không Có Ai');
    await page.locator('[name=tinh]').selectOption('01');
    await button(page, 'Chọn tỉnh').click();
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Không Có Ai');
    await page.locator('[name=xa]').selectOption('00004');
    await page.getByLabel('Ngày sinh').fill('1980');
    const words = (await page.locator('svg.sum').getAttribute('aria-label')) ?? '';
    const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
    const [a = '', b = ''] = words.replace(' bằng mấy', '').split(' cộng ');
    await page.getByLabel('Kết quả của phép tính').fill(String(names.indexOf(a) + names.indexOf(b)));
    await page.getByRole('button', { name: 'Tra cứu' }).last().click();
    expect(await page.locator('main').innerText()).toContain('Chưa tìm thấy kết quả phù hợp');
    expect(faults).toEqual([]);
  }, 120_000);

  test('are kept by administrators', async () => {
    const { page, faults } = await at.visit();
    await officerSignIn(page, 'quantri');
    await page.goto('/can-bo/quan-tri/tra-cuu');
    await inspection.look(page, 'list of facilities');
    await page.getByRole('link', { name: '48001' }).click();
    await page.getByLabel('Điện thoại').fill('0236 3999 100');
    await button(page, 'Lưu').last().click();
    await page.getByText('Điện thoại: (trống) → 0236 3999 100').waitFor();
    await inspection.look(page, 'one facility of the administrator');
    await link(page, 'Cơ sở khám chữa bệnh').first().click();
    await page.getByRole('link', { name: 'Thêm cơ sở' }).click();
    await inspection.look(page, 'new facility');
    await page.goto('/can-bo/quan-tri/co-quan/04802');
    await page.getByText('Đã chọn 2 trong 94 phường, xã').click();
    await inspection.look(page, 'agency');
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
