import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Fields } from '../kit/browser.js';
import { unescapeHtml, visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { signIn } from '../kit/sign-in.js';
import { dossierFiles } from '../kit/pictures.js';

const CHANGE = '/ca-nhan/thay-doi-thong-tin';
const ASSIST = '/can-bo/ho-so/ke-khai-ho';
const TYPED = { email: 'moi@vidu.example', street: 'Số 5, đường chưa gửi' };

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
});
afterAll(() => house.close());
// A device that has been still for so long is no other device.
beforeEach(() => house.clock.forward(20 * 60_000));

const rows = async (): Promise<{ content: string; path: string }[]> =>
  house.app.db.rows(`SELECT content, path FROM core_kept_form`);

const dossiers = async (): Promise<number> =>
  Number((await house.app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM registration_dossier'))?.n);

/** The same browser, signed in, with the form open; then its session has ended and the form is sent. */
const sentTooLate = async (browser: Browser, path: string, fields: Fields, files?: Parameters<Browser['send']>[2]) => {
  const { hidden } = await browser.form(path);
  house.clock.forward(45 * 60_000);
  return browser.send(path, { ...hidden, ...fields }, files);
};

const again = (browser: Browser, number = '4812345678', password = 'Ansinh#2026') =>
  signIn(browser, '/dang-nhap', number, password);

describe('a form that came in after its session had ended', () => {
  it('is shown again, filled in, to the same person, once, and nothing was sent', async () => {
    const before = await dossiers();
    const browser = await house.citizen();
    const answer = await sentTooLate(browser, CHANGE, TYPED);
    expect(answer.status).toBe(303);
    const way = new URL(answer.get('Location') ?? '', house.address);
    expect([way.pathname, way.searchParams.get('tiep')]).toEqual(['/dang-nhap', CHANGE]);
    await again(browser);
    const page = await browser.get(CHANGE);
    expect(page.status).toBe(200);
    expect(unescapeHtml(page.text)).toContain(`value="${TYPED.street}"`);
    expect(page.text).toContain(`value="${TYPED.email}"`);
    expect(visibleText(page.text)).toContain('Bạn đã đăng nhập lại. Những gì bạn đã nhập vẫn còn, chưa được gửi');
    expect(await dossiers()).toBe(before);
    expect((await browser.get(CHANGE)).text).not.toContain(TYPED.email);
    expect(await rows()).toEqual([]);
  });

  it('is unreadable where it waits, and gone after half an hour', async () => {
    const browser = await house.citizen();
    await sentTooLate(browser, CHANGE, TYPED);
    const [kept, ...others] = await rows();
    expect(others).toEqual([]);
    expect(kept?.path).toBe(CHANGE);
    expect(Buffer.from(kept?.content ?? '', 'base64').toString('latin1')).not.toContain('vidu.example');
    house.clock.forward(31 * 60_000);
    await again(browser);
    expect((await browser.get(CHANGE)).text).not.toContain(TYPED.email);
    await sentTooLate(browser, CHANGE, TYPED);
    await house.app.scheduler.run('core.kept-form-prune');
    expect(await rows()).toHaveLength(1);
    house.clock.forward(31 * 60_000);
    await house.app.scheduler.run('core.kept-form-prune');
    expect(await rows()).toEqual([]);
  });

  it('is never shown to another person', async () => {
    const browser = await house.citizen();
    await sentTooLate(browser, CHANGE, TYPED);
    const other = await house.app.db.row<{ insurance_number: string }>(
      `SELECT insurance_number FROM auth_account WHERE insurance_number <> '4812345678' LIMIT 1`,
    );
    await house.app.db.uow.run(() =>
      house.app.db.sequelize.query(
        `UPDATE auth_account SET password_hash = (SELECT h FROM (SELECT password_hash AS h FROM auth_account WHERE insurance_number = '4812345678') AS x) WHERE insurance_number = '${other?.insurance_number}'`,
      ),
    );
    await again(browser, other?.insurance_number);
    const page = await browser.get(CHANGE);
    expect(page.text).not.toContain(TYPED.email);
    // Who typed it still finds it.
    await browser.post('/dang-xuat');
    await again(browser);
    expect((await browser.get(CHANGE)).text).toContain(TYPED.email);
  });

  it('is not kept without the mark of its owner, with a forged one, or too large', async () => {
    const kept = (await rows()).length;
    const guest = house.browser();
    for (const _owner of [undefined, '', 'a'.repeat(128), 'x'])
      expect((await guest.post(CHANGE, { ...TYPED, _owner })).get('Location')).toBe('/dang-nhap');
    const browser = await house.citizen();
    const { hidden } = await browser.form(CHANGE);
    expect((await guest.post(CHANGE, { ...hidden, street: 'x'.repeat(20_001) })).get('Location')).toBe('/dang-nhap');
    expect((await rows()).length).toBe(kept);
  });

  it('is not sent by what a stranger finds in the cookie', async () => {
    const guest = house.browser();
    expect((await guest.get(CHANGE)).status).toBe(303);
    const answer = await (await house.citizen()).get(CHANGE);
    expect(answer.text).not.toContain(TYPED.email);
  });

  it('of an officer with files: what was typed waits, files are chosen again', async () => {
    const officer = await house.officer('coso');
    const fields = { fullName: 'Đặng Thị Ngọc Ánh', insuranceNumber: '4863555001', province: '48' };
    const answer = await sentTooLate(officer, ASSIST, fields, await dossierFiles());
    expect(new URL(answer.get('Location') ?? '', house.address).searchParams.get('tiep')).toBe(ASSIST);
    await signIn(officer, '/can-bo/dang-nhap', 'coso', 'Canbo#2026');
    const page = await officer.get(ASSIST);
    expect(unescapeHtml(page.text)).toContain('value="Đặng Thị Ngọc Ánh"');
    expect(page.text).not.toContain('Đổi ảnh');
  });

  it('that leads to an address without a page of its own brings another officer home', async () => {
    const path = '/can-bo/ho-so/00000000-0000-7000-8000-000000000000/danh-gia';
    const officer = await house.officer('coso');
    const { hidden } = await officer.form(ASSIST);
    house.clock.forward(45 * 60_000);
    await officer.post(path, { ...hidden, ketQua: 'khong-hop-le', vietThem: 'chưa gửi' });
    await signIn(officer, '/can-bo/dang-nhap', 'canbo', 'Canbo#2026');
    const answer = await officer.get(path);
    expect(answer.status).toBe(303);
    expect((await officer.follow(answer)).get('Location')).toBe('/can-bo');
  });
});

describe('forms with secrets', () => {
  it('are not kept', () => {
    const kept = house.app.modules
      .flatMap(({ parts }) => parts.routes ?? [])
      .filter(({ keepTyped }) => keepTyped)
      .map(({ path }) => path);
    expect(kept).toContain(CHANGE);
    expect(kept.filter((path) => /mat-khau|xac-nhan|dang-nhap|ma-otp|bao-mat/.test(path))).toEqual([]);
  });
});
