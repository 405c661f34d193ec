import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';
import { dossierFiles } from '../kit/pictures.js';
import { countOf, FORM, goodFields } from './form.js';

let house: House;
let browser: Browser;
let hidden: Readonly<Record<string, string>>;

/** One form whose files are kept from a first try: every later fault is the only one. */
beforeAll(async () => {
  house = await openHouse();
  browser = house.browser();
  ({ hidden } = await browser.form(FORM));
  const first = await browser.send(FORM, { ...hidden, ...goodFields, phone: '' }, await dossierFiles());
  expect(first.status).toBe(400);
});
afterAll(() => house.close());

const XSS = '<script>alert(1)</script>';
const SQL = "'; DROP TABLE registration_dossier; --";
const TEMPLATE = '${7*7}<%= 7*7 %>';
const HOSTILE = [XSS, SQL, TEMPLATE, '"><img src=x onerror=alert(1)>', '../../../../etc/passwd', '=cmd|calc', '\u0000\u0001', '\u202Egnp.exe', '😀😀😀'];

/** What is typed into one field, and a part of the sentence that must stand beside it. */
const CASES: Readonly<Record<string, readonly (readonly [typed: string, says: string])[]>> = {
  insuranceNumber: [
    ['', 'Hãy nhập mã số BHXH'], ['   ', 'Hãy nhập mã số BHXH'], ['481122334', 'có 9 chữ số'], ['48112233445', 'có 11 chữ số'],
    ['048190001234', 'có 12 chữ số'], ['481122334a', 'chỉ gồm chữ số'], ['４８１１２２３３４４', 'chỉ gồm chữ số'], ['٤٨١١٢٢٣٣٤٤', 'chỉ gồm chữ số'],
    ['-4811223344e3', 'chỉ gồm chữ số'], ['4,811,223,344', 'chỉ gồm chữ số'], ['+4811223344', 'chỉ gồm chữ số'], ['HS4010120878811', '10 số cuối'],
    ['1e9', 'chỉ gồm chữ số'], ['0x11223344', 'chỉ gồm chữ số'], ['9'.repeat(5_000), 'có 5000 chữ số'],
    ...HOSTILE.slice(0, 6).map((text): [string, string] => [text, 'chỉ gồm chữ số']), ['😀', 'chỉ gồm chữ số'],
  ],
  fullName: [
    ['', 'Hãy nhập họ và tên'], [' \u200b ', 'Hãy nhập họ và tên'], ['A', 'quá ngắn'], ['Nguyễn '.repeat(20), 'dài quá 100'], ['N'.repeat(15_000), 'dài quá 100'],
    ['Trần Thị Bình 2', 'không có chữ số'], ['Tr4n Thi Binh', 'không có chữ số'], ['Tr\u0300\u0301\u0302\u0303ần Bình', 'dấu đặt sai'], ['Bi\u0323\u0300nh z\u0301\u0301\u0301\u0301', 'dấu đặt sai'],
    ['Иван Петров', 'ký tự lạ'], ['王小明', 'ký tự lạ'], ['Trần_Bình', 'ký tự lạ'], ['Trần@Bình', 'ký tự lạ'], ['Trần, Bình', 'ký tự lạ'], ['-Bình', 'ký tự lạ'],
    ["'An", 'ký tự lạ'], ['Trần/Bình', 'ký tự lạ'], ['Trần Bình\\', 'ký tự lạ'], ['Trần;Bình', 'ký tự lạ'],
    [XSS, 'không có chữ số'], ['<b>Bình</b>', 'ký tự lạ'], [SQL, 'ký tự lạ'], [TEMPLATE, 'không có chữ số'], ['=SUM(A:A)', 'ký tự lạ'], ['😀😀😀', 'ký tự lạ'],
  ],
  birthDate: [
    ['', 'Hãy nhập ngày sinh'], ['30/02/1990', 'không có trong lịch'], ['29/02/2023', 'không có trong lịch'], ['29/02/1900', 'không có trong lịch'], ['31/04/1990', 'không có trong lịch'],
    ['00/05/1990', 'không có trong lịch'], ['32/01/1990', 'không có trong lịch'], ['12/13/1990', 'Không có tháng 13'], ['12/00/1990', 'Không có tháng 00'], ['13/1990', 'Không có tháng 13'], ['0/1990', 'Không có tháng 0'],
    ['17/03/2026', 'tương lai'], ['04/2026', 'tương lai'], ['2027', 'tương lai'], ['01/01/9999', 'tương lai'], ['31/12/1899', 'từ 1900'], ['1899', 'từ 1900'], ['0000', 'từ 1900'],
    ['1990-05-12', 'chưa đúng dạng'], ['12/05/90', 'chưa đúng dạng'], ['12051990', 'chưa đúng dạng'], ['hôm qua', 'chưa đúng dạng'], ['12/Năm/1990', 'chưa đúng dạng'], ['1/1/1/1990', 'chưa đúng dạng'],
    ['12/05/19900', 'chưa đúng dạng'], ['-12/05/1990', 'chưa đúng dạng'], ['１２/０５/１９９０', 'chưa đúng dạng'], ['NaN', 'chưa đúng dạng'], [XSS, 'chưa đúng dạng'], [SQL, 'chưa đúng dạng'], ['1'.repeat(4_000), 'chưa đúng dạng'],
  ],
  sex: [['', 'Hãy chọn giới tính'], ['khác', 'Hãy chọn giới tính'], ['MALE', 'Hãy chọn giới tính'], [XSS, 'Hãy chọn giới tính'], ['__proto__', 'Hãy chọn giới tính']],
  paperNumber: [
    ['', 'Hãy nhập số căn cước'], ['201234567', 'CMND 9 số đã hết giá trị'], ['04819000123', 'có 11 chữ số'], ['0481900012345', 'có 13 chữ số'], ['12345678', 'có 8 chữ số'], ['C123456', 'chưa đúng'], ['C123456789', 'chưa đúng'],
    ['CC1234567', 'chưa đúng'], ['Đ1234567', 'chưa đúng'], ['1234567C', 'chưa đúng'], ['C12O4567', 'chưa đúng'], ['０４８１９０００１２３４', 'chưa đúng'], [XSS, 'chưa đúng'], [SQL, 'chưa đúng'], ['../../../../etc/passwd', 'chưa đúng'],
  ],
  phone: [
    ['', 'Hãy nhập số điện thoại'], ['090561234', 'có 9 chữ số'], ['09056123478', 'có 11 chữ số'], ['0412345678', 'Đầu số 041'], ['0512345678', 'Đầu số 051'], ['0712345678', 'Đầu số 071'], ['0312345678', 'Đầu số 031'], ['0801234567', 'Đầu số 080'],
    ['02363812402', 'máy bàn'], ['+84 236 3812 402', 'máy bàn'], ['1900 9068', 'có 8 chữ số'], ['+1 650 555 0100', 'chỉ gồm chữ số'], ['+85 905612347', 'chỉ gồm chữ số'], ['09O5612347', 'chỉ gồm chữ số'], ['không có', 'chỉ gồm chữ số'],
    ['0905612347x9', 'chỉ gồm chữ số'], ['0905612347;0905612348', 'chỉ gồm chữ số'], ['０９０５６１２３４７', 'chỉ gồm chữ số'], ['+++', 'chỉ gồm chữ số'], [XSS, 'chỉ gồm chữ số'], [SQL, 'chỉ gồm chữ số'], ['0'.repeat(3_000), 'có 3000 chữ số'],
  ],
  email: [
    ['binh', 'chưa đúng dạng'], ['binh@', 'chưa đúng dạng'], ['@vidu.vn', 'chưa đúng dạng'], ['binh@vidu', 'chưa đúng dạng'], ['binh@vidu..vn', 'chưa đúng dạng'], ['binh..an@vidu.vn', 'chưa đúng dạng'], ['.binh@vidu.vn', 'chưa đúng dạng'],
    ['bình@vidu.vn', 'chưa đúng dạng'], ['binh an@vidu.vn', 'chưa đúng dạng'], ['binh@vidu.vn, an@vidu.vn', 'chưa đúng dạng'], ['binh@vidu.vn\r\nBcc: an@vidu.vn', 'chưa đúng dạng'], ['<binh@vidu.vn>', 'chưa đúng dạng'],
    ['binh@-vidu.vn', 'chưa đúng dạng'], ['"binh"@vidu.vn', 'chưa đúng dạng'], [`${'a'.repeat(120)}@vidu.vn`, 'dài quá 120'], [`${'a.'.repeat(2_000)}a@vidu.vn`, 'dài quá 120'], [XSS, 'chưa đúng dạng'],
  ],
  province: [['', 'Hãy chọn tỉnh'], ['99', 'Hãy chọn tỉnh'], ['4', 'Hãy chọn tỉnh'], ['048', 'Hãy chọn tỉnh'], [SQL, 'Hãy chọn tỉnh'], ['constructor', 'Hãy chọn tỉnh']],
  commune: [['', 'chọn phường, xã'], ['00000', 'không thuộc tỉnh'], ['00004', 'không thuộc tỉnh'], ['2020', 'chọn phường, xã'], [XSS, 'chọn phường, xã']],
  street: [
    ['', 'Hãy nhập số nhà'], ['Tổ', 'quá ngắn'], ['a'.repeat(201), 'dài quá 200'], ['đường '.repeat(2_500), 'dài quá 200'], ['-----', 'ký tự lạ'], ['đường <b>Hà Huy Tập</b>', 'ký tự lạ'], ['Tổ 14; DROP TABLE', 'ký tự lạ'],
    [XSS, 'ký tự lạ'], [SQL, 'ký tự lạ'], [TEMPLATE, 'ký tự lạ'], ['../../../../etc/passwd', 'ký tự lạ'], ['=cmd|calc', 'ký tự lạ'], ['😀😀😀 đường', 'ký tự lạ'], ['\\\\server\\share', 'ký tự lạ'],
  ],
  agency: [['', 'Hãy chọn cơ quan'], ['00001', 'không tiếp nhận'], ['00002', 'không tiếp nhận'], ['99999', 'không tiếp nhận'], ['4802', 'Hãy chọn cơ quan'], [SQL, 'Hãy chọn cơ quan']],
  commitment: [['', 'ô cam kết'], ['no', 'ô cam kết'], [XSS, 'ô cam kết']],
};

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&#34;').replace(/'/g, '&#39;');

