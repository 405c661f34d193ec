import { expect, test } from 'vitest';
import { random } from '../../seeders/random.js';
import { yearOfFund, yearsOf, type MonthState } from '../../src/modules/records/confirmation.rules.js';
import { monthAt, monthIndex } from '../../src/modules/records/month.rules.js';
import { historyOf, totalsOf, type Participation } from '../../src/modules/records/participation.rules.js';
import { periodsOf, type Period } from '../../src/modules/records/period.rules.js';

const RUNS = 10_000;
const STATUSES = ['paid', 'paid', 'late', 'suspended', 'maternity'] as const;

const chance = random(14);

/** Up to twelve rows, sorted as the database gives them; some continue the one before, some are turned around. */
const aHistory = (): Participation[] => {
  const rows: Participation[] = [];
  let last = 2010 * 12;
  for (let count = chance.int(0, 12); count > 0; count -= 1) {
    const from = chance.chance(0.4) ? last + 1 : 2010 * 12 + chance.int(0, 180);
    const to = chance.chance(0.03) ? from - 1 : from + chance.int(0, 40);
    const employer = chance.pick(['A', 'A', 'B']);
    rows.push({
      fund: 'bhxh',
      kind: 'compulsory',
      fromMonth: monthAt(from),
      toMonth: monthAt(to),
      employerCode: employer,
      employerName: `Công ty ${employer}`,
      jobTitle: 'Thợ',
      position: 'Công nhân',
      workplace: 'Đà Nẵng',
      wage: chance.pick([10_000_000, 11_000_000]),
      wageForContribution: 10_000_000,
      status: chance.pick(STATUSES),
      lumpSummed: chance.chance(0.15),
    });
    last = to;
  }
  return rows.sort((a, b) => a.fromMonth.localeCompare(b.fromMonth));
};

const monthsOf = ({ fromMonth, toMonth }: Participation): number[] => {
  const [from, to] = [monthIndex(fromMonth), monthIndex(toMonth)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
};

const ascending = (months: Iterable<number>): number[] => [...new Set(months)].sort((a, b) => a - b);

/** What the law counts, said as slowly and as plainly as possible: sets of months. */
const naive = (rows: readonly Participation[]) => {
  const counted = rows.filter(({ status, lumpSummed }) => !lumpSummed && status !== 'suspended');
  const all = ascending(rows.flatMap(monthsOf));
  const each = counted.flatMap(monthsOf);
  const union = ascending(each);
  const settled = new Set(counted.filter(({ status }) => status !== 'late').flatMap(monthsOf));
  const times = new Map<number, number>();
  for (const month of each) times.set(month, (times.get(month) ?? 0) + 1);
  const inUnion = new Set(union);
  const rest = all.filter((month) => !inUnion.has(month));
  const lump = new Set(rows.filter(({ lumpSummed }) => lumpSummed).flatMap(monthsOf));
  const [first = 0, last = -1] = [all[0], all.at(-1)];
  const known = new Set(all);
  return {
    participated: union.length,
    late: union.filter((month) => !settled.has(month)).length,
    paid: settled.size,
    lateMonths: union.filter((month) => !settled.has(month)),
    gaps: Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((month) => !known.has(month)),
    overlaps: union.filter((month) => (times.get(month) ?? 0) > 1),
    suspended: rest.filter((month) => !lump.has(month)),
    lumpSummed: rest.filter((month) => lump.has(month)),
  };
};

test(`totals are those of sets of months, on ${RUNS} random histories`, () => {
  for (let run = 0; run < RUNS; run += 1) {
    const rows = aHistory();
    expect(totalsOf(historyOf(rows))).toEqual(naive(rows));
  }
}, 60_000);

/** Whose work a month is, and how it stands, as one number: ten thousand histories are compared quickly. */
const mark = (
  row: Pick<Participation, 'employerName' | 'wage' | 'lumpSummed'>,
  month: number,
  status: string,
): number =>
  month * 64 +
  Number(row.employerName.endsWith('A')) * 32 +
  Number(row.wage > 10_000_000) * 16 +
  Number(Boolean(row.lumpSummed)) * 8 +
  STATUSES.lastIndexOf(status as 'paid');

const markedMonths = (period: Period): number[] => {
  const states = new Map<number, string>();
  for (const status of ['late', 'maternity', 'suspended'] as const)
    for (const month of period[status]) states.set(month, status);
  return Array.from({ length: period.to - period.from + 1 }, (_, index) => {
    const month = period.from + index;
    return mark(period, month, states.get(month) ?? 'paid');
  });
};

const sorted = (marks: readonly number[]): string => Int32Array.from(marks).sort().join();

test(`periods lose, add and move no month, on ${RUNS} random histories`, () => {
  for (let run = 0; run < RUNS; run += 1) {
    const rows = aHistory();
    const periods = periodsOf(rows);
    const written = rows.flatMap((row) => monthsOf(row).map((month) => mark(row, month, row.status)));
    expect(sorted(periods.flatMap(markedMonths))).toBe(sorted(written));
    const starts = periods.map(({ from }) => from);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    // Each later period says how many of its months an earlier one has counted already: what is left is the union.
    const counted = periods
      .filter(({ lumpSummed }) => !lumpSummed)
      .reduce((sum, { from, to, suspended, overlap }) => sum + to - from + 1 - suspended.length - overlap, 0);
    expect(counted).toBe(naive(rows).participated);
  }
}, 60_000);

test(`the years of a history add up to the whole, on ${RUNS / 10} random histories`, () => {
  for (let run = 0; run < RUNS / 10; run += 1) {
    const rows = aHistory();
    const whole = naive(rows);
    const years = yearsOf(rows.filter(({ fromMonth, toMonth }) => fromMonth <= toMonth)).reverse();
    const each = years.map((year) => ({ year, of: yearOfFund(rows, year) }));
    const monthsIn = (state: MonthState): number[] =>
      each.flatMap(({ year, of }) =>
        of.months.flatMap((found, index) => (found === state ? [monthIndex(`${year}-01`) + index] : [])),
      );
    let paid = 0;
    const sums = each.map(({ of }) => (paid += of.year.paid));
    expect(each.map(({ of }) => of.upTo.paid)).toEqual(sums);
    expect(monthsIn('paid')).toHaveLength(whole.paid);
    expect(monthsIn('late')).toEqual(whole.lateMonths);
    expect(monthsIn('suspended')).toEqual(whole.suspended);
    expect(monthsIn('lump')).toEqual(whole.lumpSummed);
    expect(paid).toBe(whole.paid);
  }
}, 60_000);
