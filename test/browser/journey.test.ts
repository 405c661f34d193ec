import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from '../kit/house.js';
import { hasChromium, launch, NO_CHROMIUM, visit, type Visit } from './chromium.js';
import { Inspection } from './inspection.js';
import { button, declareAs, link, officerSignIn, openAccount } from './steps.js';

// Said in words, and counted as skipped, where no browser can be had.
if (!hasChromium) test('pages in a real browser', (context) => context.skip(NO_CHROMIUM));

/** From the list to the decision, as an officer with a mouse. */
const review = async (page: Page, number: string, look: (name: string) => Promise<void>): Promise<void> => {
  await link(page, /^Cá nhân/)
    .first()
    .click();
  await page.waitForURL('**/can-bo/ho-so');
  await look('danh sách hồ sơ');
  await page.locator('summary', { hasText: 'Mở rộng' }).click();
  for (const label of ['Mã số BHXH', 'Từ ngày', 'Đến ngày', 'Tình trạng', 'Trạng thái'])
    expect(await page.getByLabel(label).count()).toBeGreaterThan(0);
  await page.getByLabel('Số hồ sơ').fill(number);
  await button(page, 'Tra cứu').click();
  await look('kết quả tra cứu');
  const row = page.locator('tbody tr', { hasText: number });
  await row.click({ button: 'right', position: { x: 300, y: 10 } });
  await page.getByRole('menuitem', { name: /^Xem chi tiết/ }).waitFor();
  await look('lệnh của dòng');
  await page.keyboard.press('Escape');
  await row.dblclick({ position: { x: 300, y: 10 } });
  await page.waitForURL(/\/can-bo\/ho-so\/[0-9a-f-]{36}/);
  await look('hồ sơ mới kê khai');
  await page.getByLabel('Tờ khai đã ký').check();
  await page.getByLabel('Đã đối chiếu giấy tờ gốc').check();
  await page.getByLabel('Giấy tờ gốc', { exact: false }).last().selectOption({ index: 1 });
  await button(page, 'Nộp hồ sơ').click();
  await button(page, 'Nhận xử lý').waitFor();
  await look('hồ sơ đã nộp');
  await button(page, 'Nhận xử lý').click();
  await page.getByRole('heading', { name: 'Đánh giá hồ sơ' }).waitFor();
  await look('hồ sơ đang xử lý');
  await page.getByLabel(/^Hồ sơ hợp lệ/).check();
  await button(page, 'Ghi nhận').click();
  await page.getByText('Cập nhật thành công. Đăng ký thành công').waitFor();
  await look('sau khi ghi nhận');
};

describe.runIf(hasChromium)('the main journey in a browser', () => {
  let house: House;
  let browser: Browser;
  let citizen: Visit;
  let officer: Visit;
  const inspection = new Inspection('journey');
  const lookAt = (page: Page) => (name: string) => inspection.look(page, name);

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse({ demo: true, live: true }), launch()]);
    [citizen, officer] = await Promise.all([visit(browser, house.address), visit(browser, house.address)]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  test('a citizen declares, an officer approves, the citizen reads the own record', async () => {
    const look = lookAt(citizen.page);
    const number = await declareAs(citizen.page, undefined, look);
    expect(number).toMatch(/^\d{5}\/\d{4}\/04802$/);
    await citizen.page.goto('/dang-ky/tra-cuu');
    await look('tra cứu hồ sơ');

    await officerSignIn(officer.page, 'canbo', lookAt(officer.page));
    await review(officer.page, number, lookAt(officer.page));

    await openAccount(house, citizen.page, undefined, look);
    await citizen.page.goto('/ca-nhan');
    await look('quản lý cá nhân');
    const record = await citizen.page.locator('main').innerText();
    for (const word of [
      'Mã số BHXH',
      '4811223344',
      'Họ và tên',
      'Trần Thị Bình',
      'Ngày sinh',
      '12/05/1990',
      'Số điện thoại',
      'Địa chỉ',
    ])
      expect(record).toContain(word);
    await citizen.page.goto('/ca-nhan/the-bhyt');
    await look('thẻ BHYT');
    for (const kind of ['bhxh', 'bhtn', 'bhtnld', 'bhyt']) {
      await citizen.page.goto(`/ca-nhan/qua-trinh-tham-gia?loai=${kind}`);
      await look(`quá trình tham gia ${kind}`);
    }
    await citizen.page.goto('/quen-mat-khau');
    await look('quên mật khẩu');
  }, 240_000);

  test('the record of a person with a long history reads as well', async () => {
    const other = await visit(browser, house.address);
    await other.page.goto('/dang-nhap');
    await other.page.getByLabel('Mã số BHXH').fill('4812345678');
    await other.page.getByLabel('Mật khẩu').fill('Ansinh#2026');
    await button(other.page, 'Đăng nhập').click();
    await other.page.waitForURL('**/ca-nhan');
    await inspection.look(other.page, 'quản lý cá nhân, Nguyễn Văn An');
    await other.page.goto('/ca-nhan/the-bhyt');
    await inspection.look(other.page, 'thẻ BHYT, Nguyễn Văn An');
    await other.page.getByText('Xem thẻ Bảo hiểm y tế').first().click();
    await inspection.look(other.page, 'ảnh thẻ BHYT');
    await other.page.getByText('Xoay', { exact: true }).first().click();
    await inspection.look(other.page, 'ảnh thẻ BHYT đã xoay');
    await other.page.goto('/ca-nhan/qua-trinh-tham-gia');
    await inspection.look(other.page, 'quá trình tham gia, Nguyễn Văn An');
    expect(other.faults).toEqual([]);
  }, 120_000);

  test('a form full of mistakes says so and can be read', async () => {
    const other = await visit(browser, house.address);
    await other.page.goto('/dang-ky/ca-nhan');
    await other.page.fill('[name=insuranceNumber]', '12');
    await button(other.page, 'Ghi nhận').click();
    await inspection.look(other.page, 'tờ khai 01 có lỗi');
    expect(await other.page.inputValue('[name=insuranceNumber]')).toBe('12');
    await other.page.goto('/khong-co-trang-nay');
    await inspection.look(other.page, 'không tìm thấy');
    await other.page.goto('/dev/tin-nhan');
    await inspection.look(other.page, 'tin nhắn thử');
  }, 120_000);

  test('no page has a fault that axe or the browser can find, at 360 and 1280 px', () => {
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect([...citizen.faults, ...officer.faults]).toEqual([]);
    expect(inspection.seen.length).toBeGreaterThanOrEqual(25);
  });
});
