import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { House } from '../kit/house.js';
import { AN, AN_PASSWORD, AN_PHONE, openAuth, otpFor, signIn } from './open.js';

const NEW = 'Thuyền cau bến 57';
const CONFIRM = '/quen-mat-khau/xac-nhan';

let house: House;
beforeEach(async () => {
  house = await openAuth();
});
afterEach(() => house.close());

const ask = async (soDinhDanh: string) => {
  const browser = house.browser();
  return { browser, answer: await browser.submit('/quen-mat-khau', { soDinhDanh }) };
};

const bare = (html: string): string => html.replace(/(nonce|value)="[^"]*"/g, '');

describe('forgotten password', () => {
  it('sets a new one by code, ends every session, needs no warning after it', async () => {
    const before = await house.citizen();
    const { browser, answer } = await ask('048085012321');
    expect(answer.get('Location')).toBe(CONFIRM);
    const maOtp = await otpFor(house, AN_PHONE);
    const done = await browser.submit(CONFIRM, { maOtp, matKhauMoi: NEW, nhapLai: NEW });
    expect(done.get('Location')).toBe('/dang-nhap?ly-do=doi-mat-khau');
    expect((await browser.follow(done)).text).toContain('Đã đặt mật khẩu mới');
    expect((await before.get('/ca-nhan/doi-mat-khau')).status).toBe(303);
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(400);
    expect((await signIn(house, AN, NEW.normalize('NFD'))).get('Location')).toBe('/ca-nhan');
  });

  it('walks the same way for an unknown number, and sends nothing', async () => {
    const [known, unknown] = [await ask(AN), await ask('4800000001')];
    expect([known.answer.status, known.answer.get('Location')]).toEqual([
      unknown.answer.status,
      unknown.answer.get('Location'),
    ]);
    expect(bare((await known.browser.get(CONFIRM)).text)).toBe(bare((await unknown.browser.get(CONFIRM)).text));
    const fields = { maOtp: '000000', matKhauMoi: NEW, nhapLai: NEW };
    const [a, b] = [await known.browser.submit(CONFIRM, fields), await unknown.browser.submit(CONFIRM, fields)];
    expect([a.status, bare(a.text)]).toEqual([b.status, bare(b.text)]);
    expect(a.text).toContain('Bạn còn 4 lần thử');
    await house.settle();
    expect((await house.messages()).map(({ to }) => to)).toEqual([AN_PHONE]);
    for (let round = 0; round < 4; round += 1) await Promise.all([ask(AN), ask('4800000001')]);
    expect([(await ask(AN)).answer.status, (await ask('4800000001')).answer.status]).toEqual([429, 429]);
  });

  it('is no way to use up the codes of somebody who knows the password', async () => {
    await house.citizen();
    for (let round = 0; round < 6; round += 1) await ask(AN);
    const second = house.browser();
    await signIn(house, AN, AN_PASSWORD, second);
    expect((await second.submit('/dang-nhap/thiet-bi-khac')).get('Location')).toBe('/dang-nhap/thiet-bi-khac/xac-nhan');
  });

  it('keeps to the rules of a good password and leaves the code usable', async () => {
    const { browser } = await ask(AN);
    const maOtp = await otpFor(house, AN_PHONE);
    const secret = 'Thuyền 048085012321 bến';
    const weak = await browser.submit(CONFIRM, { maOtp, matKhauMoi: secret, nhapLai: secret });
    expect([weak.status, weak.text.includes('số định danh của bạn')]).toEqual([400, true]);
    const differs = await browser.submit(CONFIRM, { maOtp, matKhauMoi: NEW, nhapLai: 'khac' });
    expect(differs.text).toContain('chưa giống nhau');
    expect((await browser.submit(CONFIRM, { maOtp, matKhauMoi: NEW, nhapLai: NEW })).status).toBe(303);
  });

  it('a code belongs to the session that asked for it', async () => {
    await ask(AN);
    const maOtp = await otpFor(house, AN_PHONE);
    const other = await ask(AN);
    const answer = await other.browser.submit(CONFIRM, { maOtp, matKhauMoi: NEW, nhapLai: NEW });
    expect(answer.status).toBe(400);
  });

  it('five wrong codes end it; resending and opening the page lead back to the start', async () => {
    const { browser } = await ask(AN);
    const fields = { maOtp: '000000', matKhauMoi: NEW, nhapLai: NEW };
    for (let round = 0; round < 4; round += 1) expect((await browser.submit(CONFIRM, fields)).status).toBe(400);
    const { hidden } = await browser.form(CONFIRM);
    const last = await browser.send(CONFIRM, { ...hidden, ...fields });
    expect(last.get('Location')).toBe('/quen-mat-khau');
    expect((await browser.follow(last)).text).toContain('nhập sai mã OTP 5 lần');
    expect((await browser.get(CONFIRM)).get('Location')).toBe('/quen-mat-khau');
    expect((await browser.send('/quen-mat-khau/gui-lai-ma', hidden)).get('Location')).toBe('/quen-mat-khau');
  });
});
