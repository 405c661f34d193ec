import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accounts, type Accounts, type NewAccount } from '../../src/contracts/auth.js';
import type { House } from '../kit/house.js';
import { AN, AN_PASSWORD, AN_PHONE, openAuth, otpFor, signIn } from './open.js';

const BINH: NewAccount = {
  insuranceNumber: '4811223344',
  citizenId: '048190001234',
  fullName: 'Trần Thị Bình',
  phone: '0905612347',
  email: 'binh@vidu.vn',
  key: 'dossier-1',
  subject: { kind: 'dossier', id: 'dossier-1' },
};
const NEW = 'Thuyền cau bến 57';
const HOUR = 3_600_000;

let house: House;
let port: Accounts;
beforeEach(async () => {
  house = await openAuth();
  port = house.app.modules
    .find(({ definition }) => definition.id === 'auth')
    ?.parts.provides?.get(accounts.key) as Accounts;
});
afterEach(() => house.close());

const open = async (account: Partial<NewAccount> = {}): Promise<string> => {
  const password = await port.prepareFirstPassword();
  await house.app.db.uow.run(() => port.open({ ...BINH, ...account }, password));
  return password.plain;
};

describe('opening an account', () => {
  it('tells number and password by SMS, number and guide by e-mail', async () => {
    const password = await open();
    await house.settle();
    const [sms] = await house.messages({ to: BINH.phone, channel: 'sms' });
    expect(sms?.text.startsWith(`Tai khoan: 4811223344. Mat khau: ${password} `)).toBe(true);
    const [mail] = await house.messages({ to: 'binh@vidu.vn', channel: 'email' });
    expect(mail?.text).toContain('4811223344');
    expect(mail?.text).not.toContain(password);
    expect(await port.byInsuranceNumber('4811223344')).toMatchObject({
      fullName: 'Trần Thị Bình',
      phone: '0905612347',
    });
    expect(await port.byPhone('0905612347')).toMatchObject({ insuranceNumber: '4811223344' });
    expect(await port.byPhone('0905000000')).toBeUndefined();
  });
  it.each([
    [{ insuranceNumber: AN }, 'đã có tài khoản'],
    [{ citizenId: '048085012321' }, 'đã có tài khoản'],
    [{ phone: AN_PHONE }, 'đã đăng ký cho người khác'],
  ])('refuses %j and sends nothing', async (account, reason) => {
    await expect(open(account)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining(reason) as string,
    });
    expect(await house.settle()).toBe(0);
  });
  it('opens one of two at once', async () => {
    const results = await Promise.allSettled([open(), open({ key: 'dossier-2' })]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = results.find((result) => result.status === 'rejected');
    expect(late?.reason).toMatchObject({ status: 409 });
    await house.settle();
    expect((await house.messages({ channel: 'sms' })).length).toBe(1);
  });
  it('leaves nothing behind when the unit around it fails', async () => {
    const password = await port.prepareFirstPassword();
    const work = house.app.db.uow.run(async () => {
      await port.open(BINH, password);
      throw new Error('later step');
    });
    await expect(work).rejects.toThrow('later step');
    expect(await port.byInsuranceNumber('4811223344')).toBeUndefined();
    expect(await house.settle()).toBe(0);
  });
});

