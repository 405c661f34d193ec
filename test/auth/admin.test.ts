import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { openAuth } from './open.js';
import { create, FRESH_PASSWORD, hire, idOf, linkAfter, pageOf, password, seen, setPassword } from './officers.js';

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

const change = async (username: string, fields: Record<string, string | string[]>, by = admin) => {
  const page = await pageOf(house, username);
  return by.submit(page, { hoTen: 'Lý Thị Thử', coQuan: '04801', vaiTro: 'reception', maSo: '', ...fields });
};
const act = async (username: string, what: string, by = admin) => by.submit(`${await pageOf(house, username)}/${what}`);
const rolesOf = async (username: string): Promise<string[]> =>
  (
    await house.app.db.rows<{ role: string }>('SELECT role FROM auth_officer_role WHERE officer_id = ? ORDER BY role', [
      await idOf(house, username),
    ])
  ).map(({ role }) => role);

describe('who may administer', () => {
  it.each(['canbo', 'lanhdao', 'bientap', 'giamsat'])('%s may not', async (username) => {
    const browser = await house.officer(username);
    for (const path of [
      '/can-bo/quan-tri',
      LIST,
      `${LIST}/moi`,
      '/can-bo/quan-tri/vai-tro',
      await pageOf(house, 'coso'),
    ])
      expect((await browser.get(path)).status).toBe(403);
    expect((await browser.get('/can-bo')).text).not.toContain('Việc quản trị');
  });
  it('shows the start page and the roles, for reading', async () => {
    const start = await admin.get('/can-bo/quan-tri');
    expect([start.status, seen(start)]).toEqual([200, expect.stringContaining('Vai trò')]);
    const roles = await admin.get('/can-bo/quan-tri/vai-tro');
    expect(seen(roles)).toContain('Cán bộ tiếp nhận 3 cán bộ');
    expect(seen(roles)).toContain('Quản lý tài khoản cán bộ');
    expect(seen(roles)).not.toMatch(/\b(approval|auth|notification|privacy|records|registration)\b/);
    expect(roles.text).not.toContain('<form method="post" action="/can-bo/quan-tri');
  });
});

