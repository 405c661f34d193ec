import { monthAt, monthIndex, type Month } from './month.rules.js';
import {
  counts,
  historyOf,
  isLate,
  isLumpSummed,
  isSuspended,
  totalsOf,
  type MonthFacts,
  type Participation,
  type Totals,
} from './participation.rules.js';

/** How a month of a year stands in one fund. */
export type MonthState = 'paid' | 'late' | 'suspended' | 'lump' | 'none';

/** One fund in one year. */
export interface YearOfFund<Row extends Participation> {
  /** The rows of the year, cut at its ends. */
  readonly rows: readonly Row[];
  /** January to December. */
  readonly months: readonly MonthState[];
  readonly year: Totals;
  /** From the first month on record to the end of the year. */
  readonly upTo: Totals;
}

/** Years in which a row stands, newest first. */
export const yearsOf = (rows: readonly Participation[]): number[] => {
  const years = new Set<number>();
  for (const { fromMonth, toMonth } of rows)
    for (let year = Number(fromMonth.slice(0, 4)); year <= Number(toMonth.slice(0, 4)); year += 1) years.add(year);
  return [...years].sort((a, b) => b - a);
};

const later = (a: Month, b: Month): Month => (a > b ? a : b);
const earlier = (a: Month, b: Month): Month => (a < b ? a : b);

/** Rows cut at both ends; what lies outside is gone. */
const cut = <Row extends Participation>(rows: readonly Row[], first: Month, last: Month): Row[] =>
  rows
    .map((row) => ({ ...row, fromMonth: later(row.fromMonth, first), toMonth: earlier(row.toMonth, last) }))
    .filter(({ fromMonth, toMonth }) => fromMonth <= toMonth);

const stateOf = (facts: MonthFacts | undefined): MonthState => {
  if (!facts) return 'none';
  if (counts(facts)) return isLate(facts) ? 'late' : 'paid';
  if (isLumpSummed(facts)) return 'lump';
  return isSuspended(facts) ? 'suspended' : 'none';
};

export const yearOfFund = <Row extends Participation>(rows: readonly Row[], year: number): YearOfFund<Row> => {
  const january = monthIndex(`${year}-01`);
  const own = cut(rows, monthAt(january), monthAt(january + 11));
  const history = historyOf(own);
  return {
    rows: own,
    months: Array.from({ length: 12 }, (_, index) => stateOf(history.months[january + index - history.first])),
    year: totalsOf(history),
    upTo: totalsOf(historyOf(cut(rows, '0000-01', monthAt(january + 11)))),
  };
};
