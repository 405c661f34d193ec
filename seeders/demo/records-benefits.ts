import { addDays, type Day } from '../../src/core/clock.js';
import type { Table } from '../../src/core/db/table.js';
import type { BenefitPaymentRow, BenefitRow } from '../../src/modules/records/benefit.model.js';
import { monthAt, monthIndex } from '../../src/modules/records/month.rules.js';
import type { Participation } from '../../src/modules/records/participation.rules.js';
import * as amounts from '../benefit-amounts.js';
import type { DemoPerson } from '../people.js';
import { random } from '../random.js';
import { AGENCY, benefit, monthly, type Maker, type NewBenefit } from './records-decisions.js';

/** What benefits fill. */
export interface BenefitTables {
  readonly benefits: Table<BenefitRow>;
  readonly benefitPayments: Table<BenefitPaymentRow>;
}

/** A person with the rows of his participation. */
export interface Career {
  readonly person: Pick<DemoPerson, 'insuranceNumber' | 'sex' | 'birthDate'>;
  readonly rows: readonly Participation[];
}

const SEED = 4803;
const BASE_SALARY = 2_340_000;
const firstDay = (month: string): Day => `${month}-01`;
const lastDay = (month: string): Day => addDays(firstDay(monthAt(monthIndex(month) + 1)), -1);

const bhxh = (rows: readonly Participation[]) =>
  rows
    .filter(({ fund, kind }) => fund === 'bhxh' && kind === 'compulsory')
    .toSorted((a, b) => a.fromMonth.localeCompare(b.fromMonth));

/** Days off work that end `daysBack` days ago, paid with the wage of that month. */
const sickness = (maker: Maker, rows: readonly Participation[], daysBack: number, days: number): NewBenefit[] => {
  const fromDay = addDays(maker.today, -daysBack);
  const month = fromDay.slice(0, 7);
  const job = bhxh(rows).find(({ fromMonth, toMonth }) => fromMonth <= month && month <= toMonth);
  if (!job) return [];
  return [
    benefit(maker, {
      ...{ kind: 'sickness_maternity', scheme: 'Ốm đau', fromDay, toDay: addDays(fromDay, days - 1), days },
      ...{ amount: amounts.sickPay(job.wage, days), payer: job.employerName, status: 'paid' },
      decisionNumber: `C70A-${job.employerCode ?? ''}-${month.replace('-', '')}-1`,
      settledIn: `Đợt 1 tháng ${month.slice(5)}/${month.slice(0, 4)}`,
    }),
  ];
};

/** A leave for a child, and some days to recover after it. */
const maternity = (maker: Maker, rows: readonly Participation[]): NewBenefit[] =>
  bhxh(rows)
    .filter(({ status }) => status === 'maternity')
    .flatMap((leave) => {
      const months = monthIndex(leave.toMonth) - monthIndex(leave.fromMonth) + 1;
      const after = addDays(lastDay(leave.toMonth), 1);
      const list = `C70A-${leave.employerCode ?? ''}`;
      const common = { kind: 'sickness_maternity', payer: leave.employerName, status: 'paid' } as const;
      return [
        benefit(maker, {
          ...{ ...common, scheme: 'Thai sản', fromDay: firstDay(leave.fromMonth), toDay: lastDay(leave.toMonth) },
          ...{ days: months * 30, amount: amounts.maternityPay(leave.wage, months, BASE_SALARY) },
          ...{
            decisionNumber: `${list}-${leave.fromMonth.replace('-', '')}-2`,
            settledIn: `Đợt 2 tháng ${leave.fromMonth.slice(5)}/${leave.fromMonth.slice(0, 4)}`,
          },
        }),
        benefit(maker, {
          ...{
            ...common,
            scheme: 'Dưỡng sức, phục hồi sức khỏe sau thai sản',
            fromDay: after,
            toDay: addDays(after, 4),
          },
          ...{
            days: 5,
            amount: amounts.recoveryPay(BASE_SALARY, 5),
            method: 'employer',
            accountEnd: null,
            bankName: null,
          },
          decisionNumber: `${list}-${after.slice(0, 7).replace('-', '')}-1`,
        }),
      ];
    });

