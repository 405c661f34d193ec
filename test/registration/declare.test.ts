import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../kit/house.js';
import { visibleText } from '../kit/forms.js';
import { dossierFiles } from '../kit/pictures.js';
import { countOf, declare, FORM, goodFields, numberOn, queriesOf } from './form.js';
import { pdfPages, pdfText } from './pdf-text.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
});
afterAll(() => house.close());

const nameOf = (index: number): string => `48700${String(index).padStart(5, '0')}`;

describe('the way to the form', () => {
  it('leads from the home page over the choice to form 01', async () => {
    const browser = house.browser();
    const home = await browser.get('/');
    expect(home.status).toBe(200);
    expect(home.text).toMatch(/href="\/dang-ky"[^>]*>Đăng ký ngay</);
    expect(home.text).toContain('Hồ sơ của tôi đến đâu rồi?');
    expect(home.headers['set-cookie']).toBeUndefined();
    const choice = await browser.get('/dang-ky');
    for (const words of ['Cá nhân', 'Tổ chức', 'chưa hỗ trợ', 'Tiếp']) expect(choice.text).toContain(words);
    const next = await browser.submit('/dang-ky', { kind: 'individual' });
    expect([next.status, next.get('Location')]).toEqual([303, FORM]);
    expect((await browser.submit('/dang-ky', { kind: 'organisation' })).status).toBe(400);
    const form = await browser.get(FORM);
    expect(form.text).toContain('Ghi nhận');
    expect(form.text).toContain('Chọn tỉnh');
    expect(form.text).not.toMatch(/name="commitment"[^>]*checked/);
    expect(form.headers['cache-control']).toBe('no-store');
  });
});