for (const [name, cases] of Object.entries(CASES)) {
  describe(name, () => {
    it.each(cases)('%j', async (typed, says) => {
      const answer = await browser.send(FORM, { ...hidden, ...goodFields, [name]: typed });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('<title>Lỗi:');
      expect(answer.text).toContain(`href="#f-${name}"`);
      expect(answer.text).toContain(`id="f-${name}"`);
      const beside = new RegExp(`id="f-${name}-e">.*?</p>`, 's').exec(answer.text)?.[0] ?? '';
      expect(beside).toContain(escaped(says));
      // Only what was wrong is named, and everything else typed is still there.
      expect(answer.text.match(/class="msg-err"/g)?.length).toBe(1 + Number(name === 'province'));
      for (const kept of ['insuranceNumber', 'fullName', 'street'] as const)
        if (kept !== name) expect(answer.text).toContain(`value="${escaped(goodFields[kept])}"`);
      if (typed.length < 300 && ['fullName', 'street', 'phone'].includes(name) && !/[\r\n\u0000]/.test(typed)) expect(answer.text).toContain(`value="${escaped(typed)}"`);
      expect(answer.text).not.toContain('<script>alert');
      expect(answer.text).not.toMatch(/SQLITE|ER_|at \w+ \(|node_modules/);
    });
  });
}

it('has a hundred and twenty cases and more', () => {
  expect(Object.values(CASES).flat().length).toBeGreaterThanOrEqual(120);
});

it('names every fault of an empty form, in the order of the page', async () => {
  const empty = house.browser();
  const answer = await empty.submit(FORM, {});
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('Còn 14 chỗ cần sửa');
  const links = [...answer.text.matchAll(/<li><a href="#f-(\w+)"/g)].map(([, name]) => name);
  expect(links).toEqual(['insuranceNumber', 'fullName', 'birthDate', 'sex', 'paperNumber', 'phone', 'province', 'commune', 'street', 'portrait', 'front', 'back', 'agency', 'commitment']);
});

it('takes strange bodies for what they are', async () => {
  for (const strange of [{ ...goodFields, fullName: ['A B', 'C D'] }, { ...goodFields, formKey: 'x' }, { ...goodFields, 'fullName[a]': 'b', fullName: '' }]) {
    const answer = await browser.send(FORM, { _csrf: hidden['_csrf'], ...strange });
    expect(answer.status).toBe(400);
  }
});

it('stores nothing on a 400', async () => {
  await house.settle();
  expect(await countOf(house, 'registration_dossier')).toBe(0);
  expect(await countOf(house, 'notification_message')).toBe(0);
  expect(await house.messages()).toEqual([]);
});

it('takes the form once it is right, with the files kept from the first try', async () => {
  const answer = await browser.send(FORM, { ...hidden, ...goodFields });
  expect(answer.status).toBe(303);
  expect(await countOf(house, 'registration_picture')).toBe(3);
});
