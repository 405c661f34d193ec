import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../config/modules.js';
import { settingNames } from '../../src/contracts/organisation.js';
import { defineModule } from '../../src/core/module.js';
import { monthAt } from '../../src/modules/records/month.rules.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { pdfPages, pdfText } from '../registration/pdf-text.js';

const PAGE = '/ca-nhan/qua-trinh-tham-gia';
const AN = '4812345678';

const open = async (options: Parameters<typeof openHouse>[0] = {}): Promise<{ house: House; an: Browser }> => {
  const house = await openHouse({ demo: true, ...options });
  return { house, an: await house.citizen() };
};
const run = (house: House, sql: string, ...replacements: (string | number)[]) =>
  house.app.db.uow.run(() => house.app.db.sequelize.query(sql, { replacements }));
const texts = async (browser: Browser, path: string): Promise<{ text: string; pages: number }> => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  const pdf = answer.body as Buffer;
  return { text: pdfText(pdf).join('\n'), pages: pdfPages(pdf) };
};

/** One row a year for forty years, in one fund. */
const fortyYears = async (house: House): Promise<void> => {
  for (let year = 0; year < 40; year += 1) {
    const from = (1986 + year) * 12;
    await run(
      house,
      `INSERT INTO records_participation (insurance_number, fund, kind, from_month, to_month, employer_code, employer_name,
        job_title, position, workplace, wage_for_contribution, wage, status, lump_summed, updated_on)
        VALUES ('4816667778', 'bhxh', 'compulsory', ?, ?, 'TZ0101A', ?, 'Thợ điện', 'Công nhân', 'Đà Nẵng', ?, ?, 'paid', ?, '2026-03-10')`,
      monthAt(from),
      monthAt(from + 11),
      `Công ty Trách nhiệm hữu hạn Một thành viên Xây dựng và Dịch vụ Kỹ thuật số ${year}`,
      4_000_000 + year * 100_000,
      4_000_000 + year * 100_000,
      year < 2 ? 1 : 0,
    );
  }
};

