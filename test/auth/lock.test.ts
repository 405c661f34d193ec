import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { AN, AN_PASSWORD, AN_PHONE, openAuth, otpFor, signIn } from './open.js';
import { accountsOf, codesOf } from './ports.js';

const PAGE = '/ca-nhan/thiet-bi/khong-phai-toi';
const NEW = 'Thuyền cau bến 57';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';

let house: House;
beforeEach(async () => {
  house = await openAuth();
});
afterEach(() => house.close());

const lock = async (browser?: Browser): Promise<void> => {
  const mine = browser ?? (await house.citizen());
  expect((await mine.submit(PAGE)).get('Location')).toBe('/tai-khoan-da-khoa');
};

const recover = async (): Promise<void> => {
  const browser = house.browser();
  await browser.submit('/quen-mat-khau', { soDinhDanh: AN });
  const maOtp = await otpFor(house, AN_PHONE);
  await browser.submit('/quen-mat-khau/xac-nhan', { maOtp, matKhauMoi: NEW, nhapLai: NEW });
};

const state = async () => (await accountsOf(house).byInsuranceNumber(AN))?.state;

describe('Không phải tôi', () => {
  it('says before what happens, and does nothing on Thoát', async () => {
    const browser = await house.citizen();
    const page = await browser.get(PAGE);
    expect(page.text).toContain('Mọi phiên đăng nhập kết thúc ngay');
    expect(page.text).toContain('href="/ca-nhan/thiet-bi"');
    expect(await state()).toBe('active');
  });
  it('ends every session, is told by SMS and e-mail, is audited, and shows the way on', async () => {
    const browser = await house.citizen();
    await lock(browser);
    expect(await state()).toBe('locked');
    expect((await browser.get('/ca-nhan/thiet-bi')).get('Location')).toContain('/dang-nhap');
    const page = await browser.get('/tai-khoan-da-khoa');
    expect([page.status, page.text.includes('href="/quen-mat-khau"')]).toEqual([200, true]);
    await house.settle();
    const told = (await house.messages()).map(({ channel, to, text }) => [channel, to, /khóa|khoa/.test(text)]);
    expect(told.sort()).toEqual([
      ['email', 'an.nguyen@vidu.example', true],
      ['sms', AN_PHONE, true],
    ]);
    const audit = await house.app.db.rows<{ person: string; realm: string }>(
      "SELECT person, actor_realm AS realm FROM core_audit WHERE action = 'auth.account-locked'",
    );
    expect(audit).toEqual([{ person: AN, realm: 'citizen' }]);
  });
  it('happens once when pressed twice', async () => {
    const browser = await house.citizen();
    const { hidden } = await browser.form(PAGE);
    const answers = await Promise.all([browser.send(PAGE, hidden), browser.send(PAGE, hidden)]);
    const late = await browser.send(PAGE, hidden);
    expect([...answers, late].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(late.get('Location')).toBe('/dang-nhap?ly-do=thiet-bi-khac');
    await house.settle();
    expect((await house.messages()).length).toBe(2);
    const acts = await house.app.db.rows("SELECT id FROM core_audit WHERE action = 'auth.account-locked'");
    expect(acts.length).toBe(1);
  });
  it('is for the one who is signed in', async () => {
    const answer = await house.browser().post(PAGE);
    expect(answer.get('Location')).toBe('/dang-nhap');
    expect(await state()).toBe('active');
  });
  it('puts out whoever was about to take the account over', async () => {
    const [first, second] = [await house.citizen(), house.browser(IPHONE)];
    await signIn(house, AN, AN_PASSWORD, second);
    await second.submit('/dang-nhap/thiet-bi-khac');
    const maOtp = await otpFor(house, AN_PHONE);
    const { hidden } = await second.form('/dang-nhap/thiet-bi-khac/xac-nhan');
    await lock(first);
    const answer = await second.send('/dang-nhap/thiet-bi-khac/xac-nhan', { ...hidden, maOtp });
    expect(answer.get('Location')).toBe('/dang-nhap?ly-do=tai-khoan-vua-doi');
    expect((await second.get('/ca-nhan/thiet-bi')).status).toBe(303);
  });
  it('ends codes that other modules asked for', async () => {
    const id = (await accountsOf(house).byInsuranceNumber(AN))?.id ?? '';
    const codes = codesOf(house);
    const challenge = await codes.send({ accountId: id, purpose: 'stop-account', sessionId: 's' });
    const code = await otpFor(house, AN_PHONE);
    await lock();
    const guess = { id: challenge, purpose: 'stop-account', sessionId: 's', code } as const;
    expect((await codes.confirm([guess], () => Promise.resolve(true))).kind).toBe('spent');
  });
});

describe('a locked account', () => {
  it('answers the right password as a wrong one', async () => {
    await lock();
    const [right, wrong] = [await signIn(house, AN, AN_PASSWORD), await signIn(house, AN, 'sai-mat-khau')];
    expect([right.status, wrong.status]).toEqual([400, 400]);
    const same = (text: string): string => text.replace(/(nonce|value)="[^"]*"/g, '');
    expect(right.text).toContain('Mã số BHXH hoặc mật khẩu chưa đúng.');
    expect(same(right.text)).toBe(same(wrong.text));
    for (let n = 0; n < 3; n += 1) await signIn(house, AN, AN_PASSWORD);
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(429);
  });
  it('opens again by a forgotten password', async () => {
    await lock();
    await recover();
    expect(await state()).toBe('active');
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(400);
    expect((await signIn(house, AN, NEW)).get('Location')).toBe('/ca-nhan');
  });
  it('can be locked again, and that is told again', async () => {
    await lock();
    await recover();
    const browser = house.browser();
    await signIn(house, AN, NEW, browser);
    await lock(browser);
    await house.settle();
    const told = (await house.messages({ to: AN_PHONE })).filter(({ text }) => text.includes('da khoa luc'));
    expect(told.length).toBe(2);
  });
});

describe('Đăng xuất mọi thiết bị', () => {
  it('ends session and codes, keeps the password', async () => {
    const browser = await house.citizen();
    const answer = await browser.submit('/ca-nhan/thiet-bi/dang-xuat', {}, { page: '/ca-nhan/thiet-bi' });
    expect(answer.get('Location')).toBe('/dang-nhap?ly-do=dang-xuat-het');
    const told = (await browser.follow(answer)).text;
    expect(told).toMatch(/<div class="flash ok"[^>]*>.*Đã đăng xuất mọi thiết bị\./);
    expect((await signIn(house, AN, AN_PASSWORD)).get('Location')).toBe('/ca-nhan');
  });
});
