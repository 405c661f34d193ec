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

/** Counts, period by period, the months that an earlier one has counted already. Periods come by first month. */
const countOverlaps = (periods: readonly Period[]): void => {
  const first = periods[0]?.from ?? 0;
  const seen: boolean[] = [];
  for (const period of periods) {
    if (period.lumpSummed) continue;
    for (let month = period.from; month <= period.to; month += 1) {
      if (period.suspended.length > 0 && period.suspended.includes(month)) continue;
      if (seen[month - first]) period.overlap += 1;
      else seen[month - first] = true;
    }
  }
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
  countOverlaps(periods);
  return periods;
};
