import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { openAuth } from './open.js';
import { enrol, FRESH_PASSWORD, hire, linkAfter, pageOf, password, seen } from './officers.js';

const LIST = '/can-bo/quan-tri/can-bo';

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openAuth();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.forward(3_600_000);
  admin = await house.officer('quantri');
});

const act = async (username: string, what: string) => admin.submit(`${await pageOf(house, username)}/${what}`);

describe('lock and reset', () => {
  it('locks at once, and unlocks', async () => {
    await hire(house, admin, { tenDangNhap: 'khoa.lai' });
    const officer = await house.officer('khoa.lai', FRESH_PASSWORD);
    expect(seen(await admin.get(`${await pageOf(house, 'khoa.lai')}/khoa`))).toContain(
      'Khóa tài khoản của Lý Thị Thử?',
    );
    const form = await admin.form(`${await pageOf(house, 'khoa.lai')}/khoa`);
    const clicks = await Promise.all([1, 2].map(() => admin.send(form.action, form.hidden)));
    expect(clicks.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await officer.get('/can-bo')).status).toBe(303);
    expect((await password(house.browser(), 'khoa.lai', FRESH_PASSWORD)).status).toBe(400);
    expect((await admin.get(`${LIST}?trangThai=locked`)).text).toContain('>khoa.lai<');
    expect((await act('khoa.lai', 'dat-lai-mat-khau')).status).toBe(409);
    expect((await act('khoa.lai', 'mo-khoa')).status).toBe(303);
    expect((await password(house.browser(), 'khoa.lai', FRESH_PASSWORD)).status).toBe(303);
  });

  it('resets: the old password is dead, a new link kills the one before', async () => {
    await hire(house, admin, { tenDangNhap: 'quen' });
    const officer = await house.officer('quen', FRESH_PASSWORD);
    const first = await linkAfter(admin, await act('quen', 'dat-lai-mat-khau'));
    expect((await officer.get('/can-bo')).status).toBe(303);
    expect((await password(house.browser(), 'quen', FRESH_PASSWORD)).status).toBe(400);
    const second = await linkAfter(admin, await act('quen', 'dat-lai-mat-khau'));
    expect((await house.browser().get(first)).status).toBe(404);
    await act('quen', 'khoa');
    expect((await house.browser().get(second)).status).toBe(404);
    expect((await act('quen', 'dat-lai-xac-thuc')).status).toBe(409);
  });

  it.each([
    ['khoa', 'tài khoản của chính mình'],
    ['dat-lai-mat-khau', 'Đây là tài khoản của bạn'],
    ['dat-lai-xac-thuc', 'Đây là tài khoản của bạn'],
  ])('nobody does %s to himself', async (what, words) => {
    const answer = await act('quantri', what);
    expect([answer.status, seen(answer)]).toEqual([409, expect.stringContaining(words)]);
    expect((await admin.get('/can-bo')).status).toBe(200);
  });

  it('takes the second factor away on its own: the password stays, the sessions end', async () => {
    await hire(house, admin, { tenDangNhap: 'mat.may' });
    const officer = await house.officer('mat.may', FRESH_PASSWORD);
    await enrol(house, officer);
    expect((await password(house.browser(), 'mat.may', FRESH_PASSWORD)).get('Location')).toContain('xac-thuc');
    expect((await act('mat.may', 'dat-lai-xac-thuc')).status).toBe(303);
    expect((await officer.get('/can-bo')).status).toBe(303);
    expect((await password(house.browser(), 'mat.may', FRESH_PASSWORD)).get('Location')).toBe('/can-bo');
  });
});

it('writes every act down', async () => {
  const rows = await house.app.db.rows<{ action: string }>(
    "SELECT DISTINCT action FROM core_audit WHERE action LIKE 'auth.officer-%' ORDER BY action",
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'auth.officer-created',
    'auth.officer-locked',
    'auth.officer-password-set',
    'auth.officer-reset',
    'auth.officer-totp-reset',
    'auth.officer-unlocked',
  ]);
});
