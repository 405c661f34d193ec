import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const JOURNAL = '/can-bo/nhat-ky';
const PERSON = `${JOURNAL}/nguoi`;
const AN = '4812345678';
const WHY = 'Người dân hỏi ai đã xem dữ liệu';

let house: House;
let leader: Browser;
let admin: Browser;
let citizen: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  await openDossier('coso', '04802');
  leader = await house.officer('lanhdao');
  admin = await house.officer('quantri');
  citizen = await house.citizen();
});
afterAll(() => house.close());

/** An officer opens a dossier that waits at this agency. */
const openDossier = async (name: string, agency: string, times = 1): Promise<void> => {
  const officer = await house.officer(name);
  const { id } = (await house.app.db.row<{ id: string }>(
    "SELECT id FROM registration_dossier WHERE agency_code = ? AND state = 'handed_in' LIMIT 1",
    [agency],
  )) ?? { id: '' };
  for (let index = 0; index < times; index += 1) await officer.get(`/can-bo/ho-so/${id}`);
};
const text = async (browser: Browser, path = JOURNAL): Promise<string> => visibleText((await browser.get(path)).text);
const rows = (html: string): string => visibleText(/<tbody>([^]*)<\/tbody>/.exec(html)?.[1] ?? '').replace(/\s+/g, ' ');
const query = (params: Record<string, string>): string => `${JOURNAL}?${new URLSearchParams(params).toString()}`;
const ofPerson = (browser: Browser, maSo = AN, lyDo = WHY) => browser.submit(PERSON, { maSo, lyDo }, { page: JOURNAL });

describe('who may read', () => {
  test('leaders and administrators, nobody else', async () => {
    for (const name of ['canbo', 'coso', 'bientap', 'giamsat'])
      expect([name, (await (await house.officer(name)).get(JOURNAL)).status]).toEqual([name, 403]);
    expect((await house.browser().get(JOURNAL)).status).toBe(303);
    expect((await leader.get(JOURNAL)).status).toBe(200);
    expect((await admin.get(JOURNAL)).status).toBe(200);
  });

  test('a leader sees the officers of his subtree, in words', async () => {
    const seen = rows((await leader.get(JOURNAL)).text);
    expect(seen).toContain('Huỳnh Thị Mai');
    expect(seen).toContain('BHXH cơ sở Thanh Khê');
    expect(seen).toContain('Xử lý hồ sơ ');
    expect(seen).not.toContain('Công dân');
    expect(seen).not.toMatch(/\b[a-z]+\.[a-z]+-[a-z]+\b/);
  });

  test('officers of other agencies are not his', async () => {
    await house.officer('giamsat');
    expect(rows((await leader.get(JOURNAL)).text)).not.toContain('Nguyễn Hải Yến');
    expect(rows((await admin.get(JOURNAL)).text)).toContain('Nguyễn Hải Yến');
    const { status, text: html } = await leader.get(query({ canBo: 'giamsat' }));
    expect(status).toBe(400);
    expect(html).toContain('Không có cán bộ nào của đơn vị bạn mang tên đăng nhập này');
  });

  test('an administrator sees all, citizens without their names', async () => {
    const seen = rows((await admin.get(JOURNAL)).text);
    expect(seen).toContain('Công dân');
    expect(seen).not.toContain('Nguyễn Văn An');
    expect(seen).not.toContain(AN);
  });

  test('a number inside a typed reason is covered for an administrator as well', async () => {
    await ofPerson(leader, AN, `Xem lại việc của ${AN}, hồ sơ 00017/2026/04801`);
    expect(rows((await leader.get(JOURNAL)).text)).toContain(`việc của ${AN}`);
    const seen = rows((await admin.get(JOURNAL)).text);
    expect(seen).not.toContain(AN);
    expect(seen).toContain('việc của 48•••678, hồ sơ 00017/2026/04801');
  });

  test('a number that is person and subject at once stands there once', async () => {
    const desk = await house.officer('canbo');
    await desk.submit('/can-bo/tai-khoan', { so: AN, mucDich: 'quen-mat-khau' });
    const seen = rows((await leader.get(JOURNAL)).text);
    expect(seen).toContain(`Mở trang hỗ trợ tài khoản ${AN} Người dân đến quầy`);
  });
});