/** The oldest stretch paid out in one sum. */
const lumpSum = (maker: Maker, rows: readonly Participation[]): NewBenefit[] => {
  const paid = bhxh(rows).filter(({ lumpSummed }) => lumpSummed);
  const last = paid.at(-1);
  if (!last) return [];
  const months = paid.reduce((sum, row) => sum + monthIndex(row.toMonth) - monthIndex(row.fromMonth) + 1, 0);
  return [
    benefit(maker, {
      ...{ kind: 'lump_sum', scheme: 'BHXH một lần', fromDay: addDays(lastDay(last.toMonth), 400), months },
      ...{ amount: amounts.lumpSum(last.wage, { before2014: 0, since2014: months }), payer: AGENCY, status: 'paid' },
    }),
  ].filter(({ fromDay }) => fromDay <= maker.today);
};

/** Out of work after `job`; whoever finds a new one keeps the rest for later. */
const unemployment = (maker: Maker, job: Participation, status: 'current' | 'ended'): NewBenefit[] => {
  const paid = monthIndex(job.toMonth) - monthIndex(job.fromMonth) + 1;
  const months = amounts.unemploymentMonths(paid);
  if (months === 0) return [];
  const fromDay = addDays(lastDay(job.toMonth), 26);
  const until = addDays(firstDay(monthAt(monthIndex(fromDay.slice(0, 7)) + (status === 'ended' ? 1 : months))), 14);
  return [
    benefit(maker, {
      ...{
        kind: 'unemployment',
        scheme: 'Trợ cấp thất nghiệp',
        fromDay,
        toDay: until,
        months,
        status: until < maker.today ? 'ended' : status,
      },
      ...{ amount: amounts.unemploymentPay(job.wage, BASE_SALARY), payer: AGENCY },
      training: status === 'ended' ? null : 'Học nghề sửa chữa điện lạnh, 4 tháng',
    }),
  ];
};

const pensionOf = (maker: Maker, { person: { sex, birthDate }, rows }: Career) => {
  const last = bhxh(rows).at(-1);
  if (!last || birthDate.slice(0, 4) > '1963') return undefined;
  const from = addDays(lastDay(last.toMonth), 1);
  const ended = from <= addDays(maker.today, -90);
  if (!ended) return undefined;
  return monthly(maker, 'Lương hưu', from, amounts.pension(last.wage, 24, sex === 'female'));
};

const anBenefits = (maker: Maker, rows: readonly Participation[]): NewBenefit[] => [
  ...sickness(maker, rows, 636, 4),
  ...sickness(maker, rows, 1_545, 2),
  ...bhxh(rows)
    .slice(0, 1)
    .flatMap((job) => unemployment(maker, job, 'ended')),
];

const usual = (maker: Maker, career: Career) => {
  const { rows, person } = career;
  const { chance, today } = maker;
  const jobs = bhxh(rows);
  const last = jobs.at(-1);
  const sick = Array.from({ length: chance.int(0, 3) }, () =>
    sickness(maker, rows, chance.int(40, 900), chance.int(1, 6)),
  ).flat();
  const outOfWork = last && monthIndex(last.toMonth) < monthIndex(today) - 2 && person.birthDate > '1964';
  const pension = pensionOf(maker, career);
  const injury = !pension && jobs.length > 0 && chance.chance(0.03);
  const running =
    pension ??
    (injury
      ? monthly(maker, 'Trợ cấp tai nạn lao động hằng tháng', addDays(today, -chance.int(400, 1_500)), 1_872_000)
      : undefined);
  return {
    rows: [
      ...sick,
      ...maternity(maker, rows),
      ...lumpSum(maker, rows),
      ...(outOfWork ? unemployment(maker, last, 'current') : []),
      ...(running?.rows ?? []),
    ],
    payments: running?.payments ?? [],
  };
};

/** Keys of the table are unique: two leaves of one list and one day are one. */
const distinct = (rows: readonly NewBenefit[]): NewBenefit[] => [
  ...new Map(
    rows.map((row) => [`${row.insuranceNumber} ${row.kind} ${row.fromDay} ${row.decisionNumber}`, row]),
  ).values(),
];

/** Benefits that fit the careers of the demo, relative to `today`. */
export const seedBenefits = async (tables: BenefitTables, careers: readonly Career[], today: Day): Promise<void> => {
  const chance = random(SEED);
  const made = careers.map((career, index) => {
    const maker = { insuranceNumber: career.person.insuranceNumber, today, chance };
    return index === 0 ? { rows: anBenefits(maker, career.rows), payments: [] } : usual(maker, career);
  });
  await tables.benefits.insertMany(distinct(made.flatMap(({ rows }) => rows)));
  await tables.benefitPayments.insertMany(made.flatMap(({ payments }) => payments));
};
