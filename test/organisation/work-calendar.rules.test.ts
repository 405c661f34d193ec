import { describe, expect, it } from 'vitest';
import { holidays } from '../../seeders/data/settings.js';
import { addDays, dayOf, instantAt, MINUTE } from '../../src/core/clock.js';
import {
  afterDays,
  afterHours,
  hoursBetween,
  hoursOf,
  opens,
} from '../../src/modules/organisation/work-calendar.rules.js';

const closed = new Set(holidays.map(([day]) => day));
const hours = hoursOf('7:30-11:30 13:00-17:00') ?? [];
const calendar = (swapped: readonly string[] = [], off: ReadonlySet<string> = closed) => ({
  hours,
  isOpen: (day: string) => opens(day, off, new Set(swapped)),
});

describe('office hours as text', () => {
  it('are spans in order, none over another', () => {
    expect(hours).toEqual([
      { from: 450, to: 690 },
      { from: 780, to: 1020 },
    ]);
    for (const bad of ['', '7:30', '17:00-7:30', '7:30-11:30 11:00-17:00', '7:30-25:00', '7.30-11.30'])
      expect(hoursOf(bad), bad).toBeUndefined();
  });
});

describe('working days', () => {
  it('end with the office hours, the first day not counted, weekends skipped', () => {
    expect(afterDays(instantAt('2026-03-20', 16), 1, calendar())).toEqual(instantAt('2026-03-23', 17));
    expect(afterDays(instantAt('2026-03-21', 9), 1, calendar())).toEqual(instantAt('2026-03-23', 17));
    expect(afterDays(instantAt('2026-03-16', 0), 5, calendar())).toEqual(instantAt('2026-03-23', 17));
  });

  it('pass over Tết 2027: a Thursday before it and five days are the Friday after it', () => {
    expect(afterDays(instantAt('2027-02-04', 10), 1, calendar())).toEqual(instantAt('2027-02-12', 17));
    expect(afterDays(instantAt('2027-02-03', 10), 5, calendar())).toEqual(instantAt('2027-02-17', 17));
  });

  it('count a Saturday that was swapped into a working day', () => {
    expect(afterDays(instantAt('2026-03-20', 10), 1, calendar(['2026-03-21']))).toEqual(instantAt('2026-03-21', 17));
    expect(opens('2027-02-08', closed, new Set(['2027-02-08']))).toBe(true);
  });

  it('are a fault of the calendar where there are none for a year', () => {
    const never = { hours, isOpen: () => false };
    expect(() => afterDays(instantAt('2026-03-20', 10), 1, never)).toThrow('no working day');
  });
});

describe('office hours', () => {
  it('stop at noon, in the evening and over a weekend', () => {
    const friday = instantAt('2026-03-20', 16);
    expect(afterHours(friday, 1, calendar())).toEqual(instantAt('2026-03-20', 17));
    expect(afterHours(friday, 16, calendar())).toEqual(instantAt('2026-03-24', 16));
    expect(afterHours(instantAt('2026-03-16', 11, 30), 1, calendar())).toEqual(instantAt('2026-03-16', 14));
    expect(afterHours(instantAt('2026-03-21', 9), 4, calendar())).toEqual(instantAt('2026-03-23', 11, 30));
  });

  it('between two moments are none backwards', () => {
    const [a, b] = [instantAt('2026-03-20', 16), instantAt('2026-03-23', 8, 30)];
    expect(hoursBetween(a, b, calendar())).toBe(2);
    expect(hoursBetween(b, a, calendar())).toBe(0);
  });
});

/** A made-up calendar and moment, the same for the same seed. */
const drawn = (seed: number) => {
  let state = seed;
  const next = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const start = addDays('2026-01-01', next(700));
  const near = (): string => addDays(start, next(40));
  const moment = instantAt(start, next(24), next(60));
  const days = Array.from({ length: next(12) }, near);
  return { moment, off: new Set(days), swapped: Array.from({ length: next(4) }, near), count: 1 + next(15) };
};

/** The same, minute by minute and day by day. */
const naive = ({ moment, off, swapped, count }: ReturnType<typeof drawn>) => {
  const works = (day: string): boolean =>
    swapped.includes(day) || (![0, 6].includes(new Date(day).getUTCDay()) && !off.has(day));
  let day = dayOf(moment);
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (works(day)) left -= 1;
  }
  const minuteWorks = (at: Date): boolean => {
    const minutes = (at.getTime() - instantAt(dayOf(at), 0).getTime()) / MINUTE;
    return works(dayOf(at)) && ((minutes >= 450 && minutes < 690) || (minutes >= 780 && minutes < 1_020));
  };
  let at = moment;
  for (let left = count * 60; left > 0; at = new Date(at.getTime() + MINUTE)) if (minuteWorks(at)) left -= 1;
  return { days: instantAt(day, 17), hours: at };
};

describe('against a calendar that walks day by day and minute by minute', () => {
  it('days and hours agree on 150 made-up calendars', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const one = drawn(seed);
      const work = calendar(one.swapped, one.off);
      const expected = naive(one);
      expect(afterDays(one.moment, one.count, work), `days of ${seed}`).toEqual(expected.days);
      expect(afterHours(one.moment, one.count, work), `hours of ${seed}`).toEqual(expected.hours);
      expect(hoursBetween(one.moment, expected.hours, work), `between of ${seed}`).toBe(one.count);
    }
  });
});
