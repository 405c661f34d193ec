import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { House } from '../kit/house.js';
import { AN, AN_PASSWORD, openAuth, signIn } from './open.js';

const WRONG = 'Mã số BHXH hoặc mật khẩu chưa đúng. Thử lại, hoặc chọn Quên mật khẩu.';

let house: House;
beforeAll(async () => {
  house = await openAuth({ env: { TRUST_PROXY: '1', SIGN_IN_NETWORKS: '203.0.113.0/24' } });
});
afterAll(() => house.close());
// Counting begins anew and nobody is signed in any more.
beforeEach(() => house.clock.forward(3_600_000));

const bare = (html: string): string => html.replace(/(nonce|value)="[^"]*"/g, '');

/** One try from an address as the proxy reports it. */
const from = async (ip: string, soDinhDanh: string, matKhau: string) => {
  const agent = request.agent(house.server);
  const page = await agent.get('/dang-nhap');
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
  return agent.post('/dang-nhap').set('X-Forwarded-For', ip).type('form').send({ _csrf: token, soDinhDanh, matKhau });
};

it.each(['constructor', '__proto__', 'toString', 'la'])('says nothing for the made-up reason %s', async (reason) => {
  for (const path of ['/dang-nhap', '/can-bo/dang-nhap'])
    expect((await house.browser().get(`${path}?ly-do=${reason}`)).text).not.toContain('class="flash');
});

describe('sign-in of citizens', () => {
  it.each([AN, ' 481.234 5678', '048085012321', '0480 8501 2321'])('knows the number %j', async (number) => {
    const browser = house.browser();
    const answer = await signIn(house, number, AN_PASSWORD, browser);
    expect([answer.status, answer.get('Location')]).toEqual([303, '/ca-nhan']);
    const page = await browser.get('/ca-nhan/doi-mat-khau');
    expect([page.status, page.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect((await browser.get('/dang-nhap')).get('Location')).toBe('/ca-nhan');
    expect((await browser.get('/dang-xuat')).text).toContain('Nguyễn Văn An');
    expect((await browser.submit('/dang-xuat', {}, { page: '/dang-xuat' })).get('Location')).toBe('/');
    expect((await browser.get('/ca-nhan/doi-mat-khau')).get('Location')).toContain('/dang-nhap');
    expect((await browser.get('/dang-xuat')).get('Location')).toBe('/');
  });

  it('answers a wrong password like an unknown account and keeps the number', async () => {
    const wrong = await signIn(house, AN, 'sai-mat-khau');
    const unknown = await signIn(house, '4812345679', 'sai-mat-khau');
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    expect(wrong.text).toContain(WRONG);
    expect(wrong.text).toContain(`value="${AN}"`);
    expect(wrong.text).not.toContain('sai-mat-khau');
    expect(bare(wrong.text)).toBe(bare(unknown.text));
  });

  it('takes about the same time for both', async () => {
    const time = async (number: string): Promise<number> => {
      const started = performance.now();
      await signIn(house, number, 'sai-mat-khau');
      house.clock.forward(3_600_000);
      return performance.now() - started;
    };
    const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 15; round += 1) {
      known.push(await time(AN));
      unknown.push(await time('4812345679'));
    }
    // Without the made-up hash an unknown number would cost less than half.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.6);
    expect(median(unknown) / median(known)).toBeLessThan(1.6);
  });

  it.each([
    ['', '', 'Hãy nhập mã số BHXH'],
    ['481234567', 'x', 'Số bạn nhập có 9 chữ số'],
    ['48123456789', 'x', 'Số bạn nhập có 11 chữ số'],
    ["4812345678' OR 1=1", 'x', 'chỉ gồm chữ số'],
    ['<script>', 'x', 'chỉ gồm chữ số'],
    [AN, '', 'Hãy nhập mật khẩu'],
    [AN, 'x'.repeat(300), 'dài quá 256'],
  ])('refuses %j with a reason', async (number, password, reason) => {
    const answer = await signIn(house, number, password);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(reason);
    expect(answer.text).not.toContain('<script>');
  });

  it.each([
    ['/ca-nhan/the-bhyt?x=1', '/ca-nhan/the-bhyt?x=1'],
    ['//evil.example/ca-nhan', '/ca-nhan'],
    ['https://evil.example', '/ca-nhan'],
    ['/can-bo/ho-so', '/ca-nhan'],
  ])('goes back to %j', async (tiep, target) => {
    const browser = house.browser();
    const page = `/dang-nhap?tiep=${encodeURIComponent(tiep)}`;
    const answer = await browser.submit('/dang-nhap', { soDinhDanh: AN, matKhau: AN_PASSWORD }, { page });
    expect(answer.get('Location')).toBe(target);
    await browser.post('/dang-xuat');
  });
});

describe('limit of attempts', () => {
  it('five wrong from one address wait fifteen minutes; other addresses go on', async () => {
    for (let round = 0; round < 5; round += 1) expect((await from('198.51.100.7', AN, 'sai')).status).toBe(400);
    const locked = await from('198.51.100.7', AN, AN_PASSWORD);
    expect([locked.status, locked.get('Retry-After')]).toEqual([429, '900']);
    expect(locked.text).toContain('Bạn đã thử 5 lần. Hãy đợi 15 phút rồi thử lại');
    expect(locked.text).toContain(`value="${AN}"`);
    expect((await from('198.51.100.7', '048085012321', AN_PASSWORD)).status).toBe(429);
    expect((await from('198.51.100.8', AN, 'sai')).status).toBe(400);
    expect((await from('198.51.100.8', AN, AN_PASSWORD)).status).toBe(303);
    house.clock.forward(15 * 60_000 + 1);
    expect((await from('198.51.100.7', AN, AN_PASSWORD)).status).toBe(303);
  });
  it('a right password starts the counting anew', async () => {
    for (let round = 0; round < 4; round += 1) await from('198.51.100.9', AN, 'sai');
    expect((await from('198.51.100.9', AN, AN_PASSWORD)).status).toBe(303);
    for (let round = 0; round < 5; round += 1) expect((await from('198.51.100.9', AN, 'sai')).status).toBe(400);
    expect((await from('198.51.100.9', AN, 'sai')).status).toBe(429);
  });
  it('counts unknown accounts alike, and a network that is set as one address', async () => {
    for (let round = 1; round <= 5; round += 1)
      expect((await from(`203.0.113.${round}`, '4800000009', 'sai')).status).toBe(400);
    expect((await from('203.0.113.99', '4800000009', 'sai')).status).toBe(429);
  });
  it('looks at five of thirty guesses at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => from('198.51.100.20', AN, 'sai')));
    expect(answers.map(({ status }) => status).filter((status) => status === 400).length).toBe(5);
    expect(answers.filter(({ status }) => status === 429).length).toBe(25);
  });
  it('limits officers as well', async () => {
    const officer = async (password: string) =>
      house.browser().submit('/can-bo/dang-nhap', { tenDangNhap: 'coso', matKhau: password });
    for (let round = 0; round < 5; round += 1) expect((await officer('sai')).status).toBe(400);
    expect((await officer('Canbo#2026')).status).toBe(429);
    house.clock.forward(16 * 60_000);
    expect((await officer('Canbo#2026')).status).toBe(303);
  });
});

