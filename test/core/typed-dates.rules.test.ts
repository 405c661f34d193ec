import { expect, test } from 'vitest';
import { birthIn, dayIn } from '../../src/core/typed-dates.js';

test.each([
  ['16/03/2026', '2026-03-16'],
  ['1/3/2026', '2026-03-01'],
  ['01.03.2026', '2026-03-01'],
  ['2026-03-16', '2026-03-16'],
  ['29/02/2028', '2028-02-29'],
  ['29/02/2026', undefined],
  ['31/04/2026', undefined],
  ['0/1/2026', undefined],
  ['16/03/26', undefined],
  ['hôm nay', undefined],
  ['', undefined],
])('day %s', (text, day) => expect(dayIn(text)).toBe(day));

test.each([
  ['4/9/1985', '1985-09-04'],
  ['09.1985', '1985-09'],
  ['1958', '1958'],
  ['1985-09-04', '1985-09-04'],
  ['1985-9', '1985-09'],
  ['31/02/1990', undefined],
  ['13/1990', undefined],
  ['1899', undefined],
  ['', undefined],
])('birth %s', (text, day) => expect(birthIn(text)).toBe(day));
