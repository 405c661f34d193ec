import { describe, expect, it } from 'vitest';
import { initials } from '../../src/core/http/format.js';
import { fold, nameWords } from '../../src/core/text.js';

describe('a Vietnamese name', () => {
  it('folds to what people type without accents, however its marks are encoded', () => {
    for (const form of ['NFC', 'NFD'] as const)
      expect(fold('Đặng Thị Ngọc Ánh'.normalize(form))).toBe('dang thi ngoc anh');
    expect(nameWords('Đặng Thị Ngọc Ánh')).toEqual(['dang', 'thi', 'ngoc', 'anh']);
  });

  it('stands under its given name', () => {
    expect(initials('Đặng Thị Ngọc Ánh')).toBe('Á');
  });
});
