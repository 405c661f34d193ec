import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyWords, mustHaveTotp, recoveryWords } from '../../src/modules/auth/totp.rules.js';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { openAuth } from './open.js';
import { appCode, enrol, keyOn, password, secondStep, seen } from './officers.js';

let house: House;
beforeAll(async () => {
  house = await openAuth({ env: { OFFICER_TOTP: 'required-roles' } });
});
afterAll(() => house.close());
// No code of before is still new, and counting begins anew.
beforeEach(() => house.clock.forward(3_600_000));

const waiting = async (username: string): Promise<Browser> => {
  const browser = house.browser();
  expect((await password(browser, username)).get('Location')).toBe('/can-bo/dang-nhap/xac-thuc');
  return browser;
};

describe('who must have a second factor', () => {
  it.each([
    [['admin'], 'off', false],
    [['admin'], 'required-roles', true],
    [['editor', 'leader'], 'required-roles', true],
    [['reception', 'editor'], 'required-roles', false],
    [['reception'], 'all', true],
  ] as const)('%j under %s: %s', (roles, policy, must) => expect(mustHaveTotp(roles, policy)).toBe(must));
  it('is written so that it can be typed', () => {
    expect(keyWords('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
    expect(recoveryWords('ABCDEFGHJK')).toBe('ABCDE-FGHJK');
  });
});

describe('a leader without a second factor', () => {
  it('is led to the set-up, and nothing else answers until it is done', async () => {
    const leader = await house.officer('lanhdao');
    for (const path of ['/can-bo', '/can-bo/bao-mat', '/can-bo/bao-mat/ma-du-phong', '/can-bo/quan-tri'])
      expect((await leader.get(path)).get('Location')).toBe('/can-bo/bao-mat/xac-thuc');
    const page = await leader.get('/can-bo/bao-mat/xac-thuc');
    expect(page.status).toBe(200);
    expect(page.text).toContain('bắt buộc xác thực hai lớp');
    expect(page.text).toContain('<svg class="qr"');
    expect(page.text).not.toContain('href="/can-bo/tin-nhan"');
    expect(keyOn((await leader.get('/can-bo/bao-mat/xac-thuc')).text)).toBe(keyOn(page.text));

    const wrong = await leader.submit('/can-bo/bao-mat/xac-thuc', { maXacThuc: '000000' });
    expect([wrong.status, keyOn(wrong.text)]).toEqual([400, keyOn(page.text)]);
    expect((await leader.submit('/can-bo/bao-mat/xac-thuc', { maXacThuc: '12' })).text).toContain('gồm đúng 6 chữ số');

    const { codes } = await enrol(house, leader);
    expect(new Set(codes).size).toBe(10);
    expect((await leader.get('/can-bo')).text).toContain('href="/can-bo/tin-nhan"');
    const again = await leader.get('/can-bo/bao-mat/ma-du-phong');
    expect(again.get('Location')).toBe('/can-bo/bao-mat');
    expect(seen(await leader.follow(again))).toContain('chỉ hiện một lần');
    const off = await leader.get('/can-bo/bao-mat/tat-xac-thuc');
    expect([off.status, seen(off)]).toEqual([409, expect.stringContaining('không tắt được')]);
  });

  it('has a key that nobody reads in the database', async () => {
    const editor = await house.officer('bientap');
    const { secret, codes } = await enrol(house, editor);
    const rows = JSON.stringify([
      await house.app.db.rows('SELECT * FROM auth_officer_totp'),
      await house.app.db.rows('SELECT * FROM auth_officer_recovery'),
    ]);
    expect(secret.length).toBeGreaterThan(20);
    for (const found of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))])
      expect(rows).not.toContain(found);
  });
});

