import { describe, expect, test } from 'vitest';
import { refusalReasons } from '../../seeders/reference/approval.js';
import { toAscii } from '../../src/core/text.js';
import {
  correctable,
  fieldsToCorrect,
  fullReason,
  isOwn,
  SHORT_REASON,
  shortReason,
  type Correctable,
} from '../../src/modules/approval/assessment.rules.js';
import { parseScan } from '../../src/modules/approval/list.rules.js';
import { daysLeftWords, momentWords, waitWords } from '../../src/modules/approval/duration.rules.js';
import { decidedWords } from '../../src/modules/approval/dossier.rules.js';
import { paths, safeFrom } from '../../src/modules/approval/paths.js';

const short = (text: string, person = 'Phạm Quốc Cường'): string =>
  shortReason(undefined, toAscii(text), toAscii(person));

describe('reason of a refusal', () => {
  test.each(refusalReasons.map((template) => [template.id, template] as const))('%s fits an SMS', (_, template) => {
    expect(template.short).toMatch(/^[\x20-\x7e]+$/);
    expect(template.short.length).toBeLessThanOrEqual(SHORT_REASON);
    expect(shortReason(template, 'Số 048088002417 sai', 'Pham')).toBe(template.short);
  });

  test.each([
    ['Ảnh bị lóa, chụp lại nhé', 'Anh bi loa, chup lai nhe'],
    ['Số 048088002417 sai', 'So sai'],
    ['Gọi 0912.345.678 để hỏi', 'Goi de hoi'],
    ['Ông Phạm Quốc Cường cần ký lại', 'Ong can ky lai'],
    ['Hộ chiếu B1234567 hết hạn', 'Ho chieu het han'],
    ['gửi về cuong@vidu.vn', 'gui ve'],
    ['12345', 'Xem ly do tren trang tra cuu ho so'],
    ['漢字', 'Xem ly do tren trang tra cuu ho so'],
  ])('%s goes out as %s', (text, expected) => expect(short(text)).toBe(expected));

  test('long words end at a blank and within the limit', () => {
    const words = short('Ảnh mặt trước căn cước bị mờ ở phần số và họ tên nên không đọc được, bạn chụp lại');
    expect(words.length).toBeLessThanOrEqual(SHORT_REASON);
    expect(words).toBe('Anh mat truoc can cuoc bi mo o phan so va ho ten nen khong');
    expect(short('a'.repeat(300))).toHaveLength(SHORT_REASON);
  });

  test('an odd name breaks nothing', () => expect(short('a (b', '(*+ ?')).toBe('a (b'));

  test('the whole reason has both parts', () => {
    expect(fullReason(refusalReasons[0], 'Sửa lại.')).toBe(`${refusalReasons[0]?.text}. Sửa lại.`);
    expect(fullReason(undefined, 'Sửa lại')).toBe('Sửa lại.');
    expect(fullReason(refusalReasons[0], '')).toBe(`${refusalReasons[0]?.text}.`);
  });

  test('the address stands for three fields of the form', () => {
    expect(fieldsToCorrect(['phone', 'address'])).toEqual(['phone', 'province', 'commune', 'street']);
    expect(fieldsToCorrect(Object.keys(correctable) as Correctable[])).toContain('portrait');
  });
});

test.each([
  ['4811223344', '4811223344', true],
  ['4811223344', '4811223345', false],
  ['', '', false],
  [undefined, '', false],
])('own dossier: %s, %s', (officer, number, own) => expect(isOwn(officer, number)).toBe(own));

test.each([
  ['00412/2026/04802', '00412/2026/04802', ''],
  ['00412/2026/04802|4811223344', '00412/2026/04802', '4811223344'],
  ['4811223344 00412/2026/04802', '00412/2026/04802', '4811223344'],
  ['4811223344', '', '4811223344'],
  ['048190001234', '', ''],
  ['', '', ''],
])('scan %s', (text, number, insuranceNumber) => expect(parseScan(text)).toEqual({ number, insuranceNumber }));

test.each([
  [30_000, 'vài giây'],
  [64 * 60_000, '64 phút'],
  [26 * 3_600_000, '26 giờ'],
  [72 * 3_600_000, '3 ngày'],
])('waited %i ms', (ms, words) => expect(waitWords(ms)).toBe(words));

test('days left, moments', () => {
  expect([daysLeftWords(-1), daysLeftWords(0), daysLeftWords(9)]).toEqual(['', 'hạn cuối hôm nay', 'còn 9 ngày']);
  const now = new Date('2026-03-16T10:00:00+07:00');
  expect(momentWords(new Date('2026-03-16T09:14:00+07:00'), now)).toBe('09:14');
  expect(momentWords(new Date('2026-03-15T23:59:00+07:00'), now)).toBe('23:59 ngày 15/03/2026');
  expect(decidedWords({ state: 'approved', decidedByName: 'Võ Minh Khoa' }, '09:14')).toBe(
    'Võ Minh Khoa đã duyệt hồ sơ này lúc 09:14',
  );
  expect(decidedWords({ state: 'in_review', decidedByName: null }, '09:14')).toBeUndefined();
});

describe('the way back', () => {
  test.each(['/can-bo/ho-so', '/can-bo/ho-so?tuNgay=01%2F03%2F2026&trangThai=declared'])('%s is kept', (path) =>
    expect(safeFrom(path)).toBe(path),
  );
  test.each([
    'https://evil.example/can-bo/ho-so',
    '//evil.example',
    '/can-bo/ho-so/../../dang-xuat',
    '/can-bo/ho-so\r\nSet-Cookie: a=b',
    '/can-bo/ho-so?a="><script>',
    `/can-bo/ho-so?${'a'.repeat(2_000)}`,
    undefined,
    ['/can-bo/ho-so'],
  ])('%s becomes the plain list', (path) => expect(safeFrom(path)).toBe('/can-bo/ho-so'));
  test('travels in the address of the dossier', () =>
    expect(paths.dossier('x', '/can-bo/ho-so?maSo=1')).toBe('/can-bo/ho-so/x?tu=%2Fcan-bo%2Fho-so%3FmaSo%3D1'));
});
