import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { House } from '../kit/house.js';
import { AN, AN_PASSWORD, AN_PHONE, openAuth, otpFor, signIn } from './open.js';
import { accountsOf } from './ports.js';

const PAGE = '/ca-nhan/thiet-bi';
const MAIL = 'an.nguyen@vidu.example';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';
const NEW = 'Thuyền cau bến 57';

let house: House;
beforeEach(async () => {
  house = await openAuth();
});
afterEach(() => house.close());

const newDeviceMessages = async () => {
  await house.settle();
  return (await house.messages()).filter(({ text }) => /thiết bị mới|vua dang nhap tren/.test(text));
};

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a device that the account has not been used on', () => {
  it('is told once by e-mail', async () => {
    const browser = house.browser(IPHONE);
    await signIn(house, AN, AN_PASSWORD, browser);
    const [mail, ...more] = await newDeviceMessages();
    expect(more).toEqual([]);
    expect([mail?.channel, mail?.to]).toEqual(['email', MAIL]);
    expect(mail?.text).toContain('iPhone, trình duyệt Safari');
    await browser.post('/dang-xuat');
    await signIn(house, AN, AN_PASSWORD, house.browser(IPHONE));
    expect((await newDeviceMessages()).length).toBe(1);
  });
  it('is told by SMS where there is no address', async () => {
    const cause = { key: 'desk', subject: { kind: 'account', id: 'a' } };
    await accountsOf(house).changeContact({ insuranceNumber: AN, email: null, ...cause });
    await signIn(house, AN, AN_PASSWORD, house.browser(IPHONE));
    const told = await newDeviceMessages();
    expect(told.map(({ channel, to }) => [channel, to])).toEqual([['sms', AN_PHONE]]);
  });
  it('is told when it takes over from another one', async () => {
    await house.citizen();
    const browser = house.browser(IPHONE);
    await signIn(house, AN, AN_PASSWORD, browser);
    expect((await newDeviceMessages()).length).toBe(0);
    await browser.submit('/dang-nhap/thiet-bi-khac');
    await browser.submit('/dang-nhap/thiet-bi-khac/xac-nhan', { maOtp: await otpFor(house, AN_PHONE) });
    expect((await newDeviceMessages()).length).toBe(1);
  });
  it('is not told of a device that is known, nor at the very first sign-in', async () => {
    await house.citizen();
    const port = accountsOf(house);
    const password = await port.prepareFirstPassword();
    const binh = { insuranceNumber: '4811223344', citizenId: null, fullName: 'Trần Thị Bình', phone: '0905612347' };
    const cause = { key: 'd', subject: { kind: 'dossier', id: 'd' } };
    await port.open({ ...binh, email: 'binh@vidu.vn', ...cause }, password);
    await signIn(house, '4811223344', password.plain, house.browser(IPHONE));
    expect(await newDeviceMessages()).toEqual([]);
  });
  it('is told when it comes with a password from the desk', async () => {
    const port = accountsOf(house);
    const password = await port.prepareFirstPassword();
    const cause = { key: 'desk', subject: { kind: 'account', id: 'a' } };
    await port.resetPassword({ insuranceNumber: AN, way: 'letter', ...cause }, password);
    await signIn(house, AN, password.plain, house.browser(IPHONE));
    expect((await newDeviceMessages()).length).toBe(1);
  });
  it('counts as new again after a year', async () => {
    house.clock.forward(365 * 86_400_000);
    await house.app.scheduler.run('auth.cleaning');
    await signIn(house, AN, AN_PASSWORD);
    expect((await newDeviceMessages()).length).toBe(1);
  });
});

describe('Thiết bị và đăng nhập', () => {
  it('shows the live device, the known ones, and some weeks of the demo', async () => {
    const browser = await house.citizen();
    const text = plain((await browser.get(PAGE)).text);
    expect(text).toContain('Điện thoại Android, trình duyệt Chrome Đăng nhập lúc 16/03/2026 09:00 Đang đăng nhập');
    expect(text).toContain('Máy tính Windows, trình duyệt Edge Đăng nhập gần nhất lúc');
    expect(text).toContain('Đăng nhập không thành công Máy tính Windows, trình duyệt Firefox 203.113.148.9');
    expect(text.match(/Đang đăng nhập/g)?.length).toBe(1);
  });
  it('shows tries that failed, with device and address, and only those of this account', async () => {
    await signIn(house, AN, 'sai-mat-khau', house.browser(IPHONE));
    await signIn(house, '4899999999', 'sai-mat-khau', house.browser('Mozilla/5.0 (X11; Linux) Firefox/130.0'));
    const text = plain((await (await house.citizen()).get(PAGE)).text);
    expect(text).toContain('16/03/2026 09:00 Đăng nhập không thành công iPhone, trình duyệt Safari 127.0.0.1');
    expect(text).not.toContain('Máy tính Linux');
  });
  it('shows who changed what at the desk', async () => {
    const cause = { key: 'desk', subject: { kind: 'account', id: 'a' } };
    await accountsOf(house).changeContact({ insuranceNumber: AN, email: 'an.moi@vidu.example', ...cause });
    expect(plain((await (await house.citizen()).get(PAGE)).text)).toContain('Đổi địa chỉ thư điện tử');
  });
  it('goes on to older lines by keyset, and back to the newest', async () => {
    for (let n = 0; n < 12; n += 1) await (await house.citizen()).post('/dang-xuat');
    const browser = await house.citizen();
    const first = (await browser.get(PAGE)).text;
    const older = /href="(\/ca-nhan\/thiet-bi\?truoc=\d+)"/.exec(first)?.[1] ?? '';
    const second = (await browser.get(older)).text;
    const times = (html: string): number => (html.match(/<tr><td/g) ?? []).length;
    expect([times(first), times(second)]).toEqual([20, 18]);
    expect(second).toContain('Về những lần mới nhất');
    expect(second).not.toContain('rel="next"');
    expect((await browser.get(`${PAGE}?truoc=abc`)).status).toBe(200);
    expect(plain((await browser.get(`${PAGE}?truoc=1`)).text)).toContain('Không còn lần nào cũ hơn.');
  });
  it('is no page of somebody whose new password is due', async () => {
    const port = accountsOf(house);
    const password = await port.prepareFirstPassword();
    const cause = { key: 'desk', subject: { kind: 'account', id: 'a' } };
    await port.resetPassword({ insuranceNumber: AN, way: 'sms', ...cause }, password);
    const browser = house.browser();
    await signIn(house, AN, password.plain, browser);
    expect((await browser.get(PAGE)).get('Location')).toBe('/ca-nhan/doi-mat-khau');
  });
  it('has words for everything that this module writes down of an account', async () => {
    const browser = await house.citizen();
    await browser.submit('/ca-nhan/doi-mat-khau', { matKhauCu: AN_PASSWORD, matKhauMoi: NEW, nhapLai: NEW });
    await browser.submit('/ca-nhan/doi-mat-khau/xac-nhan', { maOtp: await otpFor(house, AN_PHONE) });
    const written = await house.app.db.rows<{ action: string }>(
      "SELECT DISTINCT action FROM core_audit WHERE subject_kind = 'account'",
    );
    const acts = house.app.modules.find(({ definition }) => definition.id === 'auth')?.definition.acts ?? {};
    expect(written.map(({ action }) => action).filter((action) => !(action in acts))).toEqual([]);
  });
});
