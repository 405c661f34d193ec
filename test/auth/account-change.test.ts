import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Accounts, PasswordWay } from '../../src/contracts/auth.js';
import type { House } from '../kit/house.js';
import { AN, AN_PASSWORD, AN_PHONE, openAuth, otpFor, signIn } from './open.js';
import { accountsOf } from './ports.js';

const NEW_PHONE = '0905612347';
const MAIL = 'an.nguyen@vidu.example';
const NEW = 'Thuyền cau bến 57';
const CAUSE = { key: 'dossier-9', subject: { kind: 'dossier', id: 'dossier-9' } } as const;

let house: House;
let port: Accounts;
beforeEach(async () => {
  house = await openAuth();
  port = accountsOf(house);
});
afterEach(() => house.close());

const change = (contact: { phone?: string; email?: string | null }): Promise<void> =>
  house.app.db.uow.run(() => port.changeContact({ insuranceNumber: AN, ...contact, ...CAUSE }));

const reset = async (way: PasswordWay): Promise<string> => {
  const password = await port.prepareFirstPassword();
  await house.app.db.uow.run(() => port.resetPassword({ insuranceNumber: AN, way, ...CAUSE }, password));
  return password.plain;
};

const close = (): Promise<void> => house.app.db.uow.run(() => port.close({ insuranceNumber: AN, ...CAUSE }));

/** Who was told what, as "channel recipient: beginning". */
const told = async (length: number): Promise<string[]> => {
  await house.settle();
  return (await house.messages()).map(({ channel, to, text }) => `${channel} ${to}: ${text.slice(0, length)}`).sort();
};

const actions = async (): Promise<string[]> =>
  (
    await house.app.db.rows<{ action: string }>('SELECT action FROM core_audit WHERE person = ? ORDER BY id DESC', [AN])
  ).map(({ action }) => action);

describe('a new phone', () => {
  it('ends every session, frees the old number and tells old phone, e-mail and new phone', async () => {
    const browser = await house.citizen();
    await change({ phone: NEW_PHONE });
    expect((await browser.get('/ca-nhan/doi-mat-khau')).get('Location')).toContain('ly-do=thiet-bi-khac');
    expect(await port.byPhone(AN_PHONE)).toBeUndefined();
    expect(await port.byPhone(NEW_PHONE)).toMatchObject({ insuranceNumber: AN, email: MAIL });
    expect(await told(36)).toEqual([
      `email ${MAIL}: Số điện thoại của tài khoản đã đổi\nC`.slice(0, `email ${MAIL}: `.length + 36),
      `sms ${NEW_PHONE}: So nay la so dien thoai cua tai khoa`,
      `sms ${AN_PHONE}: So dien thoai cua tai khoan BHXH da `,
    ]);
    const [sms] = await house.messages({ to: AN_PHONE });
    expect([sms?.text.includes(NEW_PHONE), sms?.text.includes('347')]).toEqual([false, true]);
    expect(await actions()).toContain('auth.phone-changed');
  });
  it('makes worthless what was on its way to the old phone', async () => {
    const browser = house.browser();
    await browser.submit('/quen-mat-khau', { soDinhDanh: AN });
    const maOtp = await otpFor(house, AN_PHONE);
    const form = await browser.form('/quen-mat-khau/xac-nhan');
    await change({ phone: NEW_PHONE });
    const fields = { ...form.hidden, maOtp, matKhauMoi: NEW, nhapLai: NEW };
    expect((await browser.send('/quen-mat-khau/xac-nhan', fields)).get('Location')).toBe('/quen-mat-khau');
    expect((await signIn(house, AN, NEW)).status).toBe(400);
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(303);
  });
  it('sends no code that was asked for before to either phone', async () => {
    await house.browser().submit('/quen-mat-khau', { soDinhDanh: AN });
    await change({ phone: NEW_PHONE });
    expect((await told(8)).filter((line) => line.endsWith('Ma OTP: '))).toEqual([]);
  });
  it("is refused when it is another's, and nothing is told", async () => {
    const other = { insuranceNumber: '4811223344', citizenId: null, fullName: 'Trần Thị Bình', phone: NEW_PHONE };
    const password = await port.prepareFirstPassword();
    await house.app.db.uow.run(() => port.open({ ...other, email: null, ...CAUSE }, password));
    await house.settle();
    const before = (await house.messages()).length;
    await expect(change({ phone: NEW_PHONE })).rejects.toMatchObject({ status: 409 });
    await house.settle();
    expect((await house.messages()).length).toBe(before);
    expect(await port.byPhone(AN_PHONE)).toMatchObject({ insuranceNumber: AN });
  });
});

