import { addDays, dayOf, HOUR, instantAt, type Day } from '../../core/clock.js';

/** A span of office hours, in minutes after midnight. */
export interface OfficeSpan {
  readonly from: number;
  readonly to: number;
}

/** When offices work: the hours of a working day, in order, and whether a day is one. */
export interface WorkTime {
  /** At least one. */
  readonly hours: readonly OfficeSpan[];
  isOpen(day: Day): boolean;
}

const HOURS = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/;

/** "7:30-11:30 13:00-17:00" as spans; undefined when it is none, or spans overlap. */
export const hoursOf = (text: string): readonly OfficeSpan[] | undefined => {
  const spans = text.split(' ').map((part) => {
    const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = HOURS.exec(part) ?? [];
    return { from: Number(fromHour) * 60 + Number(fromMinute), to: Number(toHour) * 60 + Number(toMinute) };
  });
  let last = -1;
  for (const { from, to } of spans) {
    if (from < last || to <= from || to > 24 * 60) return undefined;
    last = to;
  }
  return spans;
};

const SATURDAY = 6;
const SUNDAY = 0;

/** Whether offices work: no weekend and no holiday, or a day off that was swapped into a working day. */
export const opens = (day: Day, holidays: ReadonlySet<Day>, swapped: ReadonlySet<Day>): boolean => {
  if (swapped.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !holidays.has(day);
};

/** A calendar without working days would be searched for ever: a year without one is a fault of the calendar. */
const LONGEST_CLOSURE = 366;

const nextOpen = (day: Day, { isOpen }: WorkTime): Day => {
  for (let step = 1, at = addDays(day, 1); step <= LONGEST_CLOSURE; step += 1, at = addDays(at, 1))
    if (isOpen(at)) return at;
  throw new Error(`no working day within a year after ${day}`);
};

const at = (day: Day, minutes: number): Date => instantAt(day, 0, minutes);

/**
 * When `days` working days are over: the end of the office hours of the last one. The day of the moment itself does not
 * count (Civil Code 2015, article 147), so what comes in on a Friday and has one day is due on Monday.
 */
export const afterDays = (moment: Date, days: number, work: WorkTime): Date => {
  let day = dayOf(moment);
  for (let left = days; left > 0; left -= 1) day = nextOpen(day, work);
  return at(day, work.hours.at(-1)?.to ?? 0);
};

/** The spans of office hours that end after a moment, one behind the other. */
function* spansFrom(moment: Date, work: WorkTime): Generator<{ from: number; to: number }> {
  for (let day = dayOf(moment), isFirst = true; ; day = nextOpen(day, work), isFirst = false) {
    if (isFirst && !work.isOpen(day)) continue;
    for (const span of work.hours) {
      const [from, to] = [at(day, span.from).getTime(), at(day, span.to).getTime()];
      if (to > moment.getTime()) yield { from: Math.max(from, moment.getTime()), to };
    }
  }
}

/** When so many office hours have passed since a moment. */
export const afterHours = (moment: Date, hours: number, work: WorkTime): Date => {
  let left = hours * HOUR;
  for (const { from, to } of spansFrom(moment, work)) {
    if (left <= to - from) return new Date(from + left);
    left -= to - from;
  }
  throw new Error('unreachable');
};

/** Office hours between two moments; 0 when the second is not later. */
export const hoursBetween = (from: Date, to: Date, work: WorkTime): number => {
  let passed = 0;
  for (const span of spansFrom(from, work)) {
    if (span.from >= to.getTime()) break;
    passed += Math.min(span.to, to.getTime()) - span.from;
  }
  return passed / HOUR;
};
