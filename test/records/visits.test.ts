import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.js';
import { addsUp, isPlausible, sumOf, type Costs, type Priced } from '../../src/modules/records/visit.rules.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const PATH = '/ca-nhan/so-kham-chua-benh';
const AN = '4812345678';

let house: House;
let an: Browser;

const shown = async (path: string, browser = an): Promise<string> => {
  const { status, text } = await browser.get(path);
  expect(status).toBe(200);
  return visibleText(text).replace(/\s+/g, ' ');
};
const linksOf = async (path: string, browser = an): Promise<string[]> =>
  [...(await browser.get(path)).text.matchAll(/class="visit-row" href="([^"]+)"/g)].map(([, href = '']) => href);

const write = (sql: string, replacements: unknown[] = []) =>
  house.app.db.uow.run(() => house.app.db.sequelize.query(sql, { replacements }));

beforeAll(async () => {
  house = await openHouse({ demo: true });
  an = await house.citizen();
});
afterAll(() => house.close());

describe('Sổ khám chữa bệnh', () => {
  it('sends a guest to the sign-in page', async () => {
    for (const path of [PATH, `${PATH}/${newId()}`]) {
      const answer = await house.browser().get(path);
      expect([answer.status, String(answer.headers['location'])]).toEqual([303, expect.stringContaining('/dang-nhap')]);
    }
  });

  it('opens this year and leads from an empty one to the nearest that has visits', async () => {
    const { text } = await an.get(PATH);
    expect(visibleText(text)).toContain('Không có thông tin khám chữa bệnh trong năm 2026.');
    expect(text).toMatch(/href="\/ca-nhan\/so-kham-chua-benh\?nam=2025">Xem năm 2025</);
    expect(await shown(`${PATH}?nam=2019`)).toContain('Xem năm 2022');
    expect(await shown(`${PATH}?nam=abcd`)).toContain('trong năm 2026');
  });

  it('sums a year up in plain words', async () => {
    const text = await shown(`${PATH}?nam=2025`);
    for (const words of [
      'Tổng chi phí năm 2025',
      '3 lượt khám ở 2 nơi',
      'Quỹ BHYT trả',
      'Bạn trả',
      'J02 - Viêm họng cấp',
      '25/08/2025 đến 30/08/2025',
      'Khi vượt 14.040.000 đ và thẻ đã đủ 5 năm liên tục',
    ])
      expect(text).toContain(words);
    expect(await linksOf(`${PATH}?nam=2025`)).toHaveLength(3);
  });

  it('lists papers by Circular 56 on a tab of their own', async () => {
    const text = await shown(`${PATH}?nam=2025&muc=giay`);
    for (const words of [
      'Giấy được cấp theo Thông tư 56/2017/TT-BYT',
      'Giấy ra viện',
      'Giấy chứng nhận nghỉ việc hưởng BHXH',
      'Nghỉ từ 25/08/2025 đến 31/08/2025',
      'Đã giải quyết hưởng',
    ])
      expect(text).toContain(words);
    expect(await shown(`${PATH}?muc=giay`)).toContain('Không có giấy nào được cấp trong năm 2026.');
  });

  it('explains a book without a visit', async () => {
    await write('UPDATE auth_account SET insurance_number = ? WHERE insurance_number = ?', ['4816667778', AN]);
    try {
      expect(await shown(PATH)).toContain('Mỗi lần bạn khám bằng thẻ BHYT');
      expect(await shown(`${PATH}?muc=giay`)).toContain('sẽ hiện ở đây khi cơ sở khám chữa bệnh gửi lên');
      expect(await shown('/ca-nhan')).toContain('Chưa có lượt khám nào');
    } finally {
      await write('UPDATE auth_account SET insurance_number = ? WHERE insurance_number = ?', [AN, '4816667778']);
    }
  });

  it('answers on the tile of the first page', async () => {
    const text = await shown('/ca-nhan');
    expect(text).toContain('3 lượt khám năm 2025');
    expect(text).toContain('Lần gần nhất 18/11/2025, Bệnh viện Đà Nẵng');
  });

  it('puts a year with very many visits together by months, all of them there', async () => {
    const many = (await house.app.db.row<{ number: string; year: string; visits: number }>(
      `SELECT insurance_number AS number, year, COUNT(*) AS visits FROM records_visit
        GROUP BY insurance_number, year ORDER BY visits DESC LIMIT 1`,
    )) ?? { number: '', year: '', visits: 0 };
    expect(many.visits).toBeGreaterThan(100);
    const browser = await house.citizen(many.number);
    const { text } = await browser.get(`${PATH}?nam=${many.year}`);
    expect(text.match(/class="visit-row"/g)).toHaveLength(many.visits);
    expect(text.match(/<details class="panel month"/g)).toHaveLength(12);
    expect(text.match(/<details class="panel month" open/g)).toHaveLength(1);
    expect(visibleText(text)).toContain('đã quá 14.040.000 đ');
  });
});