describe('the first password', () => {
  it('opens only the change page and sign-out until the code was right', async () => {
    const password = await open();
    const browser = house.browser();
    expect((await signIn(house, '4811223344', password, browser)).get('Location')).toBe('/ca-nhan/doi-mat-khau');
    const page = await browser.get('/ca-nhan/doi-mat-khau');
    expect(page.text).toContain('lần đầu bạn đăng nhập');
    const fields = { matKhauCu: password, matKhauMoi: NEW, nhapLai: NEW };
    expect((await browser.submit('/ca-nhan/doi-mat-khau', fields)).status).toBe(303);
    const row = await house.app.db.row<{ flag: number }>(
      "SELECT must_change AS flag FROM auth_account WHERE insurance_number = '4811223344'",
    );
    expect(row?.flag).toBe(1);
    const confirm = '/ca-nhan/doi-mat-khau/xac-nhan';
    await browser.submit(confirm, { maOtp: await otpFor(house, BINH.phone) });
    expect((await browser.get('/ca-nhan/doi-mat-khau')).text).not.toContain('lần đầu');
    await browser.post('/dang-xuat');
    expect((await signIn(house, '4811223344', NEW)).get('Location')).toBe('/ca-nhan');
  });
  it('is dead after 72 hours; a forgotten password still leads in', async () => {
    const password = await open();
    house.clock.forward(72 * HOUR);
    expect((await signIn(house, '4811223344', password)).status).toBe(303);
    house.clock.forward(HOUR);
    const late = await signIn(house, '4811223344', password);
    expect([late.status, late.text.includes('đã hết hạn')]).toEqual([400, true]);
    const browser = house.browser();
    await browser.submit('/quen-mat-khau', { soDinhDanh: '4811223344' });
    const maOtp = await otpFor(house, BINH.phone);
    await browser.submit('/quen-mat-khau/xac-nhan', { maOtp, matKhauMoi: NEW, nhapLai: NEW });
    expect((await signIn(house, '4811223344', NEW)).get('Location')).toBe('/ca-nhan');
  });
});

describe('the age of a password', () => {
  /** The demo password is 40 days old on 16/03/2026: its 180 days end on 03/08/2026. */
  const remind = () => house.app.scheduler.run('auth.password-reminder');
  const told = async (): Promise<number> => {
    await house.settle();
    return (await house.messages({ to: AN_PHONE, channel: 'sms' })).length;
  };
  it('reminds 30, 7 and 1 day before, once each, and makes up for a missed day', async () => {
    const counts: number[] = [];
    for (const day of ['07-03', '07-04', '07-05', '07-26', '07-27', '07-28', '08-02', '08-03', '08-04']) {
      house.clock.set(`2026-${day}T08:00:00+07:00`);
      await remind();
      house.clock.forward(10 * 60_000);
      await remind();
      counts.push(await told());
    }
    expect(counts).toEqual([0, 1, 1, 1, 2, 2, 3, 3, 3]);
    const texts = (await house.messages({ to: AN_PHONE, channel: 'sms' })).map(({ text }) => text);
    expect(texts[0]).toContain('03/08/2026');
  });
  it('lets two processes remind once', async () => {
    house.clock.set('2026-07-04T08:00:00+07:00');
    const job = house.app.modules
      .flatMap(({ parts }) => parts.jobs ?? [])
      .find(({ name }) => name === 'auth.password-reminder');
    await Promise.all([job?.run(), job?.run(), job?.run()]);
    expect(await told()).toBe(1);
  });
  it('requires a new one at the first sign-in after its end', async () => {
    house.clock.set('2026-08-02T23:59:00+07:00');
    expect((await signIn(house, AN, AN_PASSWORD)).get('Location')).toBe('/ca-nhan');
    house.clock.set('2026-08-03T08:00:00+07:00');
    const browser = house.browser();
    expect((await signIn(house, AN, AN_PASSWORD, browser)).get('Location')).toBe('/ca-nhan/doi-mat-khau');
    expect((await browser.get('/ca-nhan/doi-mat-khau')).text).toContain('đã đến hạn phải đổi');
  });
  it('never ends when the setting is 0', async () => {
    const { settings } = await import('../../src/modules/organisation/setting.model.js').then(({ settingTable }) => ({
      settings: settingTable(house.app.db.sequelize),
    }));
    await house.app.db.uow.run(() => settings.change({ value: '0' }, { name: 'password_days' }));
    house.clock.set('2030-01-01T08:00:00+07:00');
    await remind();
    expect(await told()).toBe(0);
    expect((await signIn(house, AN, AN_PASSWORD)).get('Location')).toBe('/ca-nhan');
  });
});

it('cleans up what nobody looks back on', async () => {
  await house.officer('canbo');
  await signIn(house, AN, 'sai');
  await house.browser().submit('/quen-mat-khau', { soDinhDanh: AN });
  house.clock.forward(72 * HOUR);
  await house.app.scheduler.run('auth.cleaning');
  for (const table of ['auth_officer_session', 'auth_attempt', 'auth_otp_code', 'auth_otp_challenge'])
    expect(await house.app.db.rows(`SELECT * FROM ${table}`)).toEqual([]);
});
