import { describe, expect, it } from 'vitest';
import { dossierIn, masked, packed, smallTalk, unpacked } from '../../src/modules/support/talk.rules.js';

describe('the talk that a page carries', () => {
  it('comes back as it went', () => {
    const turns = [
      { text: 'Quên "mật khẩu" <b>', answer: 'faq:quen-mat-khau' },
      { text: 'BHXH Đà Nẵng', answer: 'offices:48:04801.04802' },
    ];
    expect(unpacked(packed(turns))).toEqual(turns);
  });

  it('is short: what stands longer ago is forgotten', () => {
    const turns = Array.from({ length: 30 }, (_, index) => ({ text: `câu ${index}`, answer: 'none' }));
    expect(unpacked(packed(turns)).map(({ text }) => text)[0]).toBe('câu 18');
  });

  it.each(['', '{', '[]', 'null', '[["a"]]', '[["a","<script>"]]', '[[1,2]]', '[["a","faq:../x"]]', '"x"'])(
    'that was made up is left out: %s',
    (text) => {
      expect(unpacked(text)).toEqual([]);
    },
  );
});

describe('what is no question', () => {
  it.each([
    ['xin chào', 'hello'],
    ['hi ad', 'hello'],
    ['cảm ơn nhiều nhé', 'thanks'],
    ['bạn là ai', 'about'],
    ['bạn bao nhiêu tuổi?', 'about'],
    ['chào bạn cho hỏi quên mật khẩu', undefined],
  ])('%s', (text, kind) => {
    expect(smallTalk(text)).toBe(kind);
  });
});

describe('numbers', () => {
  it.each([
    ['hồ sơ 00412/2026/04802 0905612347', { number: '00412/2026/04802', phone: '0905612347' }],
    ['hs 00412202604802', { number: '00412/2026/04802', phone: '' }],
    ['00412-2026-04802 sdt +84 905 612 347', { number: '00412/2026/04802', phone: '+84905612347' }],
    ['sđt 0905612347', undefined],
  ])('of a dossier are seen in %s', (text, found) => {
    expect(dossierIn(text)).toEqual(found);
  });

  it.each([
    ['mã số 4811223344 của tôi', 'mã số [số] của tôi'],
    ['gọi 0905 612 347', 'gọi [số]'],
    ['viết cho an@vidu.vn', 'viết cho [thư]'],
    ['tôi là Nguyễn Văn An, quên mật khẩu', 'tôi là [tên] , quên mật khẩu'],
    ['đóng 15 năm', 'đóng 15 năm'],
  ])('and names are masked before a question is kept: %s', (text, kept) => {
    expect(masked(text)).toBe(kept);
  });
});