describe('one visit', () => {
  it('shows its lines, who paid each, and the papers given', async () => {
    const [, inpatient = ''] = await linksOf(`${PATH}?nam=2025`);
    const text = await shown(inpatient);
    for (const words of [
      'Điều trị nội trú từ 25/08/2025 đến 30/08/2025',
      'K29 - Viêm dạ dày và tá tràng',
      'Chi phí 3.604.082 đ: quỹ BHYT trả 1.883.266 đ, bạn trả 1.720.816 đ (cùng chi trả 470.816 đ, tự trả 1.250.000 đ).',
      'Ngày giường',
      '312.200 đ',
      'Giấy được cấp trong lượt này',
    ])
      expect(text).toContain(words);
    for (const column of [
      'Mã chi phí',
      'Mức hưởng',
      'Thành tiền',
      'BHYT TT',
      'Nguồn khác',
      'BN tự trả',
      'BN cùng chi trả',
    ])
      expect(text).toContain(column);
    expect(text).not.toContain('không khớp');
  });

  it('pays a small one in full', async () => {
    const [small = ''] = await linksOf(`${PATH}?nam=2025`);
    expect(await shown(small)).toContain('bạn không phải trả');
  });

  it('says when its lines are missing, or do not come to its sum', async () => {
    const [, , third = ''] = await linksOf(`${PATH}?nam=2025`);
    const id = third.split('/').at(-1) ?? '';
    const where = 'WHERE visit_code = (SELECT code FROM records_visit WHERE id = ?)';
    await write(`UPDATE records_visit_line SET amount = amount + 1000 ${where} AND number = 1`, [id]);
    const text = await shown(third);
    expect(text).toContain('không khớp với tổng của lượt khám');
    expect(text).toContain('Chưa khớp số');
    await write(`DELETE FROM records_visit_line ${where}`, [id]);
    expect(await shown(third)).toContain('chưa gửi chi tiết từng khoản');
  });

  it('of somebody else, or none, is not found', async () => {
    const other = await house.app.db.row<{ id: string }>(
      'SELECT id FROM records_visit WHERE insurance_number <> ? LIMIT 1',
      [AN],
    );
    for (const id of [other?.id ?? '', newId(), 'x', "' OR 1=1"])
      expect((await an.get(`${PATH}/${encodeURIComponent(id)}`)).status).toBe(404);
  });

  it('of a ward is read by the guardian while he looks at the ward', async () => {
    const wards = '/ca-nhan/nguoi-duoc-giam-ho';
    const { text } = await an.get(wards);
    const open = /action="([^"]+\/xem)"/.exec(text)?.[1] ?? '';
    await an.submit(open, {}, { page: wards });
    const [visit = ''] = await linksOf(PATH);
    expect(await shown(visit)).toContain('Nhiễm trùng đường hô hấp trên cấp');
    await an.submit(`${wards}/thoi-xem`, {}, { page: PATH });
    expect((await an.get(visit)).status).toBe(404);
  });
});

describe('the demo', () => {
  const COSTS =
    'amount, insurer_paid AS insurerPaid, co_payment AS coPayment, self_paid AS selfPaid, other_source AS otherSource';

  it('adds up on every line, and the lines of a visit to its sum', async () => {
    const lines = await house.app.db.rows<Costs & Priced & { visit: string }>(
      `SELECT visit_code AS visit, quantity, unit_price AS unitPrice, ${COSTS} FROM records_visit_line`,
    );
    const visits = await house.app.db.rows<Costs & { code: string }>(`SELECT code, ${COSTS} FROM records_visit`);
    // One visit has lost its lines above.
    expect(visits.length).toBeGreaterThan(300);
    expect(lines.filter((line) => !addsUp(line) || !isPlausible(line))).toEqual([]);
    const byVisit = new Map<string, Costs[]>();
    for (const line of lines) byVisit.set(line.visit, [...(byVisit.get(line.visit) ?? []), line]);
    const wrong = visits.filter(({ code, ...costs }) => {
      const own = byVisit.get(code);
      return !addsUp(costs) || (own && JSON.stringify(sumOf(own)) !== JSON.stringify(sumOf([costs])));
    });
    expect(wrong).toEqual([]);
  });
});

describe('an officer who has opened the record', () => {
  const PEOPLE = '/can-bo/nguoi-tham-gia';
  const looks = () =>
    house.app.db.rows<{ details: string }>(
      "SELECT details FROM core_audit WHERE person = ? AND action = 'records.person-viewed' ORDER BY id",
      [AN],
    );

  it('reads benefits and visits, every look written down', async () => {
    const officer = await house.officer('canbo');
    const opened = await officer.submit(
      `${PEOPLE}/mo`,
      { nguoi: AN, mucDich: 'Trả lời người dân hỏi về chi phí khám' },
      { page: PEOPLE },
    );
    const base = opened.get('Location') ?? '';
    const before = (await looks()).length;
    expect(await shown(base, officer)).toContain('Sổ khám chữa bệnh');
    expect(await shown(`${base}/thong-tin-huong?nhom=om-dau-thai-san`, officer)).toContain('1.562.500 đ');
    const list = `${base}/kham-benh?nam=2025`;
    const { text } = await officer.get(list);
    expect(visibleText(text)).toContain('3 lượt khám ở 2 nơi');
    const visit = /class="visit-row" href="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(visit.startsWith(base)).toBe(true);
    expect(await shown(visit, officer)).toContain('J02 - Viêm họng cấp');
    const details = (await looks()).slice(before).map((row) => row.details);
    expect(details.map((row) => (JSON.parse(row) as { what: string }).what)).toEqual([
      'bhxh',
      'thong-tin-huong/om-dau-thai-san',
      'kham-benh/2025',
      `kham-benh/${visit.split('/').at(-1)}`,
    ]);
    const other = await house.app.db.row<{ id: string }>(
      'SELECT id FROM records_visit WHERE insurance_number <> ? LIMIT 1',
      [AN],
    );
    expect((await officer.get(`${base}/kham-benh/${other?.id}`)).status).toBe(404);
  });

  it('is sent back to the search when it has run out or is another officer’s', async () => {
    const officer = await house.officer('canbo2');
    for (const page of ['thong-tin-huong', 'kham-benh', `kham-benh/${newId()}`]) {
      const answer = await officer.get(`${PEOPLE}/${newId()}/${page}`);
      expect([answer.status, answer.get('Location')]).toEqual([303, PEOPLE]);
    }
  });
});
