import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { AN, AN_PASSWORD, AN_PHONE, openAuth, otpFor, signIn } from './open.js';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604';
const OTHER = '/dang-nhap/thiet-bi-khac';
const CONFIRM = `${OTHER}/xac-nhan`;

let house: House;
let first: Browser;
beforeEach(async () => {
  house = await openAuth();
  first = house.browser(IPHONE);
  await signIn(house, AN, AN_PASSWORD, first);
});
afterEach(() => house.close());

const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/ca-nhan/doi-mat-khau')).status === 200;

/** A second browser that stands before the code field, with the code it was sent. */
const atTheCode = async (): Promise<{ browser: Browser; code: string }> => {
  const browser = house.browser();
  await signIn(house, AN, AN_PASSWORD, browser);
  const answer = await browser.submit(OTHER);
  expect(answer.get('Location')).toBe(CONFIRM);
  return { browser, code: await otpFor(house, AN_PHONE) };
};

describe('one device at a time', () => {
  it('warns with the name and time of the first device', async () => {
    house.clock.forward(5 * 60_000);
    const second = house.browser();
    expect((await signIn(house, AN, AN_PASSWORD, second)).get('Location')).toBe(OTHER);
    const warning = await second.get(OTHER);
    expect(warning.text).toContain('iPhone, trình duyệt Safari');
    expect(warning.text).toContain('lần cuối 09:00 hôm nay');
    expect(warning.text).toMatch(/Tiếp tục<[\s\S]*Thoát</);
    expect(await isIn(first)).toBe(true);
    expect(await isIn(second)).toBe(false);
  });

  it('changes nothing on Thoát', async () => {
    const second = house.browser();
    await signIn(house, AN, AN_PASSWORD, second);
    const left = await second.submit(`${OTHER}/thoat`, {}, { page: OTHER });
    expect(left.get('Location')).toBe('/dang-nhap');
    expect((await second.get(OTHER)).get('Location')).toContain('/dang-nhap?');
    expect([await isIn(first), await isIn(second)]).toEqual([true, false]);
    expect(await otpFor(house, AN_PHONE)).toBe('');
  });

  it('lets the second in by code, the first is out at its next request and reads why', async () => {
    const { browser: second, code } = await atTheCode();
    expect(await isIn(first)).toBe(true);
    const wrong = await second.submit(CONFIRM, { maOtp: code === '000000' ? '000001' : '000000' });
    expect([wrong.status, await isIn(second)]).toEqual([400, false]);
    const done = await second.submit(CONFIRM, { maOtp: code });
    expect([done.status, done.get('Location')]).toEqual([303, '/ca-nhan']);
    const out = await first.get('/ca-nhan/doi-mat-khau');
    expect(out.get('Location')).toBe('/dang-nhap?tiep=%2Fca-nhan%2Fdoi-mat-khau&ly-do=thiet-bi-khac');
    expect((await first.follow(out)).text).toContain('vừa được đăng nhập trên thiết bị khác');
    expect(await isIn(second)).toBe(true);
  });

  it('sends no second code when Tiếp tục is pressed twice', async () => {
    const { browser } = await atTheCode();
    await browser.submit(OTHER);
    await house.settle();
    expect((await house.messages({ to: AN_PHONE })).length).toBe(1);
  });

  it('lets exactly one of two win who confirm at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [b, c] = [await atTheCode(), await atTheCode()];
      const forms = [await b.browser.form(CONFIRM), await c.browser.form(CONFIRM)];
      const answers = await Promise.all([
        b.browser.send(CONFIRM, { ...forms[0]?.hidden, maOtp: b.code }),
        c.browser.send(CONFIRM, { ...forms[1]?.hidden, maOtp: c.code }),
      ]);
      const places = answers.map((answer) => answer.get('Location')).sort();
      expect(places).toEqual(['/ca-nhan', '/dang-nhap?ly-do=tai-khoan-vua-doi']);
      expect([await isIn(b.browser), await isIn(c.browser)].filter(Boolean).length).toBe(1);
      house.clock.forward(3 * 3_600_000);
      expect((await signIn(house, AN, AN_PASSWORD)).get('Location')).toBe('/ca-nhan');
    }
  });

  it('lets one of two in who sign in at once, the other is warned', async () => {
    house.clock.forward(16 * 60_000);
    const answers = await Promise.all([signIn(house, AN, AN_PASSWORD), signIn(house, AN, AN_PASSWORD)]);
    expect(answers.map((answer) => answer.get('Location')).sort()).toEqual(['/ca-nhan', OTHER]);
  });

  it('does not let a slow request bring a signed-out session back', async () => {
    for (let round = 0; round < 5; round += 1) {
      const browser = house.browser();
      house.clock.forward(20 * 60_000);
      await signIn(house, AN, AN_PASSWORD, browser);
      house.clock.forward(2 * 60_000);
      // Both requests write the session: this one because two minutes have passed.
      await Promise.all([
        browser.get('/ca-nhan/doi-mat-khau'),
        browser.post('/dang-xuat'),
        browser.get('/ca-nhan/doi-mat-khau'),
      ]);
      expect(await isIn(browser)).toBe(false);
    }
  });

  it('leaves a kept cookie without worth after sign-out', async () => {
    house.clock.forward(20 * 60_000);
    const browser = house.browser();
    const cookies = (await signIn(house, AN, AN_PASSWORD, browser)).get('Set-Cookie') ?? [];
    expect(cookies.join()).toMatch(/ansinh=[^;]+; Path=\/; HttpOnly; SameSite=Lax/);
    const withKept = () =>
      request(house.server)
        .get('/ca-nhan/doi-mat-khau')
        .set(
          'Cookie',
          cookies.map((cookie) => cookie.split(';')[0] ?? ''),
        );
    expect((await withKept()).status).toBe(200);
    await browser.post('/dang-xuat');
    expect((await withKept()).status).toBe(303);
  });

  it('asks again when the first device signed out while the second was deciding', async () => {
    const { browser, code } = await atTheCode();
    const { hidden } = await browser.form(CONFIRM);
    await first.post('/dang-xuat');
    const answer = await browser.send(CONFIRM, { ...hidden, maOtp: code });
    expect(answer.get('Location')).toBe('/dang-nhap?ly-do=tai-khoan-vua-doi');
    expect((await browser.follow(answer)).text).toContain('Hãy đăng nhập lại');
  });

  it('forgets an undecided sign-in after a quarter of an hour', async () => {
    const { browser } = await atTheCode();
    house.clock.forward(16 * 60_000);
    expect((await browser.get(CONFIRM)).get('Location')).toBe('/dang-nhap?ly-do=het-gio-xac-nhan');
  });

  it('is audited', async () => {
    const { browser, code } = await atTheCode();
    await browser.submit(CONFIRM, { maOtp: code });
    await browser.post('/dang-xuat');
    const rows = await house.app.db.rows<{ action: string }>(
      "SELECT action FROM core_audit WHERE action LIKE 'auth.%' AND at >= ? ORDER BY id",
      [house.clock.now()],
    );
    expect(rows.map(({ action }) => action)).toEqual(['auth.signed-in', 'auth.device-changed', 'auth.signed-out']);
  });
});