describe('Quá trình tham gia BH', () => {
  let house: House;
  let an: Browser;
  beforeAll(async () => {
    ({ house, an } = await open());
  });
  afterAll(() => house.close());

  it('says how far it is to a pension, by the years that are required on that day', async () => {
    const read = async () => visibleText((await an.get(PAGE)).text);
    expect(await read()).toContain('Lương hưu: còn 7 năm 3 tháng. Đóng thêm từng ấy là đủ 15 năm đóng BHXH');
    expect(await read()).toContain('2 tháng chậm đóng chỉ được tính khi đơn vị đã đóng.');
    expect(visibleText((await an.get(`${PAGE}?loai=bhyt`)).text)).not.toContain('Lương hưu');
    const set = (value: string) =>
      run(
        house,
        "UPDATE organisation_setting SET value = ? WHERE name = ? AND valid_from = '2025-07-01'",
        value,
        settingNames.pensionYears,
      );
    await set('7');
    house.clock.forward(3_600_000);
    an = await house.citizen();
    expect(await read()).toContain('Lương hưu: đủ 7 năm.');
    await set('15');
  });

  it('leads from each row to a report that knows topic and row', async () => {
    const { text } = await an.get(PAGE);
    const links = [...text.matchAll(/href="(\/phan-anh\?[^"]*)"/g)].map(([, href = '']) => href);
    expect(links).toHaveLength(4);
    const report = visibleText((await an.get(links[0] ?? '')).text);
    expect(report).toContain('BHXH, 09/2023 đến 02/2026, Công ty TNHH Điện tử Hải Vân');
    expect(report).toContain('Lĩnh vực: Quá trình tham gia');
    expect(visibleText(text)).toContain('Bấm Báo sai sót ở giai đoạn bị sai.');
  });

  it('links the whole history and the last three years, the older ones below', async () => {
    const { text } = await an.get(PAGE);
    expect(text).toContain(`href="${PAGE}/toan-bo.pdf"`);
    for (const year of [2026, 2025, 2024, 2018]) expect(text).toContain(`href="${PAGE}/xac-nhan.pdf?nam=${year}"`);
    expect(text.indexOf('Các năm trước')).toBeGreaterThan(text.indexOf('nam=2024'));
    expect(text.indexOf('Các năm trước')).toBeLessThan(text.indexOf('nam=2023'));
  });

  it('gives the whole history as PDF: real text, who made it and when, no paper of the insurer', async () => {
    const { text } = await texts(an, `${PAGE}/toan-bo.pdf`);
    for (const words of [
      'Quá trình tham gia bảo hiểm',
      'Nguyễn Văn An',
      'Bảo hiểm thất nghiệp',
      '7 năm 11 tháng (95 tháng, từ 03/2018)',
      'Trùng 2 tháng. Tháng 05 và 06/2023 có hai nơi cùng đóng, chỉ tính một lần.',
      '12.500.000 đ',
      'Chậm đóng 2 tháng',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/lập lúc \d\d:\d\d ngày 16\/03\/2026/);
    expect(text.replace(/\n/g, ' ')).toContain('không thay cho thông báo hay giấy xác nhận');
  });

  it('confirms a year month by month, with sums up to its end', async () => {
    const { text } = await texts(an, `${PAGE}/xac-nhan.pdf?nam=2026`);
    for (const words of [
      'Thông tin đóng bảo hiểm năm 2026',
      'Đã đóng 0 tháng, đơn vị chậm đóng 2 tháng',
      'Đã đóng 7 năm 9 tháng (93 tháng), đơn vị chậm đóng 2 tháng',
      '01/2026 - 02/2026',
      '1.000.000 đ',
      '2.187.500 đ',
    ])
      expect(text).toContain(words);
    expect((await texts(an, `${PAGE}/xac-nhan.pdf?nam=2023`)).text).toContain('Trùng 2 ');
  });

  it('finds no paper of a year without data, nor of what is no year', async () => {
    for (const year of ['1999', '2031', 'x', '', '2025.5', '-1']) {
      const answer = await an.get(`${PAGE}/xac-nhan.pdf?nam=${year}`);
      expect([year, answer.status]).toEqual([year, 404]);
      expect(visibleText(answer.text)).toContain('Hãy chọn năm khác');
    }
  });
});

describe('a long life, and none', () => {
  let house: House;
  let an: Browser;
  beforeAll(async () => {
    ({ house, an } = await open());
    await fortyYears(house);
    await run(house, 'UPDATE auth_account SET insurance_number = ? WHERE insurance_number = ?', '4816667778', AN);
  });
  afterAll(() => house.close());

  it('fills several pages, each with its number and the head of the table, what was paid out struck', async () => {
    const words = visibleText((await an.get(PAGE)).text);
    expect(words).toContain('38 năm');
    expect(words).toContain('Lương hưu: đủ 15 năm.');
    const { text, pages } = await texts(an, `${PAGE}/toan-bo.pdf`);
    expect(pages).toBeGreaterThan(2);
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Trang ${page}/${pages}`);
    const count = (what: string) => text.split('\n').filter((line) => line === what).length;
    expect(count('Đơn vị')).toBeGreaterThanOrEqual(pages - 1);
    expect(text).toContain('Chưa có thời gian tham gia nào được ghi.');
    expect(text).toContain('1958');
    expect((await an.get(PAGE)).text.match(/is-lump/g)).toHaveLength(2);
  });

  it('has nothing to print where nothing is on record', async () => {
    await run(house, "DELETE FROM records_participation WHERE insurance_number = '4816667778'");
    const { text } = await an.get(PAGE);
    expect(text).not.toContain('.pdf');
    for (const path of ['toan-bo.pdf', 'xac-nhan.pdf?nam=2025']) {
      const answer = await an.get(`${PAGE}/${path}`);
      expect(answer.status).toBe(404);
      expect(visibleText(answer.text)).toContain('chưa có gì để tải');
    }
  });
});

describe('without a module that takes reports', () => {
  const without = modules.filter(({ id }) => id !== 'feedback');
  let house: House;
  let an: Browser;
  beforeAll(async () => {
    ({ house, an } = await open({ modules: without }));
  });
  afterAll(() => house.close());

  it('shows no report of faults while no module takes it, and says whom to ask instead', async () => {
    const words = visibleText((await an.get(PAGE)).text);
    expect(words).not.toContain('Báo sai sót');
    expect(words).toContain('Thấy chưa đúng?');
    expect(words).toContain('1900 9068');
  });

  it('none is alone: two such modules are refused', async () => {
    const reports = (id: string) =>
      defineModule({
        id,
        title: 'Takes reports',
        tables: [],
        migrations: [],
        setup: () => ({ reportLink: () => '/x' }),
      });
    await expect(openHouse({ modules: [...without, reports('one'), reports('two')] })).rejects.toThrow(
      'more than one module wants to take reports',
    );
  });
});
