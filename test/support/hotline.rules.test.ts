import { describe, expect, it } from 'vitest';
import { instantAt } from '../../src/core/clock.js';
import { dutyOf, dutyWords, standingAt } from '../../src/modules/support/hotline.rules.js';
import { beginningOf, blocksOf, filled, unknownPlaces } from '../../src/modules/support/answer.rules.js';
import { provinceIn, asksForOffice } from '../../src/modules/support/place.rules.js';

const TEXT = 'T2-T6 7:30-11:30 13:00-17:00; T7 8:00-11:30';

describe('duty hours', () => {
  it('are told in words', () => {
    expect(dutyWords(TEXT)).toEqual([
      { days: 'Thứ Hai đến Thứ Sáu', hours: '7:30 đến 11:30, 13:00 đến 17:00' },
      { days: 'Thứ Bảy', hours: '8:00 đến 11:30' },
    ]);
  });

  it.each(['', 'lúc nào cũng được', 'T9 7:00-8:00', 'T2 25'])('that nobody can read are none: %j', (text) => {
    expect(dutyOf(text)).toBeUndefined();
  });

  // 2026-03-16 is a Monday.
  it.each([
    ['2026-03-16', '07:29', false, 'có người trực lại từ 7:30'],
    ['2026-03-16', '07:30', true, 'đến 11:30'],
    ['2026-03-16', '11:30', false, 'có người trực lại từ 13:00'],
    ['2026-03-16', '17:00', false, 'hôm nay không còn giờ trực'],
    ['2026-03-21', '09:00', true, 'đến 11:30'],
    ['2026-03-22', '09:00', false, 'hôm nay không còn giờ trực'],
  ])('on %s at %s', (day, time, open, words) => {
    expect(standingAt(dutyOf(TEXT) ?? [], new Date(`${day}T${time}:00+07:00`), false)).toEqual({ open, words });
  });

  it('end on a public holiday', () => {
    expect(standingAt(dutyOf(TEXT) ?? [], instantAt('2026-03-16', 9), true).open).toBe(false);
  });

  it('may be always', () => {
    expect(standingAt(dutyOf('T2-CN 0:00-24:00') ?? [], instantAt('2026-03-22', 23, 59), false).open).toBe(true);
  });
});

describe('answers', () => {
  it('are paragraphs and points', () => {
    expect(blocksOf('Một.\n- a\n- b\nHai.')).toEqual([
      { kind: 'text', text: 'Một.' },
      { kind: 'list', items: ['a', 'b'] },
      { kind: 'text', text: 'Hai.' },
    ]);
  });

  it('have the figures in force', () => {
    expect(filled('Cần {pension_years} năm, {khong_co}.', { pension_years: '15' })).toBe('Cần 15 năm, {khong_co}.');
    expect(unknownPlaces('{a} {b}', ['a'])).toEqual(['b']);
  });

  it('begin with whole words', () => {
    expect(beginningOf('Một hai ba bốn', 9)).toBe('Một hai …');
  });
});

describe('places', () => {
  const provinces = [
    { code: '48', name: 'Thành phố Đà Nẵng' },
    { code: '79', name: 'Thành phố Hồ Chí Minh' },
    { code: '46', name: 'Thành phố Huế' },
  ];
  it.each([
    ['cơ quan BHXH ở Đà Nẵng', '48'],
    ['bhxh da nang', '48'],
    ['bhxh bình dương', '79'],
    ['bhxh quảng nam', '48'],
    ['bhxh tphcm', '79'],
    ['bhxh mars', undefined],
  ])('%s', (text, code) => {
    expect(provinceIn(text, provinces)?.code).toBe(code);
  });

  it.each([
    ['cơ quan BHXH ở Đà Nẵng', true],
    ['dia chi bhxh da nang', true],
    ['khách sạn ở đà nẵng', false],
    ['bệnh viện ở đà nẵng', false],
  ])('asks for an office: %s', (text, office) => {
    expect(asksForOffice(text)).toBe(office);
  });
});
