import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { AN, AN_PASSWORD, AN_PHONE, openAuth, otpFor, signIn } from './open.js';

let house: House;
beforeEach(async () => {
  house = await openAuth();
});
afterEach(() => house.close());

const NEW = 'Thuyền cau bến 57';

const change = (browser: Browser, fields: Record<string, string> = {}) =>
  browser.submit('/ca-nhan/doi-mat-khau', { matKhauCu: AN_PASSWORD, matKhauMoi: NEW, nhapLai: NEW, ...fields });

const CONFIRM = '/ca-nhan/doi-mat-khau/xac-nhan';

describe('change of the password', () => {
  it('happens only after the code, ends other sessions and lets this one go on', async () => {
    const browser = await house.citizen();
    const asked = await change(browser);
    expect([asked.status, asked.get('Location')]).toEqual([303, CONFIRM]);
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(303);
    const page = await browser.get(CONFIRM);
    expect(page.text).toContain('0912•••678');
    expect(page.text).toContain('<b>5</b> lần');
    const done = await browser.submit(CONFIRM, { maOtp: await otpFor(house, AN_PHONE) });
    expect([done.status, done.get('Location')]).toEqual([303, '/ca-nhan']);
    expect((await browser.get('/ca-nhan/doi-mat-khau')).text).toContain('Đã đổi mật khẩu');
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(400);
    expect((await signIn(house, AN, NEW)).get('Location')).toBe('/dang-nhap/thiet-bi-khac');
    expect((await house.messages({ to: AN_PHONE })).length).toBe(1);
    await house.settle();
    expect((await house.messages({ to: AN_PHONE })).at(-1)?.text).toMatch(/mat khau/i);
  });

  it.each([
    [{ matKhauCu: 'khong-dung' }, 'Mật khẩu cũ chưa đúng'],
    [{ nhapLai: 'khac' }, 'chưa giống nhau'],
    [{ matKhauMoi: 'ngan', nhapLai: 'ngan' }, 'Mật khẩu còn ngắn'],
    [{ matKhauMoi: AN_PASSWORD, nhapLai: AN_PASSWORD }, 'trùng với mật khẩu cũ'],
    [{ matKhauMoi: 'Xin-0912345678', nhapLai: 'Xin-0912345678' }, 'số điện thoại'],
    [{ matKhauMoi: 'Matkhau123456', nhapLai: 'Matkhau123456' }, 'dễ đoán'],
    [{ matKhauCu: '', matKhauMoi: '', nhapLai: '' }, 'Hãy nhập mật khẩu đang dùng'],
  ])('refuses %j', async (fields, message) => {
    const browser = await house.citizen();
    const answer = await change(browser, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(message);
    expect(answer.text).not.toContain(AN_PASSWORD);
  });

  it('counts wrong codes, keeps the earlier code after a resend, shares the tries', async () => {
    const browser = await house.citizen();
    await change(browser);
    const first = await otpFor(house, AN_PHONE);
    const wrong = first === '000000' ? '111111' : '000000';
    const answer = await browser.submit(CONFIRM, { maOtp: wrong });
    expect([answer.status, answer.text.includes('Bạn còn 4 lần thử')]).toEqual([400, true]);
    const early = await browser.submit('/ca-nhan/doi-mat-khau/gui-lai-ma', {}, { page: CONFIRM });
    expect([early.status, early.text.includes('Hãy đợi')]).toEqual([429, true]);
    house.clock.forward(61_000);
    const resent = await browser.submit('/ca-nhan/doi-mat-khau/gui-lai-ma', {}, { page: CONFIRM });
    expect(resent.status).toBe(303);
    expect(await otpFor(house, AN_PHONE)).not.toBe(undefined);
    expect((await browser.get(CONFIRM)).text).toContain('<b>4</b> lần');
    expect((await browser.submit(CONFIRM, { maOtp: ` ${first.slice(0, 3)} ${first.slice(3)}` })).status).toBe(303);
  });

  it('refuses a code after five minutes, without taking a try', async () => {
    const browser = await house.citizen();
    await change(browser);
    const code = await otpFor(house, AN_PHONE);
    house.clock.forward(5 * 60_000 + 1);
    const answer = await browser.submit(CONFIRM, { maOtp: code });
    expect([answer.status, answer.text.includes('Mã OTP đã hết hạn')]).toEqual([400, true]);
    expect(answer.text).toContain('<b>5</b> lần');
  });

  it('counts at most five of fifty guesses at once', async () => {
    const browser = await house.citizen();
    await change(browser);
    const code = await otpFor(house, AN_PHONE);
    const { hidden } = await browser.form(CONFIRM);
    const guesses = Array.from({ length: 50 }, (_, index) => String(100_000 + index)).filter((guess) => guess !== code);
    const answers = await Promise.all(guesses.map((maOtp) => browser.send(CONFIRM, { ...hidden, maOtp })));
    expect(answers.every(({ status }) => status === 400 || status === 303)).toBe(true);
    const [row] = await house.app.db.rows<{ tries: number }>('SELECT tries FROM auth_otp_challenge');
    expect(row?.tries).toBe(5);
    expect((await browser.send(CONFIRM, { ...hidden, maOtp: code })).get('Location')).toBe('/ca-nhan/doi-mat-khau');
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(303);
  });

  it('sends at most five codes an hour and ten a day', async () => {
    const browser = await house.citizen();
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1) statuses.push((await change(browser)).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    for (let hour = 0; hour < 2; hour += 1) {
      for (let step = 0; step < 5; step += 1) {
        house.clock.forward(13 * 60_000);
        await browser.get('/ca-nhan/doi-mat-khau');
      }
      statuses.length = 0;
      for (let round = 0; round < 6; round += 1) statuses.push((await change(browser)).status);
      expect(statuses).toEqual(hour === 0 ? [303, 303, 303, 303, 303, 429] : [429, 429, 429, 429, 429, 429]);
    }
  });
});