describe('signing in with a second factor', () => {
  let secret: string;
  let codes: string[];
  beforeAll(async () => {
    ({ secret, codes } = await enrol(house, await house.officer('canbo')));
  });

  it('asks for the code after the password and goes where one wanted to go', async () => {
    const browser = house.browser();
    const fields = { tenDangNhap: 'canbo', matKhau: 'Canbo#2026' };
    await browser.submit('/can-bo/dang-nhap', fields, { page: '/can-bo/dang-nhap?tiep=/can-bo/bao-mat' });
    expect((await browser.get('/can-bo')).status).toBe(303);
    const page = await browser.get('/can-bo/dang-nhap/xac-thuc');
    expect([page.status, page.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect(seen(page)).toContain('Mã xác thực');
    expect((await secondStep(browser, await appCode(house, secret))).get('Location')).toBe('/can-bo/bao-mat');
    expect((await browser.get('/can-bo/bao-mat')).text).toContain('còn 10 mã chưa dùng');
    expect((await browser.get('/can-bo/dang-nhap/xac-thuc')).get('Location')).toBe('/can-bo');
  });

  it.each([
    [-30, 303],
    [0, 303],
    [30, 303],
    [-61, 400],
    [61, 400],
  ])('takes a clock that is %d seconds off: %d', async (seconds, status) => {
    const browser = await waiting('canbo');
    expect((await secondStep(browser, await appCode(house, secret, seconds))).status).toBe(status);
  });

  it('takes a code once, and none that is older than the last', async () => {
    const [a, b, c] = [await waiting('canbo'), await waiting('canbo'), await waiting('canbo')];
    const code = await appCode(house, secret);
    expect((await secondStep(a, code)).status).toBe(303);
    const replayed = await secondStep(b, code);
    expect([replayed.status, seen(replayed)]).toEqual([400, expect.stringContaining('Mã này đã dùng rồi')]);
    expect((await secondStep(c, await appCode(house, secret, -30))).status).toBe(400);
    expect((await b.get('/can-bo')).status).toBe(303);
  });

  it('lets one of two in who send the same code at once', async () => {
    const browsers = await Promise.all([1, 2, 3, 4].map(() => waiting('canbo')));
    const code = await appCode(house, secret);
    const answers = await Promise.all(browsers.map((browser) => secondStep(browser, code)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const [first = '', second = ''] = codes;
    const browser = await waiting('canbo');
    expect((await secondStep(browser, ` ${first.toLowerCase().replace('-', ' ')} `)).status).toBe(303);
    expect((await browser.get('/can-bo/bao-mat')).text).toContain('còn 9 mã chưa dùng');
    expect((await secondStep(await waiting('canbo'), first)).status).toBe(400);
    const both = await Promise.all(
      [await waiting('canbo'), await waiting('canbo')].map((one) => secondStep(one, second)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
  });

  it('looks at five guesses, then asks to wait, at the right code too', async () => {
    const browser = await waiting('canbo');
    for (let round = 0; round < 5; round += 1) expect((await secondStep(browser, `00000${round}`)).status).toBe(400);
    const answer = await secondStep(browser, await appCode(house, secret));
    expect([answer.status, seen(answer)]).toEqual([429, expect.stringContaining('Hãy đợi 15 phút')]);
  });

  it.each(['', 'abc', '12345', '1234567', '<script>', "' OR 1=1 --", 'A'.repeat(400)])('refuses %j', async (typed) => {
    const answer = await secondStep(await waiting('canbo'), typed);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('<script>');
  });

  it('forgets a sign-in that waits too long, and one of another browser', async () => {
    const late = await waiting('canbo');
    house.clock.forward(11 * 60_000);
    expect((await late.get('/can-bo/dang-nhap/xac-thuc')).get('Location')).toContain('ly-do=het-gio-xac-thuc');
    const stranger = await house.browser().get('/can-bo/dang-nhap/xac-thuc');
    expect(stranger.get('Location')).toContain('/can-bo/dang-nhap?');
    expect(seen(await late.follow(await late.get('/can-bo/dang-nhap/xac-thuc')))).toContain('quá lâu');
  });

  it('makes new recovery codes and turns off only for whoever has a code', async () => {
    const browser = await waiting('canbo');
    await secondStep(browser, await appCode(house, secret));
    const path = '/can-bo/bao-mat/ma-du-phong/tao-moi';
    expect((await browser.submit(path, { maXacThuc: '000000' })).status).toBe(400);
    house.clock.forward(60_000);
    const answer = await browser.submit(path, { maXacThuc: await appCode(house, secret) });
    expect(seen(await browser.follow(answer))).toContain('Mã dự phòng An Sinh');
    expect((await secondStep(await waiting('canbo'), codes[5] ?? '')).status).toBe(400);
    house.clock.forward(60_000);
    const off = await browser.submit('/can-bo/bao-mat/tat-xac-thuc', { maXacThuc: await appCode(house, secret) });
    expect(seen(await browser.follow(off))).toContain('Đã tắt xác thực hai lớp');
    expect((await password(house.browser(), 'canbo')).get('Location')).toBe('/can-bo');
  });
});

it('is set up in one of two browsers', async () => {
  const [a, b] = [await house.officer('coso'), await house.officer('coso')];
  const keys = await Promise.all([a, b].map(async (one) => keyOn((await one.get('/can-bo/bao-mat/xac-thuc')).text)));
  expect(keys[0]).not.toBe(keys[1]);
  const codes = await Promise.all(keys.map((key) => appCode(house, key)));
  const foreign = await a.submit('/can-bo/bao-mat/xac-thuc', { maXacThuc: codes[1] });
  expect(foreign.status).toBe(400);
  const forms = await Promise.all([a, b].map((one) => one.form('/can-bo/bao-mat/xac-thuc')));
  const answers = await Promise.all(
    [a, b].map((one, index) =>
      one.send('/can-bo/bao-mat/xac-thuc', { ...forms[index]?.hidden, maXacThuc: codes[index] }),
    ),
  );
  const rows = await house.app.db.rows(
    'SELECT officer_id FROM auth_officer_totp WHERE officer_id IN (SELECT id FROM auth_officer WHERE username = ?)',
    ['coso'],
  );
  expect(rows).toHaveLength(1);
  expect(answers.filter((answer) => answer.get('Location') === '/can-bo/bao-mat/ma-du-phong')).toHaveLength(1);
});

it('is written down in words', async () => {
  const rows = await house.app.db.rows<{ action: string }>(
    "SELECT DISTINCT action FROM core_audit WHERE action LIKE 'auth.%'",
  );
  const actions = rows.map(({ action }) => action);
  expect(actions).toEqual(
    expect.arrayContaining(['auth.totp-on', 'auth.totp-off', 'auth.code-wrong', 'auth.recovery-renewed']),
  );
  const acts = Object.assign({}, ...house.app.modules.map(({ definition }) => definition.acts ?? {})) as object;
  expect(actions.filter((action) => !(action in acts))).toEqual([]);
});