describe('the received page', () => {
  it('shows the filled form with number, QR, last day and offices', async () => {
    const browser = house.browser();
    const path = await declare(browser);
    expect(path).toMatch(/^\/dang-ky\/da-ghi-nhan\/[\w-]{22}$/);
    const page = await browser.get(path);
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    const text = visibleText(page.text);
    expect(numberOn(page.text)).toMatch(/^\d{5}\/2026\/04802$/);
    for (const words of [
      'TRẦN THỊ BÌNH',
      '4811223344',
      '12/05/1990, nữ',
      '048190001234',
      'Tổ 14, đường Hà Huy Tập, phường',
      '0905612347',
      'binh@vidu.example',
      'Mẫu số 01',
      'In tờ khai',
      'Tải PDF',
      'NGƯỜI KHAI',
      'Thứ Năm, 26/03/2026',
    ])
      expect(text).toContain(words);
    expect(page.text).toMatch(/<svg[^>]*aria-label="Mã QR của số hồ sơ/);
    expect(text.indexOf('BHXH cơ sở Thanh Khê')).toBeLessThan(text.lastIndexOf('BHXH thành phố Đà Nẵng'));
  });

  it('gives a PDF of one page with real text', async () => {
    const browser = house.browser();
    const path = await declare(browser, {
      insuranceNumber: nameOf(1),
      fullName: 'Đặng Thị Ngọc Ánh',
      street: `Thôn Quyết Thắng, ${'đường rất dài '.repeat(13)}`.slice(0, 200),
    });
    const answer = await browser.get(`${path}/to-khai.pdf`).then((response) => response);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/pdf');
    expect(answer.headers['content-disposition']).toMatch(/to-khai-\d{5}-2026-04802\.pdf/);
    const pdf = answer.body as Buffer;
    const lines = pdfText(pdf).join('\n');
    for (const words of ['ĐẶNG THỊ NGỌC ÁNH', nameOf(1), 'TỜ KHAI', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'NGƯỜI KHAI'])
      expect(lines).toContain(words);
    expect(pdfPages(pdf)).toBe(1);
  });

  it('opens by nothing but its secret', async () => {
    const browser = house.browser();
    for (const path of [
      `/dang-ky/da-ghi-nhan/${'A'.repeat(22)}`,
      '/dang-ky/da-ghi-nhan/00001-2026-04802',
      `/dang-ky/da-ghi-nhan/${'A'.repeat(22)}/to-khai.pdf`,
    ]) {
      const answer = await browser.get(path);
      expect(answer.status).toBe(404);
      expect(visibleText(answer.text)).toContain('không còn hiệu lực');
    }
  });
});

describe('messages', () => {
  it('go by SMS and e-mail, with the last day', async () => {
    const browser = house.browser();
    const page = await browser.get(
      await declare(browser, { insuranceNumber: nameOf(2), phone: '0905000002', email: 'hai@vidu.example' }),
    );
    await house.settle();
    const number = numberOn(page.text);
    const [sms] = await house.messages({ to: '0905000002' });
    expect(sms?.text).toContain(number);
    expect(sms?.text).toContain('26/03/2026');
    expect((await house.messages({ to: 'hai@vidu.example' }))[0]?.text).toContain(number);
  });

  it('tell the holder of an account at the phone on file, and the answer does not differ', async () => {
    const browser = house.browser();
    const path = await declare(browser, { insuranceNumber: '4812345678', phone: '0905000003', email: '' });
    const page = await browser.get(path);
    await house.settle();
    const told = await house.messages({ to: '0912345678' });
    expect(told.some(({ text }) => text.includes(numberOn(page.text)))).toBe(true);
    const other = await browser.get(
      await declare(browser, { insuranceNumber: nameOf(3), phone: '0905000004', email: '' }),
    );
    const shape = (html: string): string => visibleText(html).replace(/\d+/g, '#');
    expect(shape(page.text)).toBe(shape(other.text));
  });
});

describe('sending twice', () => {
  it('makes one dossier, one after the other or at once', async () => {
    const browser = house.browser();
    const { hidden } = await browser.form(FORM);
    const before = await countOf(house, 'registration_dossier');
    const files = await dossierFiles();
    const send = () => browser.send(FORM, { ...hidden, ...goodFields, insuranceNumber: nameOf(10) }, files);
    const first = await send();
    const again = await send();
    const withoutFiles = await browser.send(FORM, { ...hidden, ...goodFields, insuranceNumber: nameOf(10) });
    expect([first.status, again.status, withoutFiles.status]).toEqual([303, 303, 303]);
    expect(new Set([first, again, withoutFiles].map((answer) => answer.get('Location'))).size).toBe(1);
    expect(await countOf(house, 'registration_dossier')).toBe(before + 1);
  });

  it('at once: five clicks, one dossier, one message', async () => {
    const browser = house.browser();
    const { hidden } = await browser.form(FORM);
    const before = await countOf(house, 'registration_dossier');
    const files = await dossierFiles();
    const fields = { ...hidden, ...goodFields, insuranceNumber: nameOf(11), phone: '0905000011', email: '' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => browser.send(FORM, fields, files)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(new Set(answers.map((answer) => answer.get('Location'))).size).toBe(1);
    expect(await countOf(house, 'registration_dossier')).toBe(before + 1);
    await house.settle();
    expect((await house.messages({ to: '0905000011' })).length).toBe(1);
  });

  it('from kept files at once makes one dossier, too', async () => {
    const browser = house.browser();
    const { hidden } = await browser.form(FORM);
    const fields = { ...hidden, ...goodFields, insuranceNumber: nameOf(12) };
    await browser.send(FORM, { ...fields, phone: '' }, await dossierFiles());
    const answers = await Promise.all(Array.from({ length: 4 }, () => browser.send(FORM, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    const { rows } = await queriesOf(house).list({ agencies: 'all', insuranceNumber: nameOf(12) }, { limit: 9 });
    expect(rows.length).toBe(1);
    expect((await queriesOf(house).pictures(rows[0]?.id ?? '')).length).toBe(3);
  });

  it('another person at the same screen gets a page of his own', async () => {
    const browser = house.browser();
    const { hidden } = await browser.form(FORM);
    const files = await dossierFiles();
    const one = await browser.send(FORM, { ...hidden, ...goodFields, insuranceNumber: nameOf(13) }, files);
    const two = await browser.send(FORM, { ...hidden, ...goodFields, insuranceNumber: nameOf(14) }, files);
    expect(one.get('Location')).not.toBe(two.get('Location'));
  });
});

it('takes 50 declarations at once, with 50 numbers in a row', async () => {
  const browser = house.browser();
  const { hidden } = await browser.form(FORM);
  const files = await dossierFiles();
  const sendings = Array.from({ length: 50 }, (_, index) => {
    const formKey = `fifty-parallel-${String(index).padStart(7, '0')}`;
    const person = {
      insuranceNumber: nameOf(100 + index),
      phone: `09055${String(index).padStart(5, '0')}`,
      agency: '04806',
    };
    return browser.send(FORM, { ...hidden, formKey, ...goodFields, ...person }, files);
  });
  const answers = await Promise.all(sendings);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
  const rows = await house.app.db.rows<{ number: string }>(
    `SELECT number FROM registration_dossier WHERE insurance_number >= ? AND insurance_number < ? ORDER BY number`,
    [nameOf(100), nameOf(150)],
  );
  expect(rows.length).toBe(50);
  const sequence = rows.map(({ number }) => Number(number.slice(0, 5)));
  expect(sequence).toEqual(sequence.map((_, index) => (sequence[0] ?? 0) + index));
});

it('counts numbers by agency and year', async () => {
  const browser = house.browser();
  const kept = house.clock.now();
  house.clock.set('2026-12-31T23:59:59+07:00');
  const old = await browser.get(await declare(browser, { insuranceNumber: nameOf(20), agency: '04810' }));
  house.clock.set('2027-01-01T00:00:01+07:00');
  const young = await browser.get(await declare(browser, { insuranceNumber: nameOf(21), agency: '04810' }));
  expect(numberOn(old.text)).toBe('00001/2026/04810');
  expect(numberOn(young.text)).toBe('00001/2027/04810');
  house.clock.set(kept.toISOString());
});
