import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { House } from '../kit/house.js';
import { openAuth } from './open.js';
import { FRESH_PASSWORD, PASSWORD, password, seen } from './officers.js';

const PAGE = '/can-bo/bao-mat';

let house: House;
beforeAll(async () => {
  house = await openAuth();
});
afterAll(() => house.close());
beforeEach(() => house.clock.forward(3_600_000));

const changeTo = (browser: Awaited<ReturnType<House['officer']>>, fields: Record<string, string>) =>
  browser.submit(
    '/can-bo/bao-mat/mat-khau',
    { matKhauCu: PASSWORD, matKhauMoi: FRESH_PASSWORD, nhapLai: FRESH_PASSWORD, ...fields },
    { page: PAGE },
  );

describe('the own password', () => {
  it.each([
    [{ matKhauCu: 'sai' }, 'Mật khẩu cũ chưa đúng'],
    [{ matKhauCu: '' }, 'Hãy nhập mật khẩu đang dùng'],
    [{ matKhauMoi: PASSWORD, nhapLai: PASSWORD }, 'trùng với mật khẩu cũ'],
    [{ matKhauMoi: 'ngan', nhapLai: 'ngan' }, 'còn ngắn'],
    [{ matKhauMoi: 'Canbo-canbo-canbo', nhapLai: 'Canbo-canbo-canbo' }, 'không được chứa tên đăng nhập'],
    [{ matKhauMoi: 'Gạo 4809120034 tám', nhapLai: 'Gạo 4809120034 tám' }, 'không được chứa mã số BHXH'],
    [{ nhapLai: 'khác' }, 'chưa giống nhau'],
  ])('%j is refused with a reason', async (fields, reason) => {
    const answer = await changeTo(await house.officer('canbo'), fields);
    expect([answer.status, seen(answer)]).toEqual([400, expect.stringContaining(reason)]);
    expect(answer.text).not.toContain(FRESH_PASSWORD);
  });

  it('looks at five guesses of the old one', async () => {
    const browser = await house.officer('canbo2');
    for (let round = 0; round < 5; round += 1) expect((await changeTo(browser, { matKhauCu: 'sai' })).status).toBe(400);
    expect((await changeTo(browser, {})).status).toBe(429);
  });

  it('ends the other sessions and goes on in this one', async () => {
    const [here, there] = [await house.officer('canbo'), await house.officer('canbo')];
    const answer = await changeTo(here, {});
    expect(answer.get('Location')).toBe(PAGE);
    expect(seen(await here.follow(answer))).toContain('Đã đổi mật khẩu');
    expect((await there.get('/can-bo')).status).toBe(303);
    expect((await password(house.browser(), 'canbo', PASSWORD)).status).toBe(400);
    expect((await password(house.browser(), 'canbo', FRESH_PASSWORD)).status).toBe(303);
  });

  it('is changed by one of two who send it at once', async () => {
    const [one, other] = [await house.officer('lanhdao'), await house.officer('lanhdao')];
    const answers = await Promise.all([one, other].map((browser) => changeTo(browser, {})));
    expect(answers.some((answer) => answer.get('Location') === PAGE)).toBe(true);
    const alive = await Promise.all([one, other].map((browser) => browser.get('/can-bo')));
    expect(alive.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('the places where one is signed in', () => {
  it('are listed, and the others are signed out', async () => {
    const here = await house.officer('bientap');
    const there = house.browser('Mozilla/5.0 (Windows NT 10.0) Firefox/130.0');
    await password(there, 'bientap');
    const page = await here.get(PAGE);
    expect(seen(page)).toContain('máy tính Windows, trình duyệt Firefox');
    expect(page.text.match(/phiên này/g)).toHaveLength(1);
    const answer = await here.submit('/can-bo/bao-mat/phien', {}, { page: PAGE });
    expect(seen(await here.follow(answer))).toContain('Đã đăng xuất 1 phiên khác');
    expect([(await there.get('/can-bo')).status, (await here.get('/can-bo')).status]).toEqual([303, 200]);
  });
});
