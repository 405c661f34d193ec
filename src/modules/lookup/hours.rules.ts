import { dayOf, HOUR } from '../../core/clock.js';

const NAMES = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;
const DAY_NAME = NAMES.join('|');
const DAYS = new RegExp(`(${DAY_NAME})(?:\\s*(?:đến|-|–)\\s*(${DAY_NAME}))?`, 'gu');
const SPANS = /(\d{1,2})[:hg](\d{2})?\s*[-–]\s*(\d{1,2})[:hg](\d{2})?/gu;

/** How a place stands at a moment, as far as its hours can be read. */
export interface OpenState {
  readonly open: boolean;
  /** "đến 17:00", "mở lại lúc 13:00". */
  readonly words: string;
}

const placeOf = (name: string | undefined): number => NAMES.findIndex((day) => day === name);

/** Days of the week a text names; every day when it names none. */
const daysIn = (text: string): ReadonlySet<number> => {
  const days = new Set<number>();
  for (const [, from, to] of text.matchAll(DAYS)) {
    const [first, last] = [placeOf(from), placeOf(to ?? from)];
    for (let day = first; ; day = (day + 1) % NAMES.length) {
      days.add(day);
      if (day === last) break;
    }
  }
  return days.size ? days : new Set(NAMES.keys());
};

interface Span {
  readonly from: number;
  readonly to: number;
}

const minutes = (hour: string | undefined, minute: string | undefined): number =>
  Number(hour ?? 0) * 60 + Number(minute ?? 0);

const spansIn = (text: string): Span[] =>
  [...text.matchAll(SPANS)]
    .map(([, h1, m1, h2, m2]) => ({ from: minutes(h1, m1), to: minutes(h2, m2) }))
    .filter(({ from, to }) => from < to && to <= 24 * 60);

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** "Thứ Hai đến Thứ Sáu, 7:30-11:30, 13:00-17:00" at a moment; nothing where the text says too little to be sure. */
export const openState = (text: string, now: Date, holiday: boolean): OpenState | undefined => {
  const parts = text.split(/[;\n]/u).map((part) => ({ days: daysIn(part), spans: spansIn(part) }));
  if (parts.every(({ spans }) => spans.length === 0)) return undefined;
  if (holiday) return { open: false, words: 'nghỉ lễ hôm nay' };
  const local = new Date(now.getTime() + 7 * HOUR);
  const weekday = new Date(`${dayOf(now)}T00:00:00Z`).getUTCDay();
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const today = parts.filter(({ days }) => days.has(weekday)).flatMap(({ spans }) => spans);
  const at = today.find(({ from, to }) => from <= minute && minute < to);
  if (at) return { open: true, words: `đến ${clock(at.to)}` };
  const next = today.filter(({ from }) => from > minute).sort((a, b) => a.from - b.from)[0];
  return { open: false, words: next ? `mở lại lúc ${clock(next.from)}` : 'hôm nay không còn giờ làm việc' };
};
