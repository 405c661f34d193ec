import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { openAuth } from './open.js';
import { create, FRESH_PASSWORD, hire, linkAfter, pageOf, seen, setPassword } from './officers.js';

let house: House;
beforeAll(async () => {
  house = await openAuth();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.forward(3_600_000);
});

const NAMES: Readonly<Record<string, string>> = { quantri: 'Phan Hữu Đức' };

const demotion = async (by: Browser, username: string) => {
  const page = await pageOf(house, username);
  const { hidden } = await by.form(page);
  const fields = { hoTen: NAMES[username] ?? 'Lý Thị Thử', coQuan: '04801', vaiTro: 'editor', maSo: '' };
  return () => by.send(page, { ...hidden, ...fields });
};
const lock = async (by: Browser, username: string) => {
  const form = await by.form(`${await pageOf(house, username)}/khoa`);
  return () => by.send(form.action, form.hidden);
};
const administrators = async (): Promise<string[]> =>
  (
    await house.app.db.rows<{ username: string }>(
      `SELECT o.username FROM auth_officer o JOIN auth_officer_role r ON r.officer_id = o.id
        WHERE r.role = 'admin' AND o.active = 1 AND o.password_hash <> '' ORDER BY o.username`,
    )
  ).map(({ username }) => username);

describe('the last administrator', () => {
  it('keeps the role', async () => {
    const admin = await house.officer('quantri');
    const answer = await (await demotion(admin, 'quantri'))();
    expect([answer.status, seen(answer)]).toEqual([409, expect.stringContaining('người quản trị cuối cùng')]);
    expect(await administrators()).toEqual(['quantri']);
    expect((await admin.get('/can-bo/quan-tri')).status).toBe(200);
  });

  it('keeps it while the other one has not set a password', async () => {
    const admin = await house.officer('quantri');
    const link = await linkAfter(admin, await create(admin, { tenDangNhap: 'quantri2', vaiTro: 'admin' }));
    expect((await (await demotion(admin, 'quantri'))()).status).toBe(409);
    await setPassword(house.browser(), link);
    expect((await (await demotion(admin, 'quantri'))()).status).toBe(303);
    expect(await administrators()).toEqual(['quantri2']);
    expect((await admin.get('/can-bo')).get('Location')).toContain('/can-bo/dang-nhap');
  });
});

describe('two administrators at once', () => {
  let [a, b]: [string, string] = ['', ''];
  let round = 0;

  /** Two who are alone with the role. */
  const pair = async (): Promise<[Browser, Browser]> => {
    round += 1;
    const last = (await administrators())[0] ?? '';
    const lone = await house.officer(last, last === 'quantri' ? undefined : FRESH_PASSWORD);
    [a, b] = [last, `q${round}.moi`];
    await hire(house, lone, { tenDangNhap: b, vaiTro: 'admin' });
    expect(await administrators()).toEqual([a, b].sort());
    return [lone, await house.officer(b, FRESH_PASSWORD)];
  };

  it.each([1, 2, 3])('demote each other: one stays (%d)', async () => {
    const [first, second] = await pair();
    const acts = [await demotion(first, b), await demotion(second, a)];
    const answers = await Promise.all(acts.map((act) => act()));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await administrators()).toHaveLength(1);
  });

  it.each([1, 2, 3])('lock each other: one stays (%d)', async () => {
    const [first, second] = await pair();
    const acts = [await lock(first, b), await lock(second, a)];
    const answers = await Promise.all(acts.map((act) => act()));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await administrators()).toHaveLength(1);
  });

  it('one demotes himself while the other is locked: one stays', async () => {
    const [first] = await pair();
    const acts = [await demotion(first, a), await lock(first, b)];
    const answers = await Promise.all(acts.map((act) => act()));
    expect(answers.filter(({ status }) => status === 303).length).toBeLessThanOrEqual(1);
    expect(await administrators()).toHaveLength(2 - answers.filter(({ status }) => status === 303).length);
  });
});
