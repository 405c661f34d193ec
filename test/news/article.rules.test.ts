import { expect, test } from 'vitest';
import { placeIn, placeText, searchWords, slugOf, stepsOf } from '../../src/modules/news/article.rules.js';

test('a title gives an address of folded words, cut between words', () => {
  expect(slugOf('Mức đóng BHYT: từ 01/7/2026!')).toBe('muc-dong-bhyt-tu-01-7-2026');
  expect(slugOf('Đăng ký', 3)).toBe('dang-ky-3');
  expect(slugOf('từ '.repeat(3) + 'bảo hiểm xã hội tự nguyện '.repeat(9)).length).toBeLessThanOrEqual(80);
  expect(slugOf('😀😀')).toBe('bai-viet');
});

test('what may be done depends on the state', () => {
  const draft = { state: 'draft', version: 1, publishedVersion: 0, guide: false } as const;
  expect(stepsOf(draft)).toEqual(['publish', 'schedule', 'remove']);
  const live = { ...draft, state: 'published', publishedVersion: 1 } as const;
  expect(stepsOf(live)).toEqual(['withdraw', 'pin']);
  expect(stepsOf({ ...live, version: 2 })).toEqual(['publish', 'withdraw', 'pin']);
  expect(stepsOf({ ...live, guide: true })).toEqual(['withdraw']);
});

test('a place survives its text; anything else is the first page', () => {
  const place = { at: new Date(1_700_000_000_000), id: '01a20ec2-530c-7281-9fa6-0b1d40dc2e07' };
  expect(placeIn(placeText(place))).toEqual(place);
  for (const text of ['', '1_2', '-1_x', `9e9_${place.id}`, "' OR 1=1"]) expect(placeIn(text)).toBeUndefined();
});

test('words of an article are folded and each is kept once', () => {
  expect(searchWords('Thẻ BHYT', 'Thẻ mới, thẻ cũ')).toEqual(['the', 'bhyt', 'moi', 'cu']);
});
