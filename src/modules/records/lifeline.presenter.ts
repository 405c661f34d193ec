import { lengthOf, monthAt, monthsInWords, monthText, rangesOf } from './month.rules.js';
import {
  counts,
  isGap,
  isLate,
  isLumpSummed,
  isSuspended,
  monthsWhere,
  overlaps,
  type History,
  type MonthFacts,
  type Totals,
} from './participation.rules.js';

/** A bar on the line, in months from its beginning. */
interface Bar {
  readonly x: number;
  readonly width: number;
}

interface Year {
  readonly months: number;
  readonly name: string;
  /** Every second name: left out where the line is short. */
  readonly second: boolean;
}

/** The bar of months as the view draws it, with the same said in words. */
export interface Lifeline {
  readonly title: string;
  readonly width: number;
  readonly label: string;
  readonly bars: Readonly<Record<'paid' | 'over' | 'late' | 'gap' | 'rest' | 'lump', readonly Bar[]>>;
  /** Where a year begins. */
  readonly ticks: readonly number[];
  /** Years below the line: how many months of each are shown, and its name unless the space is too narrow. */
  readonly years: readonly Year[];
}

const WORDS = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'];
/** More names of years than this do not fit on a line. */
const YEAR_NAMES = 10;

const yearsOf = ({ first, months }: History): Year[] => {
  const last = first + months.length - 1;
  const names = Array.from(
    { length: Math.floor(last / 12) - Math.floor(first / 12) + 1 },
    (_, i) => Math.floor(first / 12) + i,
  );
  const step = Math.ceil(names.length / YEAR_NAMES);
  let named = 0;
  return names.map((year, index) => {
    const shown = Math.min(last, year * 12 + 11) - Math.max(first, year * 12) + 1;
    const room = Math.min(last + 1, (year + step) * 12) - Math.max(first, year * 12);
    // Less than half of the way to the next name, or to the end, is too narrow for a name.
    const name = index % step === 0 && room > 5 * step ? monthAt(year * 12).slice(0, 4) : '';
    if (name) named += 1;
    return { months: shown, name, second: name !== '' && named % 2 === 0 };
  });
};

const titleOf = (months: number): string => {
  const years = Math.ceil(months / 12);
  return `${WORDS[years - 1] ?? years} năm, từng tháng một`;
};

const labelOf = (history: History, totals: Totals): string => {
  const last = history.first + history.months.length - 1;
  const said = (word: string, months: readonly number[]) => (months.length ? [`${word} ${monthsInWords(months)}`] : []);
  const parts = [
    ...said('trống', totals.gaps),
    ...said('tạm dừng đóng', totals.suspended),
    ...said('trùng', totals.overlaps),
    ...said('chậm đóng', totals.lateMonths),
    ...said('đã hưởng một lần', totals.lumpSummed),
  ];
  return `Từ ${monthText(history.first)} đến ${monthText(last)}: ${parts.length ? parts.join('; ') : 'đóng liên tục'}`;
};

/** Draws the history; undefined when there is nothing to draw. */
export const lifelineOf = (history: History, totals: Totals): Lifeline | undefined => {
  const { first, months } = history;
  if (months.length === 0) return undefined;
  const bars = (test: (facts: MonthFacts) => boolean): Bar[] =>
    rangesOf(monthsWhere(history, test)).map((range) => ({ x: range.from - first, width: lengthOf(range) }));
  const years = yearsOf(history);
  return {
    title: titleOf(months.length),
    width: months.length,
    label: labelOf(history, totals),
    bars: {
      paid: bars((facts) => counts(facts) && !isLate(facts)),
      over: bars(overlaps),
      late: bars(isLate),
      gap: bars(isGap),
      rest: bars(isSuspended),
      lump: bars(isLumpSummed),
    },
    ticks: years.slice(0, -1).map((_, index) => years.slice(0, index + 1).reduce((sum, year) => sum + year.months, 0)),
    years,
  };
};