describe('the list', () => {
  it.each([
    ['hoTen=le ha', ['canbo']],
    ['hoTen=HÀ', ['canbo']],
    ['hoTen=ran bao', []],
    ['tenDangNhap=canbo', ['canbo', 'canbo2']],
    ['coQuan=04802', ['coso']],
    ['vaiTro=leader', ['lanhdao']],
    ['vaiTro=reception&hoTen=vo', ['canbo2']],
    ['trangThai=locked', []],
    ['hoTen=100%', []],
    ["hoTen=' OR 1=1", []],
  ])('%s', async (query, names) => {
    const { text, status } = await admin.get(`${LIST}?${encodeURI(query)}`);
    expect(status).toBe(200);
    expect([...text.matchAll(/<tr id="c-[^"]+"><td><a [^>]+>([^<]+)</g)].map(([, name]) => name)).toEqual(names);
  });
  it('knows officers of the own agencies only', async () => {
    const { text } = await admin.get(LIST);
    expect(text).not.toContain('giamsat');
    expect((await admin.get(await pageOf(house, 'giamsat'))).status).toBe(404);
    expect((await admin.get(`${LIST}/00000000-0000-7000-8000-000000000000`)).status).toBe(404);
    expect((await act('giamsat', 'khoa')).status).toBe(404);
  });
  it.each(['coQuan=00001', 'coQuan=x', 'vaiTro=king', 'trangThai=gone', `hoTen=${'x'.repeat(101)}`])(
    'refuses %s and shows no row',
    async (query) => {
      const answer = await admin.get(`${LIST}?${query}`);
      expect([answer.status, answer.text.includes('<tr id=')]).toEqual([400, false]);
    },
  );
  it('goes on page by page and back', async () => {
    for (let index = 10; index < 40; index += 1)
      await create(admin, { tenDangNhap: `z${index}`, hoTen: 'Trần Thị Trang' });
    const names = (text: string) =>
      [...text.matchAll(/<tr id="c-[^"]+"><td><a [^>]+>([^<]+)</g)].map(([, name]) => name);
    const linkOf = (text: string, rel: string) =>
      new RegExp(`href="([^"]+)" rel="${rel}"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const first = await admin.get(`${LIST}?hoTen=trang`);
    const second = await admin.get(linkOf(first.text, 'next'));
    expect([names(first.text).length, names(second.text).length]).toEqual([25, 5]);
    expect(new Set([...names(first.text), ...names(second.text)]).size).toBe(30);
    expect(linkOf(first.text, 'prev') + linkOf(second.text, 'next')).toBe('');
    expect(names((await admin.get(linkOf(second.text, 'prev'))).text)).toEqual(names(first.text));
  });
});

describe('a new officer', () => {
  it('sets a password by a link that is shown once and works once', async () => {
    const answer = await create(admin, { tenDangNhap: ' HA.lt ', vaiTro: ['reception', 'editor'] });
    const link = await linkAfter(admin, answer);
    expect(seen(await admin.follow(await admin.get(answer.get('Location') ?? '')))).toContain('chỉ hiện một lần');
    expect((await password(house.browser(), 'ha.lt', '')).status).toBe(400);
    expect(JSON.stringify(await house.app.db.rows('SELECT * FROM auth_officer_link'))).not.toContain(
      link.split('/').at(-1),
    );

    const browser = house.browser();
    const page = await browser.get(link);
    expect([page.status, page.get('Referrer-Policy')]).toEqual([200, 'no-referrer']);
    for (const [weak, reason] of [
      ['ngan', 'còn ngắn'],
      ['matkhau123456', 'dễ đoán'],
      ['', 'Hãy nhập mật khẩu mới'],
    ] as const)
      expect(seen(await setPassword(browser, link, weak))).toContain(reason);
    const differ = await browser.submit(link, { matKhauMoi: FRESH_PASSWORD, nhapLai: 'khác' });
    expect([differ.status, seen(differ)]).toEqual([400, expect.stringContaining('chưa giống nhau')]);
    expect((await setPassword(browser, link)).get('Location')).toContain('/can-bo/dang-nhap');
    expect((await setPassword(house.browser(), link)).status).toBe(404);
    const home = await (await house.officer('ha.lt', FRESH_PASSWORD)).get('/can-bo');
    expect(seen(home)).toContain('cán bộ tiếp nhận, biên tập');
  });

  it('has no second try behind a used, expired or invented link', async () => {
    const expired = await linkAfter(admin, await create(admin, { tenDangNhap: 'tre' }));
    house.clock.forward(72 * 3_600_000 + 1);
    const answers = await Promise.all(
      [expired, '/can-bo/dat-mat-khau/AAAAAAAAAAAAAAAAAAAAAA', '/can-bo/dat-mat-khau/x'].map((path) =>
        house.browser().get(path),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(seen(answers[0]!)).toContain('Hãy xin người quản trị');
  });

  it('is one, of two clicks on the same form and of two who set the password at once', async () => {
    const form = await admin.form(`${LIST}/moi`);
    const fields = {
      ...form.hidden,
      tenDangNhap: 'hai.lan',
      hoTen: 'Lý Thị Thử',
      coQuan: '04801',
      vaiTro: 'editor',
      maSo: '',
    };
    const answers = await Promise.all([1, 2].map(() => admin.send(`${LIST}/moi`, fields)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    await act('hai.lan', 'dat-lai-mat-khau');
    const link = await linkAfter(admin, await act('hai.lan', 'dat-lai-mat-khau'));
    const set = await Promise.all([1, 2, 3].map(() => setPassword(house.browser(), link)));
    expect(set.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it.each([
    [{ tenDangNhap: '' }, 'Hãy nhập tên đăng nhập'],
    [{ tenDangNhap: 'có dấu' }, 'chữ thường không dấu'],
    [{ tenDangNhap: '1ab' }, 'bắt đầu bằng chữ'],
    [{ tenDangNhap: 'canbo' }, 'đã có người dùng'],
    [{ hoTen: '' }, 'Hãy nhập họ và tên'],
    [{ hoTen: '<b>x</b>' }, 'chỉ gồm chữ cái'],
    [{ hoTen: 'x'.repeat(121) }, 'chỉ gồm chữ cái'],
    [{ coQuan: '' }, 'Chọn cơ quan'],
    [{ coQuan: '00001' }, 'cơ quan cấp dưới'],
    [{ coQuan: '99999' }, 'cơ quan cấp dưới'],
    [{ vaiTro: [] }, 'ít nhất một vai trò'],
    [{ vaiTro: 'king' }, 'Chọn vai trò trong danh sách'],
    [{ vaiTro: ['reception', '__proto__'] }, 'Chọn vai trò trong danh sách'],
    [{ vaiTro: ['admin', 'reception'] }, 'không xem dữ liệu cá nhân'],
    [{ maSo: '123' }, 'đúng 10 chữ số'],
  ])('%j is refused with a reason, and what was typed stays', async (fields, reason) => {
    const answer = await create(admin, { tenDangNhap: 'kiem.tra', hoTen: 'Hồ Giữ Lại', ...fields });
    expect(answer.status).toBe(400);
    expect(seen(answer)).toContain(reason);
    expect(answer.text).not.toContain('<b>x</b>');
    if (!('hoTen' in fields)) expect(answer.text).toContain('value="Hồ Giữ Lại"');
    expect(await idOf(house, 'kiem.tra')).toBe('');
  });
});

describe('a change', () => {
  it('moves an officer, ends the sessions, and is found under the new name', async () => {
    await hire(house, admin, { tenDangNhap: 'doi' });
    const officer = await house.officer('doi', FRESH_PASSWORD);
    const fields = { hoTen: 'Mạc Đăng Sửa', coQuan: '04802', vaiTro: ['leader', 'editor'] };
    expect((await change('doi', fields)).status).toBe(303);
    expect(await rolesOf('doi')).toEqual(['editor', 'leader']);
    expect((await officer.get('/can-bo')).get('Location')).toContain('ly-do=thiet-bi-khac');
    expect((await admin.get(`${LIST}?hoTen=mac sua`)).text).toContain('>doi<');
    expect((await admin.get(`${LIST}?hoTen=thu&tenDangNhap=doi`)).text).not.toContain('>doi<');
    const again = await house.officer('doi', FRESH_PASSWORD);
    await change('doi', { ...fields, maSo: '4809120099' });
    expect((await again.get('/can-bo')).status).toBe(200);
  });

  it('is made by one of two administrators who look at the same page', async () => {
    await hire(house, admin, { tenDangNhap: 'cung.luc' });
    const page = await pageOf(house, 'cung.luc');
    const { hidden } = await admin.form(page);
    const data = { ...hidden, coQuan: '04801', vaiTro: 'editor', maSo: '' };
    const answers = await Promise.all(['Tên Một', 'Tên Hai'].map((hoTen) => admin.send(page, { ...data, hoTen })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late && seen(late)).toContain('vừa được đổi ở nơi khác');
  });

  it('goes to no agency outside and to no role that is none', async () => {
    expect((await change('coso', { coQuan: '00001' })).status).toBe(400);
    expect((await change('coso', { vaiTro: 'x' })).status).toBe(400);
    expect((await change('coso', { phienBan: 'x' })).status).toBe(409);
    expect(await rolesOf('coso')).toEqual(['reception']);
  });
});