describe('sign-in of officers', () => {
  it.each([
    ['canbo', 'Lê Thu Hà', 'BHXH thành phố Đà Nẵng'],
    ['canbo2', 'Võ Minh Khoa', 'BHXH thành phố Đà Nẵng'],
    ['lanhdao', 'Trần Quốc Bảo', 'BHXH thành phố Đà Nẵng'],
    ['bientap', 'Đặng Ngọc Lan', 'BHXH thành phố Đà Nẵng'],
    ['quantri', 'Phan Hữu Đức', 'BHXH thành phố Đà Nẵng'],
    ['coso', 'Huỳnh Thị Mai', 'Thanh Khê'],
    ['giamsat', 'Nguyễn Hải Yến', 'Ban Quản lý Thu - Sổ, Thẻ'],
    ['giamsat.cntt', 'Bùi Anh Tuấn', 'Trung tâm Công nghệ thông tin'],
  ])('lets %s in and greets', async (name, fullName, agency) => {
    const browser = await house.officer(name);
    const home = await browser.get('/can-bo');
    expect(home.status).toBe(200);
    for (const part of [fullName, agency, 'Tổng quan']) expect(home.text).toContain(part);
    expect((await browser.get('/can-bo/dang-nhap')).get('Location')).toBe('/can-bo');
  });
  it('answers unknown and wrong alike, and sends no officer to a page of citizens', async () => {
    const wrong = await house.browser().submit('/can-bo/dang-nhap', { tenDangNhap: 'canbo', matKhau: 'sai' });
    const unknown = await house.browser().submit('/can-bo/dang-nhap', { tenDangNhap: 'khongco', matKhau: 'sai' });
    expect([wrong.status, bare(wrong.text)]).toEqual([unknown.status, bare(unknown.text)]);
    const page = '/can-bo/dang-nhap?tiep=/ca-nhan';
    const fields = { tenDangNhap: ' CANBO ', matKhau: 'Canbo#2026' };
    expect((await house.browser().submit('/can-bo/dang-nhap', fields, { page })).get('Location')).toBe('/can-bo');
  });
  it('signs out of this desk only', async () => {
    const [a, b] = [await house.officer('canbo'), await house.officer('canbo')];
    expect((await a.post('/can-bo/dang-xuat')).get('Location')).toBe('/can-bo/dang-nhap');
    expect((await a.get('/can-bo')).status).toBe(303);
    expect((await b.get('/can-bo')).status).toBe(200);
    await b.post('/dang-xuat');
    expect((await b.get('/can-bo')).status).toBe(303);
  });
  it('keeps the realms apart', async () => {
    const officer = await house.officer('canbo');
    expect((await officer.get('/ca-nhan/doi-mat-khau')).get('Location')).toContain('/dang-nhap?tiep');
    expect((await officer.get('/can-bo')).status).toBe(200);
    const citizen = await house.citizen();
    expect((await citizen.get('/can-bo')).get('Location')).toContain('/can-bo/dang-nhap?tiep');
  });
});

it('writes down every success and every failure', async () => {
  const rows = await house.app.db.rows<{ action: string; many: number }>(
    "SELECT action, COUNT(*) AS many FROM core_audit WHERE action LIKE 'auth.sign%' GROUP BY action ORDER BY action",
  );
  expect(rows.map(({ action }) => action)).toEqual(['auth.sign-in-failed', 'auth.signed-in', 'auth.signed-out']);
});
