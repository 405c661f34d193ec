import { monthIndex, type Month } from './month.rules.js';

/** In the order of the tabs. */
export const FUNDS = ['bhxh', 'bhtn', 'bhtnld', 'bhyt'] as const;
export type Fund = (typeof FUNDS)[number];

/** A stretch of months in one fund, as the records hold it. Both months count. */
export interface Participation {
  fund: Fund;
  kind: 'compulsory' | 'voluntary' | 'household';
  fromMonth: Month;
  toMonth: Month;
  employerCode: string | null;
  employerName: string;
  jobTitle: string;
  position: string;
  workplace: string;
  /** Whole đồng a month. */
  wageForContribution: number;
  wage: number;
  /** `late`: the employer has not paid yet. `suspended`: nothing was due. `maternity`: counts although nobody paid. */
  status: 'paid' | 'late' | 'suspended' | 'maternity';
  /** Already paid out as a lump sum: stays visible and counts no more. */
  lumpSummed: boolean | number;
}

/** What is known of one month, over all rows. */
export interface MonthFacts {
  /** Rows that count in it and are settled. */
  paid: number;
  late: number;
  suspended: number;
  lumpSummed: number;
}

/** The months between the first and the last row, each with its facts. */
export interface History {
  /** Index of the first month. */
  readonly first: number;
  readonly months: readonly MonthFacts[];
}

const kindOf = (row: Participation): keyof MonthFacts => {
  if (row.lumpSummed) return 'lumpSummed';
  return row.status === 'late' || row.status === 'suspended' ? row.status : 'paid';
};

/** Lays all rows over one line of months; rows whose months are turned around are left out. */
export const historyOf = (rows: readonly Participation[]): History => {
  const spans = rows
    .map((row) => ({ from: monthIndex(row.fromMonth), to: monthIndex(row.toMonth), kind: kindOf(row) }))
    .filter(({ from, to }) => from <= to);
  const first = spans.reduce((least, { from }) => Math.min(least, from), Infinity);
  const last = spans.reduce((most, { to }) => Math.max(most, to), -Infinity);
  const length = spans.length === 0 ? 0 : last - first + 1;
  const months = Array.from({ length }, (): MonthFacts => ({ paid: 0, late: 0, suspended: 0, lumpSummed: 0 }));
  for (const { from, to, kind } of spans)
    for (const facts of months.slice(from - first, to - first + 1)) facts[kind] += 1;
  return { first: length === 0 ? 0 : first, months };
};

/** Totals and what stands out, all as months. `paid` = `participated` - `late`. */
export interface Totals {
  readonly participated: number;
  readonly late: number;
  readonly paid: number;
  /** Months nobody has settled, ascending. */
  readonly lateMonths: readonly number[];
  /** Months between first and last in which no row stands. */
  readonly gaps: readonly number[];
  /** Months in which two or more rows count; each counts once. */
  readonly overlaps: readonly number[];
  readonly suspended: readonly number[];
  readonly lumpSummed: readonly number[];
}

export const counts = ({ paid, late }: MonthFacts): boolean => paid + late > 0;
export const isLate = ({ paid, late }: MonthFacts): boolean => late > 0 && paid === 0;
export const overlaps = ({ paid, late }: MonthFacts): boolean => paid + late > 1;
export const isLumpSummed = (facts: MonthFacts): boolean => !counts(facts) && facts.lumpSummed > 0;
export const isSuspended = (facts: MonthFacts): boolean => !counts(facts) && !facts.lumpSummed && facts.suspended > 0;
export const isGap = (facts: MonthFacts): boolean => !counts(facts) && !facts.lumpSummed && !facts.suspended;

/** Months of the history for which `test` holds, as indexes. */
export const monthsWhere = ({ first, months }: History, test: (facts: MonthFacts) => boolean): number[] => {
  // A plain loop: this runs several times on every view of the page.
  const found: number[] = [];
  let month = first;
  for (const facts of months) {
    if (test(facts)) found.push(month);
    month += 1;
  }
  return found;
};

/** Months count once however many rows cover them; a late month is settled when any employer has paid it. */
export const totalsOf = (history: History): Totals => {
  const participated = history.months.filter(counts).length;
  const lateMonths = monthsWhere(history, isLate);
  return {
    participated,
    late: lateMonths.length,
    paid: participated - lateMonths.length,
    lateMonths,
    gaps: monthsWhere(history, isGap),
    overlaps: monthsWhere(history, overlaps),
    suspended: monthsWhere(history, isSuspended),
    lumpSummed: monthsWhere(history, isLumpSummed),
  };
};
