import { describe, expect, it } from 'vitest';
import { instantAt } from '../../src/core/clock.js';
import { dutyOf, dutyWords, standingAt } from '../../src/modules/organisation/hotline.rules.js';

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
