import { describe, expect, test } from 'vitest';
import {
  birthHint,
  differences,
  nameHint,
  nameKey,
  numberHint,
  sameName,
} from '../../src/modules/approval/comparison.rules.js';

describe('names', () => {
  test.each([
    ['Trần Thị Bình', 'TRẦN THỊ BÌNH', 'case'],
    ['Trần Thị Bình', '  Trần   Thị Bình ', 'blanks'],
    ['Trần Thị Bình'.normalize('NFD'), 'Trần Thị Bình'.normalize('NFC'), 'composition'],
    ['Nguyễn Văn Hòa', 'Nguyễn Văn Hoà', 'place of the tone in "hòa"'],
    ['Lê Thị Thúy', 'Lê Thị Thuý', 'place of the tone in "thúy"'],
    ['Hoàng Khỏe', 'Hoàng Khoẻ', 'place of the tone in "khỏe"'],
    ['Đặng Quý', 'đặng quý', 'đ in both cases'],
    ['Nguyễn\u00a0An', 'Nguyễn An', 'blank that does not break'],
  ])('%s equals %s: %s', (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
  });

  test.each([
    ['Trần Thị Bình', 'Trần Thị Binh', 'tone missing'],
    ['Trần Thị Bình', 'Trần Thị Bính', 'another tone'],
    ['Nguyễn Văn An', 'Nguyễn Văn Ân', 'mark of the letter'],
    ['Đỗ An', 'Dỗ An', 'đ and d'],
    ['Lê Hòa', 'Lê Hóa', 'another tone in "hoa"'],
    ['Lê Mai', 'Lê Mai Hoa', 'a word more'],
    ['Lê Thị Mai', 'Thị Lê Mai', 'another order'],
    ['', '', 'no name at all'],
    ['', 'Lê Mai', 'one missing'],
  ])('%s is not %s: %s', (a, b) => expect(sameName(a, b)).toBe(false));

  test('the key keeps the marks of letters', () => expect(nameKey('ƯỞNG')).not.toBe(nameKey('UỞNG')));
});

const marked = (a: string, b: string, unit: 'character' | 'word' = 'character'): [string, string] => {
  const show = (side: { text: string; same: boolean }[]): string =>
    side.map(({ text, same }) => (same ? text : `[${text}]`)).join('');
  const [left, right] = differences(a, b, unit);
  return [show(left), show(right)];
};

describe('what differs', () => {
  test.each([
    ['4811223344', '4811223344', '4811223344', '4811223344'],
    ['4811223344', '4811223354', '48112233[4]4', '48112233[5]4'],
    ['048088002417', '048088002471', '0480880024[17]', '0480880024[71]'],
    ['1990', '12/05/1990', '1990', '[12/05/]1990'],
    ['Nguyễn An', 'Nguyễn Ân', 'Nguyễn [A]n', 'Nguyễn [Â]n'],
    ['abc', 'xyz', '[abc]', '[xyz]'],
    ['', 'a', '', '[a]'],
  ])('%s beside %s', (a, b, left, right) => expect(marked(a, b)).toEqual([left, right]));

  test('whole words in addresses', () => {
    expect(
      marked('Tổ 3, phường Hòa Cường, Đà Nẵng', 'Tổ 3, phường Hòa Cường Nam, quận Hải Châu, Đà Nẵng', 'word')[0],
    ).toBe('Tổ 3, phường Hòa Cường, Đà Nẵng');
    expect(marked('12 Lê Lợi', '12 Lê Lai', 'word')).toEqual(['12 Lê [Lợi]', '12 Lê [Lai]']);
  });

  test('nothing is lost: the pieces put together give the text', () => {
    const pairs = [
      ['12 Lê Lợi, Đà Nẵng', '5/7 Trần Phú'],
      ['x'.repeat(500), 'y'.repeat(500)],
      ['  a  b', 'a b '],
    ] as const;
    for (const [a, b] of pairs)
      for (const unit of ['character', 'word'] as const) {
        const [left, right] = differences(a, b, unit);
        expect(left.map(({ text }) => text).join('')).toBe(a);
        expect(right.map(({ text }) => text).join('')).toBe(b);
      }
  });
});

describe('hints', () => {
  test.each([
    ['048088002417', '048088002471', 'Hai chữ số liền nhau đảo chỗ'],
    ['048088002417', '048088002419', 'Khác 1 ký tự'],
    ['048088002417', '201234567', '12 và 9 ký tự'],
  ])('numbers %s, %s', (a, b, words) => expect(numberHint(a, b)).toBe(words));
  test.each([
    ['Trần Binh', 'Trần Bình', 'Chỉ khác dấu'],
    ['Đỗ Lan', 'Do Lan', 'Chỉ khác dấu'],
    ['Trần Bình', 'Trần Bính An', 'Khác chữ'],
  ])('names %s, %s', (a, b, words) => expect(nameHint(a, b)).toBe(words));
  test.each([
    ['12/05/1990', '1990', 'Một bên chỉ biết năm hoặc tháng'],
    ['05/1990', '12/05/1990', 'Một bên chỉ biết năm hoặc tháng'],
    ['12/05/1990', '13/05/1990', 'Cùng năm, khác ngày tháng'],
    ['12/05/1990', '12/05/1991', 'Khác năm sinh'],
  ])('birth dates %s, %s', (a, b, words) => expect(birthHint(a, b)).toBe(words));
});
