import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Response } from 'supertest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { pdfPages, pdfText } from '../registration/pdf-text.js';
import { checkCard, QR, scanned, showCard, toldOfChecks } from './shown-card.js';

const AN = '4812345678';
const CARD = '/ca-nhan/the-bhyt';
const PDF = `${CARD}/the.pdf`;

let house: House;
let an: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  an = await house.citizen();
});
afterAll(() => house.close());

const run = (sql: string): Promise<unknown> => house.app.db.uow.run(() => house.app.db.sequelize.query(sql));

/** An's card of this year as another sort of card, while `work` looks at it. */
const asCard = async <T>(set: string, work: () => Promise<T>): Promise<T> => {
  const where = `WHERE insurance_number = '${AN}' AND issued_on = '2025-12-21'`;
  await run(`UPDATE records_card SET ${set} ${where}`);
  try {
    return await work();
  } finally {
    const was = `number = 'DN448${AN}', object_code = 'DN', level = '4', area_code = NULL, five_years_from = '2023-03-01'`;
    await run(`UPDATE records_card SET ${was} ${where}`);
  }
};
const card = async (): Promise<string> => visibleText((await an.get(CARD)).text).replace(/\s+/g, ' ');

const bytes = async (path: string): Promise<Response> => an.get(path);

describe('what a card entitles to', () => {
  test('level 4: share, small visits, five years, an example', async () => {
    const words = await card();
    for (const part of [
      'Quỹ BHYT trả 80% chi phí',
      'chi phí một lần dưới 351.000 đ',
      'Đã đủ 5 năm liên tục: trả 100% khi phần cùng chi trả trong năm vượt 14.040.000 đ',
      'quỹ trả 800.000 đ, bạn trả 200.000 đ',
      'Quy định từ 01/01/2025',
    ])
      expect(words).toContain(part);
    expect(words).not.toContain('Nơi sinh sống');
    expect(words).not.toContain('Thẻ in mức');
  });

  test.each([
    ['CC', '1', '100%', 'Không giới hạn tỷ lệ thanh toán'],
    ['HN', '2', '100%', 'trả theo tỷ lệ quy định'],
    ['HT', '3', '95%', 'bạn trả 50.000 đ'],
    ['QN', '5', '100%', 'kể cả ngoài phạm vi được hưởng'],
  ])('%s: level %s', async (code, level, percent, words) => {
    await asCard(`object_code = '${code}', level = '${level}'`, async () => {
      expect(await card()).toContain(percent);
      expect(await card()).toContain(words);
    });
  });

  test('a near-poor card with a printed 3 is level 2 by now, and says so', async () => {
    await asCard(`object_code = 'CN', level = '3'`, async () => {
      const words = await card();
      expect(words).toContain('Thẻ in mức 3, nay theo quy định bạn được hưởng mức 2. Không cần đổi thẻ.');
      expect(words).toContain('Quỹ BHYT trả 100%');
    });
  });

  test.each(['K1', 'K2', 'K3'])('people of %s are told what their area gives', async (area) => {
    await asCard(`area_code = '${area}'`, async () => {
      const words = await card();
      expect(words).toContain(`Nơi sinh sống ${area}: trả 100% khi khám, chữa bệnh ngoại trú`);
      expect(words).toContain(`Mã nơi đối tượng sinh sống ${area}`);
      expect((await scanned((await an.get(CARD)).text, QR.picture)).split('|')[11]).toBe(String(4 + Number(area[1])));
    });
  });

  test('five years that are still to come', async () => {
    await asCard(`five_years_from = '2028-07-01'`, async () => {
      expect(await card()).toContain('Từ 01/07/2028, khi đủ 5 năm liên tục');
    });
    await asCard('five_years_from = NULL', async () => {
      expect(await card()).toContain('Thời điểm 5 năm liên tục Chưa xác định');
    });
  });
});

describe('a ward', () => {
  test('is shown by the guardian, who hears of the check', async () => {
    const wards = '/ca-nhan/nguoi-duoc-giam-ho';
    const [row] = await house.app.db.rows<{ id: string }>(
      `SELECT id FROM records_guardianship WHERE ward_number = '4819000029' AND guardian_number = '${AN}'`,
    );
    await an.submit(`${wards}/${row?.id}/xem`, {}, { page: wards });
    const { token } = await showCard(an);
    const { words } = await checkCard(house.browser(), token);
    for (const part of ['Thẻ còn giá trị', 'Nguyễn Ngọc Hà']) expect(words).toContain(part);
    expect(await toldOfChecks(house)).toHaveLength(1);
    await an.submit(`${wards}/thoi-xem`, {}, { page: '/ca-nhan' });
    expect((await an.get(`${CARD}/su-dung`)).text).not.toMatch(QR.use);
  });
});

describe('picture and PDF', () => {
  test('the picture has a front and a back, and both turn', async () => {
    for (const turn of ['', '?xoay=90', '?xoay=180', '?xoay=270']) {
      const { text } = await an.get(`${CARD}/hinh-anh${turn}`);
      const sides = text.match(/<svg class="bhyt" viewBox="([^"]*)"/g) ?? [];
      expect(sides).toHaveLength(2);
      const box = turn === '?xoay=90' || turn === '?xoay=270' ? '0 0 540 856' : '0 0 856 540';
      for (const side of sides) expect(side).toContain(box);
      for (const words of ['THẺ BẢO HIỂM Y TẾ', 'NGUYỄN VĂN AN', 'Những điều cần chú ý', '1900 9068'])
        expect(text).toContain(words);
    }
  });

  test('the PDF is one sheet of real text: front, back, data, benefits', async () => {
    const answer = await bytes(PDF);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(answer.headers['content-disposition']).toContain(`the-bhyt-${AN}.pdf`);
    const pdf = answer.body as Buffer;
    expect(pdfPages(pdf)).toBe(1);
    const words = pdfText(pdf).join(' ');
    for (const part of ['NGUYỄN VĂN AN', 'Những điều cần chú ý', 'Thông tin quyền lợi', '01/03/2023', '1900 9068', AN])
      expect(words).toContain(part);
  });

  test('of another card of the same person, and of nobody else', async () => {
    const [other] = await house.app.db.rows<{ id: string }>(
      `SELECT id FROM records_card WHERE insurance_number = '${AN}' AND valid_from = '2025-01-01'`,
    );
    expect(pdfText((await bytes(`${PDF}?the=${other?.id}`)).body as Buffer).join(' ')).toContain('Đã hết hạn');
    const [foreign] = await house.app.db.rows<{ id: string }>(
      `SELECT id FROM records_card WHERE insurance_number <> '${AN}' LIMIT 1`,
    );
    expect((await bytes(`${PDF}?the=${foreign?.id}`)).status).toBe(404);
  });

  test('without a card there is no paper', async () => {
    await run(`UPDATE records_card SET insurance_number = '4800000000' WHERE insurance_number = '${AN}'`);
    expect((await bytes(PDF)).status).toBe(404);
    await run(`UPDATE records_card SET insurance_number = '${AN}' WHERE insurance_number = '4800000000'`);
  });
});

test('the sums follow the base salary of the day', async () => {
  house.clock.set('2026-07-01T09:00:00+07:00');
  an = await house.citizen();
  const words = await card();
  for (const part of ['chi phí một lần dưới 379.500 đ', 'vượt 15.180.000 đ']) expect(words).toContain(part);
});