describe('the filter', () => {
  test('by officer', async () => {
    const seen = rows((await leader.get(query({ canBo: 'COSO' }))).text);
    expect(seen).toContain('Huỳnh Thị Mai');
    expect(seen).not.toContain('Trần Quốc Bảo');
  });

  test('by group of acts', async () => {
    const from = { tuNgay: '01/02/2026', denNgay: '16/03/2026' };
    const looks = rows((await leader.get(query({ nhom: 'xem', ...from }))).text);
    expect(looks).toContain('Xử lý hồ sơ 00017/2026/04801');
    expect(looks).not.toContain('Đăng nhập');
    const auth = rows((await leader.get(query({ nhom: 'auth', ...from }))).text);
    expect(auth).toContain('Đăng nhập');
    expect(auth).not.toContain('00017/2026/04801');
    expect(await text(leader, query({ nhom: 'khongco' }))).toContain('Không có việc nào khớp');
  });

  test('by days, thirty where none are given', async () => {
    expect(rows((await leader.get(JOURNAL)).text)).not.toContain('03/02');
    const old = await leader.get(query({ tuNgay: '01/02/2026', denNgay: '10/02/2026' }));
    expect(rows(old.text)).toContain('03/02');
    expect(rows(old.text)).not.toContain('16/03');
  });

  test.each([
    ['tuNgay', '30/02/2026', 'Ngày này không có trong lịch'],
    ['denNgay', 'mai', 'Ngày này không có trong lịch'],
    ['canBo', '<b>', 'Tên đăng nhập chỉ có chữ không dấu'],
    ['canBo', 'khongai', 'Không có cán bộ nào của đơn vị bạn'],
    ['nhom', "' OR 1=1", 'Chọn nhóm việc trong danh sách'],
  ])('%s=%s is refused beside its field and kept', async (name, value, words) => {
    const { status, text: html } = await leader.get(query({ [name]: value }));
    expect(status).toBe(400);
    expect(html).toContain(words);
    expect(html).toContain(`id="f-${name}-e"`);
  });

  test('days in the wrong order or too far apart', async () => {
    const wrong = await leader.get(query({ tuNgay: '16/03/2026', denNgay: '01/03/2026' }));
    expect([wrong.status, wrong.text.includes('Đến ngày phải bằng hoặc sau Từ ngày')]).toEqual([400, true]);
    const long = await leader.get(query({ tuNgay: '01/01/2025', denNgay: '16/03/2026' }));
    expect([long.status, long.text.includes('nhiều nhất 92 ngày')]).toEqual([400, true]);
  });
});

describe('the journal of one person', () => {
  test('shows who looked, and writes down who asks', async () => {
    const { status, text: html } = await ofPerson(leader);
    expect(status).toBe(200);
    expect(rows(html)).toContain('Lê Thu Hà');
    expect(rows(html)).toContain(AN);
    const row = await house.app.db.row(
      `SELECT person, purpose, actor_name AS name FROM core_audit WHERE action = 'privacy.journal-viewed' ORDER BY id DESC LIMIT 1`,
    );
    expect(row).toEqual({ person: AN, purpose: WHY, name: 'Trần Quốc Bảo' });
    expect(visibleText((await citizen.get('/ca-nhan/ai-da-xem')).text)).toContain(WHY);
  });

  test('is masked for an administrator', async () => {
    const { status, text: html } = await ofPerson(admin);
    expect(status).toBe(200);
    expect(rows(html)).toContain('48•••678');
    expect(rows(html)).not.toContain(AN);
  });

  test.each([
    ['', WHY, 'maSo'],
    ['481234567', WHY, 'maSo'],
    ['abcdefghij', WHY, 'maSo'],
    [AN, '', 'lyDo'],
    [AN, 'ngắn', 'lyDo'],
    [AN, 'x'.repeat(301), 'lyDo'],
  ])('needs a whole number and a reason: %s, %s', async (maSo, lyDo, field) => {
    const count = () =>
      house.app.db.row("SELECT COUNT(*) AS n FROM core_audit WHERE action = 'privacy.journal-viewed'");
    const before = await count();
    const { status, text: html } = await ofPerson(leader, maSo, lyDo);
    expect(status).toBe(400);
    expect(html).toContain(`id="f-${field}-e"`);
    expect(await count()).toEqual(before);
  });

  test('of somebody nobody looked at is empty', async () => {
    expect((await ofPerson(leader, '4899999999')).text).toContain('4899999999');
  });

  test('is refused to others', async () => {
    const officer = await house.officer('canbo');
    expect((await officer.submit(PERSON, { maSo: AN, lyDo: WHY }, { page: '/can-bo/ho-so' })).status).toBe(403);
  });
});

test('pages go on below the last row, each row once', async () => {
  await openDossier('canbo', '04801', 60);
  const first = await leader.get(query({ canBo: 'canbo', nhom: 'xem' }));
  const href = /href="([^"]*)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(href).toContain('canBo=canbo');
  const count = (html: string): number => html.split('<tr>').length - 1;
  expect(count(first.text)).toBe(51);
  const second = await leader.get(href);
  expect(count(second.text)).toBeGreaterThanOrEqual(11);
  expect(second.text).toContain('Về những dòng mới nhất');
});
