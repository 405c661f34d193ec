import { describe, expect, it } from 'vitest';
import * as format from '../../src/core/http/format.js';

describe('format', () => {
  it('writes days, whatever form they come in', () => {
    expect(format.date('2026-03-16')).toBe('16/03/2026');
    expect(format.date(new Date('2026-03-16T17:30:00Z'))).toBe('17/03/2026');
    expect(format.date('2026-03-16T17:30:00.000Z')).toBe('17/03/2026');
    expect(format.date('1958')).toBe('1958');
    expect(format.date('1958-03')).toBe('03/1958');
    expect(format.date(null)).toBe('');
    expect(format.dayMonth('2026-03-16')).toBe('16/03');
  });

  it('writes instants in Viet Nam time', () => {
    const instant = new Date('2026-03-16T00:58:00Z');
    expect(format.time(instant)).toBe('07:58');
    expect(format.dateTime(instant)).toBe('16/03/2026 07:58');
    expect(format.dateTime(undefined)).toBe('');
  });

  it('names the weekday', () => {
    expect(format.longDate('2026-03-26')).toBe('Thứ Năm, 26/03/2026');
    expect(format.longDate('1969-12-28')).toBe('Chủ Nhật, 28/12/1969');
    expect(format.longDate('')).toBe('');
  });

  it('groups numbers by three', () => {
    expect(format.number(1234567)).toBe('1.234.567');
    expect(format.number(999)).toBe('999');
    expect(format.number(-1234.5)).toBe('-1.234,5');
    expect(format.number(1234.5678)).toBe('1.234,5678');
    expect(format.money(12_500_000)).toBe('12.500.000 đ');
    expect(format.money(0)).toBe('0 đ');
    expect(format.money(null)).toBe('');
  });

  it('tells months as years and months', () => {
    expect(format.months(95)).toBe('7 năm 11 tháng');
    expect(format.months(4)).toBe('4 tháng');
    expect(format.months(24)).toBe('2 năm');
    expect(format.months(0)).toBe('0 tháng');
  });

  it('hides the middle of what identifies a person', () => {
    expect(format.maskPhone('0912345678')).toBe('0912•••678');
    expect(format.maskPhone('0912')).toBe('•••');
    expect(format.maskPaper('048085000321')).toBe('048085•••321');
    expect(format.maskPaper('201456789')).toBe('201•••789');
    expect(format.maskEmail('cuongpham@vidu.vn')).toBe('cuong•••@vidu.vn');
    expect(format.maskEmail('ab@vidu.vn')).toBe('a•••@vidu.vn');
    expect(format.maskEmail('không phải thư')).toBe('');
    expect(format.maskPhone(null)).toBe('');
  });

  it('takes the first letter of the given name', () => {
    expect(format.initials('Nguyễn Văn An')).toBe('A');
    expect(format.initials('Đặng Thị Ánh')).toBe('Á');
    expect(format.initials('đức')).toBe('Đ');
    expect(format.initials('')).toBe('');
  });
});
