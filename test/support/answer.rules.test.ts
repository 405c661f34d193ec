import { describe, expect, it } from 'vitest';
import { beginningOf, blocksOf, filled, unknownPlaces } from '../../src/modules/support/answer.rules.js';
import { provinceIn, asksForOffice } from '../../src/modules/support/place.rules.js';

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