it('leaves no phantom device behind when the session store is away', async () => {
  const dead = await openAuth({ env: { REDIS_URL: 'redis://127.0.0.1:1' } });
  const answer = await signIn(dead, AN, AN_PASSWORD);
  expect([answer.status, answer.get('Location')]).toEqual([503, undefined]);
  const row = await dead.app.db.row<{ label: string }>('SELECT device_label AS label FROM auth_account');
  expect(row?.label).toBe('');
  await dead.close();
});

describe('ends of a session', () => {
  it('idle: fifteen minutes for citizens, with a kind notice', async () => {
    house.clock.forward(14 * 60_000);
    expect(await isIn(first)).toBe(true);
    house.clock.forward(14 * 60_000);
    expect(await isIn(first)).toBe(true);
    house.clock.forward(15 * 60_000 + 1);
    const out = await first.get('/ca-nhan/doi-mat-khau');
    expect(out.get('Location')).toContain('ly-do=het-gio');
    expect((await first.follow(out)).text).toContain('lâu không có thao tác');
    // Nobody is signed in any more: no warning.
    expect((await signIn(house, AN, AN_PASSWORD)).get('Location')).toBe('/ca-nhan');
  });
  it('absolute: twelve hours for citizens', async () => {
    for (let step = 0; step < 72; step += 1) {
      house.clock.forward(10 * 60_000);
      expect(await isIn(first)).toBe(true);
    }
    house.clock.forward(60_000);
    expect(await isIn(first)).toBe(false);
  });
  it('idle: thirty minutes, absolute: ten hours for officers', async () => {
    const officer = await house.officer('canbo');
    for (let step = 0; step < 21; step += 1) {
      house.clock.forward(28 * 60_000);
      expect((await officer.get('/can-bo')).status).toBe(200);
    }
    house.clock.forward(28 * 60_000);
    expect((await officer.get('/can-bo')).get('Location')).toContain('/can-bo/dang-nhap');
    const next = await house.officer('canbo');
    house.clock.forward(30 * 60_000 + 1);
    expect((await next.get('/can-bo')).get('Location')).toBe('/can-bo/dang-nhap?tiep=%2Fcan-bo&ly-do=het-gio');
  });
});
