import { dayOf, HOUR } from '../../core/clock.js';

/** When somebody answers: days of the week (0 is Sunday) and minutes of the day. */
export interface Duty {
  readonly days: ReadonlySet<number>;
  readonly spans: readonly (readonly [from: number, to: number])[];
}

const DAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];
const NAMES = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

const PART = /^(CN|T[2-7])(?:-(CN|T[2-7]))?((?:\s+\d{1,2}:\d{2}-\d{1,2}:\d{2})+)$/;

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

const daysFrom = (first: string, last: string): Set<number> => {
  const days = new Set<number>();
  const end = DAYS.indexOf(last);
  for (let day = DAYS.indexOf(first); ; day = (day + 1) % DAYS.length) {
    days.add(day);
    if (day === end) return days;
  }
};

/** "T2-T6 7:30-11:30 13:00-17:00; T7 8:00-11:30"; nothing where the text cannot be read. */
export const dutyOf = (text: string): Duty[] | undefined => {
  const parts = text.split(';').map((part) => PART.exec(part.trim()));
  if (parts.some((part) => part === null)) return undefined;
  return parts.map((part) => {
    const [, first = '', last = first, times = ''] = part ?? [];
    const spans = times.trim().split(/\s+/);
    return {
      days: daysFrom(first, last),
      spans: spans.map((span) => {
        const [from = '', to = ''] = span.split('-');
        return [minutesOf(from), minutesOf(to)] as const;
      }),
    };
  });
};

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** Lines for people: days, and hours of the day. */
export const dutyWords = (text: string): { readonly days: string; readonly hours: string }[] =>
  text.split(';').flatMap((part) => {
    const [, first = '', last = '', times = ''] = PART.exec(part.trim()) ?? [];
    if (!first) return [];
    const name = (day: string): string => NAMES[DAYS.indexOf(day)] ?? day;
    const hours = times
      .trim()
      .split(/\s+/)
      .map((span) => span.replace('-', ' đến '));
    return [{ days: last ? `${name(first)} đến ${name(last)}` : name(first), hours: hours.join(', ') }];
  });

/** Whether somebody answers at that moment, and until or from when, on that day; a holiday is no working day. */
export const standingAt = (
  duty: readonly Duty[],
  now: Date,
  holiday: boolean,
): { readonly open: boolean; readonly words: string } => {
  const day = dayOf(now);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const minute = Math.floor(((now.getTime() + 7 * HOUR) % (24 * HOUR)) / 60_000);
  const spans = holiday ? [] : duty.filter(({ days }) => days.has(weekday)).flatMap((part) => part.spans);
  const current = spans.find(([from, to]) => from <= minute && minute < to);
  if (current) return { open: true, words: `đến ${clock(current[1])}` };
  const next = spans.map(([from]) => from).filter((from) => from > minute);
  return {
    open: false,
    words: next.length ? `có người trực lại từ ${clock(Math.min(...next))}` : 'hôm nay không còn giờ trực',
  };
};
