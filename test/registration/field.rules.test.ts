import { describe, expect, it } from 'vitest';
import * as field from '../../src/modules/registration/field.rules.js';

const TODAY = '2026-03-16';
const birth = (text: string): field.Checked => field.checkBirthDate(text, TODAY);
const valueOf = (result: field.Checked): string => ('value' in result ? result.value : `fault: ${result.fault}`);

describe('what is accepted takes one form', () => {
  it.each([
    [field.checkInsuranceNumber, '48 1122 3344', '4811223344'],
    [field.checkInsuranceNumber, '48.1122.3344', '4811223344'],
    [field.checkInsuranceNumber, '\u200b4811223344 ', '4811223344'],
    [field.checkName, '  Trần   Thị Bình ', 'Trần Thị Bình'],
    [field.checkName, 'Trần Thị Bình'.normalize('NFD'), 'Trần Thị Bình'],
    [field.checkName, 'Đặng Thị Ngọc Ánh', 'Đặng Thị Ngọc Ánh'],
    [field.checkName, 'An', 'An'],
    [field.checkName, 'Siu H’Bia', "Siu H'Bia"],
    [field.checkName, 'Jean-Noël Müller', 'Jean-Noël Müller'],
    [field.checkName, 'Łukasz Ødegård', 'Łukasz Ødegård'],
    [birth, '12/05/1990', '12/05/1990'],
    [birth, '2/5/1990', '02/05/1990'],
    [birth, '12-05-1990', '12/05/1990'],
    [birth, '12.05.1990', '12/05/1990'],
    [birth, '12 / 05 / 1990', '12/05/1990'],
    [birth, '5/1990', '05/1990'],
    [birth, '1958', '1958'],
    [birth, '29/02/2024', '29/02/2024'],
    [birth, '16/03/2026', '16/03/2026'],
    [birth, '03/2026', '03/2026'],
    [birth, '2026', '2026'],
    [birth, '01/01/1900', '01/01/1900'],
    [field.checkPaperNumber, '048 190 001 234', '048190001234'],
    [field.checkPaperNumber, 'c1234567', 'C1234567'],
    [field.checkPaperNumber, 'P12345678', 'P12345678'],
    [field.checkPhone, '+84 905 612 347', '0905612347'],
    [field.checkPhone, '+840905612347', '0905612347'],
    [field.checkPhone, '0084905612347', '0905612347'],
    [field.checkPhone, '84905612347', '0905612347'],
    [field.checkPhone, '0905.612.347', '0905612347'],
    [field.checkPhone, '(090) 561-2347', '0905612347'],
    [field.checkPhone, '0912345678', '0912345678'],
    [field.checkPhone, '0322345678', '0322345678'],
    [field.checkPhone, '0871234567', '0871234567'],
    [field.checkPhone, '0551234567', '0551234567'],
    [field.checkEmail, '', ''],
    [field.checkEmail, ' Binh.Tran+1@ViDu.vn ', 'binh.tran+1@vidu.vn'],
    [field.checkStreet, 'Tổ 14, đường Hà Huy Tập', 'Tổ 14, đường Hà Huy Tập'],
    [field.checkStreet, '12/3A Trần Phú (hẻm 5), KP.2', '12/3A Trần Phú (hẻm 5), KP.2'],
    [field.checkStreet, 'Thôn 5', 'Thôn 5'],
    [field.checkStreet, "Thôn Đắk R'lấp", "Thôn Đắk R'lấp"],
  ])('%o %s', (rule, text, value) => {
    expect(valueOf(rule(text))).toBe(value);
  });
});

it('says how many digits there are', () => {
  expect(field.checkPhone('090561234')).toEqual({
    fault: 'Số bạn nhập có 9 chữ số. Hãy nhập đủ 10 chữ số, ví dụ 0905612347.',
  });
  expect(field.checkInsuranceNumber('481122334')).toEqual({
    fault: 'Số bạn nhập có 9 chữ số. Hãy nhập đủ 10 chữ số, ví dụ 4811223344.',
  });
});

it('tells a passport from a card', () => {
  expect(['C1234567', 'P12345678', '048190001234', 'C123456', 'CC123456'].map(field.isPassport)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
