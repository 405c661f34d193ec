import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const PATH = '/ca-nhan/thong-tin-huong';
const AN = '4812345678';

let house: House;
let an: Browser;

const text = async (query = '', browser = an): Promise<string> => {
  const { status, text: html } = await browser.get(`${PATH}${query}`);
  expect(status).toBe(200);
  return visibleText(html).replace(/\s+/g, ' ');
};

const write = (sql: string, replacements: unknown[] = []) =>
  house.app.db.uow.run(() => house.app.db.sequelize.query(sql, { replacements }));

/** Somebody of the demo with an account and a benefit of that kind. */
const someoneWith = async (kind: string): Promise<string> =>
  (
    await house.app.db.row<{ number: string }>(
      `SELECT b.insurance_number AS number FROM records_benefit b JOIN auth_account a
        ON a.insurance_number = b.insurance_number WHERE b.kind = ? AND b.insurance_number <> ? LIMIT 1`,
      [kind, AN],
    )
  )?.number ?? '';

beforeAll(async () => {
  house = await openHouse({ demo: true });
  an = await house.citizen();
});
afterAll(() => house.close());

describe('Thông tin hưởng', () => {
  it('sends a guest to the sign-in page', async () => {
    const answer = await house.browser().get(PATH);
    expect([answer.status, String(answer.headers['location'])]).toEqual([303, expect.stringContaining('/dang-nhap')]);
  });

  it('has the four tabs of the letter, and opens the first for anything else', async () => {
    const html = (await an.get(`${PATH}?nhom=x`)).text;
    const tabs = [...html.matchAll(/<li><a href="[^"]*thong-tin-huong\?nhom=[^"]*"[^>]*>([^<]+)</g)].map(
      ([, tab]) => tab,
    );
    expect(tabs).toEqual([
      'BHXH một lần',
      'Ốm đau, thai sản và dưỡng sức phục hồi sức khỏe',
      'BHXH hàng tháng',
      'BHTN',
    ]);
    expect(html).toMatch(/nhom=mot-lan" aria-current="page"/);
  });

  it('explains each empty tab in its own way', async () => {
    expect(await text()).toContain(
      'Chưa có lần hưởng BHXH một lần nào được ghi cho mã số của bạn. Thời gian bạn đã đóng',
    );
    expect(await text('?nhom=hang-thang')).toContain('Chưa có lương hưu hay trợ cấp BHXH hàng tháng nào');
    await write('UPDATE auth_account SET insurance_number = ? WHERE insurance_number = ?', ['4816667778', AN]);
    try {
      expect(await text('?nhom=om-dau-thai-san')).toContain('hãy hỏi đơn vị đã nộp chưa');
      expect(await text('?nhom=that-nghiep')).toContain('bạn có 3 tháng để nộp hồ sơ');
      expect(visibleText((await an.get('/ca-nhan')).text)).toContain('Chưa có lần hưởng nào được ghi');
    } finally {
      await write('UPDATE auth_account SET insurance_number = ? WHERE insurance_number = ?', [AN, '4816667778']);
    }
  });

  it('adds up sickness and says what was paid for each', async () => {
    const shown = await text('?nhom=om-dau-thai-san');
    for (const words of ['2.175.000 đ', '2 lần', '6 ngày', '18/06/2024 đến 21/06/2024', '1.562.500 đ', '612.500 đ'])
      expect(shown).toContain(words);
    expect(shown).toContain('Công ty TNHH Điện tử Hải Vân');
    expect(shown).toMatch(/Số tài khoản •••\d{4}/);
    expect(shown).not.toMatch(/Số tài khoản \d/);
  });

  it('shows what unemployment paid a month, how long and how it ended', async () => {
    const shown = await text('?nhom=that-nghiep');
    for (const words of ['3.720.000 đ', '3 tháng', 'Đã chấm dứt', 'Số QĐ hưởng']) expect(shown).toContain(words);
  });

  it('answers on the tile of the first page', async () => {
    const { text: html } = await an.get('/ca-nhan');
    expect(visibleText(html)).toContain('2 lần hưởng ốm đau');
    expect(visibleText(html)).toContain('Lần gần nhất 06/2024: 1.562.500 đ');
    expect(html).toContain(`href="${PATH}?nhom=om-dau-thai-san"`);
  });
});

describe('monthly benefits', () => {
  let pensioner: Browser;
  let number: string;
  beforeAll(async () => {
    number = await someoneWith('monthly');
    pensioner = await house.citizen(number);
  });

  it('show the amount, the slip that raised it and a year of payments', async () => {
    const shown = await text('?nhom=hang-thang', pensioner);
    for (const words of [
      'Mức hưởng hiện tại',
      'Phiếu điều chỉnh',
      'Các kỳ chi trả',
      '03/2026',
      '04/2025',
      'Đang hưởng',
    ])
      expect(shown).toContain(words);
    expect(shown).not.toContain('Ngày chi trả 05/03/2025');
    expect(visibleText((await pensioner.get('/ca-nhan')).text)).toContain('1.872.000 đ mỗi tháng');
  });

  it('go back month by month, to the end', async () => {
    let path: string | undefined = `${PATH}?nhom=hang-thang`;
    const months: string[] = [];
    for (let pages = 0; path && pages < 9; pages += 1) {
      const html: string = (await pensioner.get(path)).text;
      months.push(...[...html.matchAll(/<th scope="row" class="num">(\d\d\/\d{4})</g)].map(([, month = '']) => month));
      path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    const all = await house.app.db.rows<{ month: string }>(
      "SELECT month FROM records_benefit_payment WHERE insurance_number = ? AND kind = 'payment' ORDER BY month DESC",
      [number],
    );
    expect(all.length).toBeGreaterThan(12);
    expect(months).toEqual(all.map(({ month }) => month.split('-').reverse().join('/')));
  });

  it('say where the list of payments ends', async () => {
    expect(await text('?nhom=hang-thang&truoc=1990-01', pensioner)).toContain('Không còn kỳ chi trả nào trước đó');
    expect(await text('?nhom=hang-thang&truoc=2025-13', pensioner)).toContain('Mức hưởng hiện tại');
  });
});

it('pays out a lump sum with the months that no longer count', async () => {
  const shown = await text('', await house.citizen(await someoneWith('lump_sum')));
  for (const words of [
    'Tổng số tiền đã hưởng',
    'Thời gian đóng đã tính',
    'Không còn tính vào các chế độ khác',
    'Đã chi trả',
  ])
    expect(shown).toContain(words);
});

it('keeps one row for a decision, its kind and its first day', async () => {
  const copy = `INSERT INTO records_benefit (insurance_number, kind, decision_number, decided_on, scheme, from_day, amount, payer, days, months, status, updated_on)
    SELECT insurance_number, kind, decision_number, decided_on, scheme, from_day, amount, payer, days, months, status, updated_on
    FROM records_benefit WHERE insurance_number = ?`;
  await expect(write(copy, [AN])).rejects.toThrow();
});
