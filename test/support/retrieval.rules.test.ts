import { describe, expect, it } from 'vitest';
import { buildIndex, search, THRESHOLD } from '../../src/modules/support/retrieval.rules.js';
import { distance } from '../../src/modules/support/typo.rules.js';
import { terms, wordsOf } from '../../src/modules/support/word.rules.js';
import { asked, offTopic } from '../kit/chat/asked.js';
import { entries, measure } from '../kit/chat/measure.js';

describe('questions as people ask them', () => {
  it('are many, labelled with answers that exist, and among them some that have none', () => {
    const known = new Set(entries.map(({ key }) => key));
    expect(entries.length).toBeGreaterThanOrEqual(80);
    expect(asked.length).toBeGreaterThanOrEqual(200);
    expect(offTopic.length).toBeGreaterThanOrEqual(50);
    expect(asked.flatMap(({ right }) => right).filter((code) => !known.has(code))).toEqual([]);
  });

  it('get the right answer, and no answer where there is none', () => {
    const { first, firstThree, refused } = measure(THRESHOLD);
    expect(first).toBeGreaterThanOrEqual(0.9);
    expect(firstThree).toBeGreaterThanOrEqual(0.95);
    expect(refused).toBeGreaterThanOrEqual(0.95);
  });

  it('stand no further than the threshold needs them to: a little more or less is no better', () => {
    const sum = (threshold: number): number => {
      const { first, refused } = measure(threshold);
      return first + refused;
    };
    expect(sum(THRESHOLD)).toBeGreaterThan(sum(THRESHOLD - 0.1));
    expect(sum(THRESHOLD)).toBeGreaterThan(sum(THRESHOLD + 0.1));
  });
});

describe('words', () => {
  it.each([
    ['bảo hiểm xã hội', 'bhxh'],
    ['ko nhan dc otp', 'khong nhan otp'],
    ['quen mk', 'quen matkhau'],
    ['Đổi sđt', 'thaydoi sodt'],
    ['rút BHXH 1 lần', 'rut bhxh motlan'],
    ['vay tiền', 'vay tien'],
    ['thế nào vậy ạ', 'cach'],
  ])('%s', (text, meant) => {
    expect(terms(wordsOf(text)).join(' ')).toBe(meant);
  });

  it.each([
    ['mat', 'mat', 0],
    ['khau', 'khua', 1],
    ['khau', 'khu', 1],
    ['otp', 'xyz', 3],
  ])('%s and %s differ by %i', (a, b, steps) => {
    expect(distance(a, b, 2)).toBe(steps);
  });
});

describe('the index', () => {
  const index = buildIndex([
    { key: 'a', ways: ['Quên mật khẩu', 'Lấy lại mật khẩu'], body: 'Nhập mã OTP.' },
    { key: 'b', ways: ['Mất thẻ BHYT'], body: 'Xin cấp lại thẻ.' },
  ]);

  it.each([
    ['quên mật khẩu', 'a'],
    ['quen matkhau', 'a'],
    ['quen mat khua', 'a'],
    ['mất thẻ bảo hiểm y tế', 'b'],
    ['the bhyt bi mat roi', 'b'],
  ])('finds %s', (text, key) => {
    expect(search(index, text)[0]?.key).toBe(key);
  });

  it.each(['', '???', '   ', '😀', 'ạ ơi', '%', "' OR 1=1 --", '‮abc'])('says nothing to %j', (text) => {
    expect((search(index, text)[0]?.score ?? 0) < THRESHOLD).toBe(true);
  });

  it('says nothing to a text without end', () => {
    expect(search(index, 'x'.repeat(5_000))[0]?.score ?? 0).toBeLessThan(THRESHOLD);
  });

  it('is empty without entries', () => {
    expect(search(buildIndex([]), 'quên mật khẩu')).toEqual([]);
  });
});
