import { presentAct } from '../../core/audit/changes.js';
import type { JournalRow } from '../../core/audit/journal.js';
import type { Day } from '../../core/clock.js';
import { date, longDate } from '../../core/http/format.js';
import { calendarPaths } from './paths.js';
import { KIND_WORDS, warningsOf, type CalendarDay, type DayKind } from './work-calendar-admin.rules.js';

export interface CalendarFacts {
  readonly year: string;
  readonly today: Day;
  readonly days: readonly CalendarDay[];
  readonly history: readonly JournalRow[];
  readonly acts: Readonly<Record<string, string>>;
}

/** The calendar of a year. */
export const presentCalendar = ({ year, today, days, history, acts }: CalendarFacts) => {
  const shown = (kind: DayKind) =>
    days
      .filter((one) => one.kind === kind)
      .map(({ day, name }) => ({
        href: calendarPaths.day(day),
        day: date(day),
        weekday: longDate(day).split(',')[0],
        name,
      }));
  const years = [-1, 0, 1, 2].map((step) => String(Number(today.slice(0, 4)) + step));
  return {
    title: 'Lịch làm việc',
    year,
    action: calendarPaths.list(),
    years: [...new Set([...years, year])].sort().map((one) => ({
      label: one,
      href: calendarPaths.list({ nam: one }),
      current: one === year,
    })),
    warnings: warningsOf(year, days, today),
    off: shown('off'),
    work: shown('work'),
    kinds: (Object.keys(KIND_WORDS) as DayKind[]).map((kind) => ({ value: kind, text: KIND_WORDS[kind] })),
    history: history.map((row) => presentAct(row, acts)),
  };
};

/** One day of it. */
export const presentDay = ({ day, name, kind }: CalendarDay) => ({
  title: longDate(day),
  name,
  kind: KIND_WORDS[kind],
  back: calendarPaths.list({ nam: day.slice(0, 4) }),
  action: calendarPaths.day(day),
  remove: calendarPaths.removeDay(day),
});
