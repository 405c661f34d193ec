import { monthIndex } from './month.rules.js';
import type { Participation } from './participation.rules.js';

/** Neighbouring rows that differ only in whether they are paid, as one stretch of work. */
export interface Period extends Omit<Participation, 'status' | 'fromMonth' | 'toMonth' | 'lumpSummed'> {
  readonly from: number;
  to: number;
  readonly lumpSummed: boolean;
  readonly late: number[];
  readonly maternity: number[];
  readonly suspended: number[];
  /** Months in which an earlier period counts as well. */
  overlap: number;
}

const SAME = [
  'fund',
  'kind',
  'employerCode',
  'employerName',
  'jobTitle',
  'position',
  'workplace',
  'wage',
  'wageForContribution',
] as const;

const continues = (period: Period, row: Participation, from: number): boolean =>
  period.to === from - 1 &&
  period.lumpSummed === Boolean(row.lumpSummed) &&
  SAME.every((field) => period[field] === row[field]);

const addMonths = (period: Period, status: Participation['status'], from: number, to: number): void => {
  if (status === 'paid') return;
  for (let month = from; month <= to; month += 1) period[status].push(month);
};

const open = (row: Participation, from: number): Period => {
  const { status: _status, fromMonth: _from, toMonth: _to, ...work } = row;
  return {
    ...work,
    from,
    to: from - 1,
    lumpSummed: Boolean(row.lumpSummed),
    late: [],
    maternity: [],
    suspended: [],
    overlap: 0,
  };
};

const overlapWith = (earlier: readonly Period[], period: Period): number => {
  let months = 0;
  for (let month = period.from; month <= period.to; month += 1) {
    if (period.lumpSummed || period.suspended.includes(month)) continue;
    if (
      earlier.some(
        (other) => !other.lumpSummed && other.from <= month && month <= other.to && !other.suspended.includes(month),
      )
    )
      months += 1;
  }
  return months;
};

/** Rows as periods of work, oldest first. `rows` come sorted by first month. */
export const periodsOf = (rows: readonly Participation[]): Period[] => {
  const periods: Period[] = [];
  for (const row of rows) {
    const [from, to] = [monthIndex(row.fromMonth), monthIndex(row.toMonth)];
    if (from > to) continue;
    const known = periods.findLast((period) => continues(period, row, from));
    const period = known ?? open(row, from);
    if (!known) periods.push(period);
    addMonths(period, row.status, from, to);
    period.to = to;
  }
  periods.forEach((period, index) => {
    period.overlap = overlapWith(periods.slice(0, index), period);
  });
  return periods;
};