describe('a new e-mail address', () => {
  it('is told to both addresses and by SMS; the session goes on', async () => {
    const browser = await house.citizen();
    await change({ email: 'an.moi@vidu.example' });
    expect((await browser.get('/ca-nhan/doi-mat-khau')).status).toBe(200);
    expect((await told(0)).map((line) => line.split(':')[0])).toEqual([
      'email an.moi@vidu.example',
      `email ${MAIL}`,
      `sms ${AN_PHONE}`,
    ]);
    expect(await port.byInsuranceNumber(AN)).toMatchObject({ email: 'an.moi@vidu.example', phone: AN_PHONE });
  });
  it('may be taken away; what is the same is told to nobody', async () => {
    await change({ email: MAIL, phone: AN_PHONE });
    expect(await told(0)).toEqual([]);
    await change({ email: null });
    expect((await told(0)).length).toBe(2);
    expect(await port.byInsuranceNumber(AN)).toMatchObject({ email: null });
  });
});

describe('a password from the desk', () => {
  it('goes by SMS, is good once, and ends every session', async () => {
    const browser = await house.citizen();
    const password = await reset('sms');
    expect((await browser.get('/ca-nhan/doi-mat-khau')).status).toBe(303);
    await house.settle();
    const texts = (await house.messages()).map(({ channel, text }) => [channel, text.includes(password)]);
    expect(texts.sort()).toEqual([
      ['email', false],
      ['sms', true],
    ]);
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(400);
    expect((await signIn(house, AN, password)).get('Location')).toBe('/ca-nhan/doi-mat-khau');
    house.clock.forward(73 * 3_600_000);
    expect((await signIn(house, AN, password)).text).toContain('đã hết hạn');
  });
  it('is in no message when it is on a printed letter', async () => {
    const password = await reset('letter');
    await house.settle();
    const messages = await house.messages();
    expect(messages.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
    expect(messages.filter(({ text }) => text.includes(password))).toEqual([]);
    expect((await signIn(house, AN, password)).get('Location')).toBe('/ca-nhan/doi-mat-khau');
  });
  it('lifts a lock', async () => {
    await house.app.db.uow.run(() =>
      house.app.db.sequelize.query(`UPDATE auth_account SET state = 'locked' WHERE insurance_number = '${AN}'`),
    );
    expect((await port.byInsuranceNumber(AN))?.state).toBe('locked');
    const password = await reset('sms');
    expect((await port.byInsuranceNumber(AN))?.state).toBe('active');
    expect((await signIn(house, AN, password)).status).toBe(303);
  });
});

describe('closing', () => {
  it('signs out, tells, and frees number and phone', async () => {
    const browser = await house.citizen();
    await house.browser().submit('/quen-mat-khau', { soDinhDanh: AN });
    await close();
    expect((await browser.get('/ca-nhan/doi-mat-khau')).status).toBe(303);
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(400);
    expect((await told(0)).map((line) => line.split(':')[0])).toEqual([`email ${MAIL}`, `sms ${AN_PHONE}`]);
    for (const table of ['auth_otp_challenge', 'auth_otp_code', 'auth_otp_quota'])
      expect(await house.app.db.rows(`SELECT * FROM ${table}`)).toEqual([]);
    const again = { insuranceNumber: AN, citizenId: '048085012321', fullName: 'Nguyễn Văn An', phone: AN_PHONE };
    const password = await port.prepareFirstPassword();
    await house.app.db.uow.run(() => port.open({ ...again, email: null, ...CAUSE }, password));
    expect(await port.byPhone(AN_PHONE)).toMatchObject({ state: 'active', lastSignInAt: null });
  });
  it('leaves everything as it was when the unit around it fails', async () => {
    const work = house.app.db.uow.run(async () => {
      await port.close({ insuranceNumber: AN, ...CAUSE });
      throw new Error('later step');
    });
    await expect(work).rejects.toThrow('later step');
    expect(await told(0)).toEqual([]);
    expect((await signIn(house, AN, AN_PASSWORD)).status).toBe(303);
  });
});

it('says 404 of a number without account', async () => {
  const of = { insuranceNumber: '4899999999', ...CAUSE };
  const password = await port.prepareFirstPassword();
  await expect(port.changeContact({ ...of, phone: NEW_PHONE })).rejects.toMatchObject({ status: 404 });
  await expect(port.close(of)).rejects.toMatchObject({ status: 404 });
  await expect(port.resetPassword({ ...of, way: 'sms' }, password)).rejects.toMatchObject({ status: 404 });
});

it('tells when somebody last signed in', async () => {
  const created = await port.byInsuranceNumber(AN);
  expect(created?.createdAt).toEqual(new Date('2026-02-04T09:00:00+07:00'));
  await house.citizen();
  expect((await port.byInsuranceNumber(AN))?.lastSignInAt).toEqual(house.clock.now());
});
