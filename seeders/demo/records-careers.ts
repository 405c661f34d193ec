import { monthAt } from '../../src/modules/records/month.rules.js';
import type { ParticipantRow } from '../../src/modules/records/participant.model.js';
import type { Fund, Participation } from '../../src/modules/records/participation.rules.js';
import { employers, jobs, otherEmployers, type DemoEmployer } from '../data/people.js';
import type { Random } from '../random.js';

/** A stretch of one job before it is spread over the funds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly employer: DemoEmployer;
  readonly job: readonly [job: string, position: string];
  readonly wage: number;
  readonly status: Participation['status'];
  readonly lumpSummed?: boolean;
}

const FUNDS: readonly Fund[] = ['bhxh', 'bhtn', 'bhtnld', 'bhyt'];
/** At most so many rows a person. */
const MOST_ROWS = 30;

const row = (stretch: Stretch, fund: Fund): Participation => ({
  fund,
  kind: 'compulsory',
  fromMonth: monthAt(stretch.from),
  toMonth: monthAt(stretch.to),
  employerCode: stretch.employer.code,
  employerName: stretch.employer.name,
  jobTitle: stretch.job[0],
  position: stretch.job[1],
  workplace: stretch.employer.workplace,
  wageForContribution: stretch.wage,
  wage: stretch.wage,
  status: stretch.status,
  // A lump sum is paid out of the fund for pensions only.
  lumpSummed: fund === 'bhxh' && Boolean(stretch.lumpSummed),
});

/** The same stretches in every fund; the oldest are left out where they would be too many. */
const compulsory = (stretches: readonly Stretch[]): Participation[] => {
  const most = stretches.slice(-Math.floor(MOST_ROWS / FUNDS.length));
  return FUNDS.flatMap((fund) => most.map((stretch) => row(stretch, fund)));
};

/** Counted back from the last month of data: a gap, two employers at once, two months unpaid at the end. */
const anCareer = (last: number): Participation[] => {
  const technician = { employer: employers.electronics, job: ['Kỹ thuật viên', 'Nhân viên'], wage: 9_800_000 } as const;
  const leader = {
    employer: employers.electronics,
    job: ['Tổ trưởng kỹ thuật', 'Tổ trưởng'],
    wage: 12_500_000,
  } as const;
  return compulsory([
    {
      employer: employers.textile,
      job: ['Công nhân bảo trì', 'Công nhân'],
      wage: 6_200_000,
      from: last - 95,
      to: last - 62,
      status: 'paid',
    },
    { ...technician, from: last - 60, to: last - 32, status: 'paid' },
    {
      employer: employers.cooling,
      job: ['Thợ sửa chữa, hợp đồng thời vụ', 'Nhân viên'],
      wage: 7_000_000,
      from: last - 33,
      to: last - 30,
      status: 'paid',
    },
    { ...leader, from: last - 29, to: last - 2, status: 'paid' },
    { ...leader, from: last - 1, to: last, status: 'late' },
  ]);
};

const binhCareer = (last: number): Participation[] => {
  const work = { employer: employers.textile, job: ['Công nhân may', 'Công nhân'], wage: 7_400_000 } as const;
  return compulsory([
    { ...work, from: last - 70, to: last - 31, status: 'paid' },
    { ...work, from: last - 30, to: last - 25, status: 'maternity' },
    { ...work, from: last - 24, to: last, status: 'paid' },
  ]);
};

/** The careers of the people that documents and tests call by name. */
export const namedCareer = (insuranceNumber: string, last: number): Participation[] | undefined => {
  if (insuranceNumber === '4812345678') return anCareer(last);
  return insuranceNumber === '4811223344' ? binhCareer(last) : undefined;
};

/** Half a million steps, growing with the years. */
const wageIn = (month: number, last: number, chance: Random): number =>
  Math.max(4_000_000, (chance.int(16, 30) - Math.floor((last - month) / 12)) * 500_000);

/** Splits the end of a stretch off with another status. */
const withTail = (stretch: Stretch, months: number, status: Participation['status']): Stretch[] =>
  stretch.to - stretch.from < months
    ? [stretch]
    : [
        { ...stretch, to: stretch.to - months },
        { ...stretch, from: stretch.to - months + 1, status },
      ];

const employed = (woman: boolean, last: number, chance: Random, most: number): Participation[] => {
  const stretches: Stretch[] = [];
  let to = last - (chance.chance(0.15) ? chance.int(4, 30) : 0);
  const changes = chance.int(1, most);
  for (let index = 0; index < changes; index += 1) {
    const from = to - chance.int(8, 40);
    const job = {
      from,
      to,
      employer: chance.pick(otherEmployers),
      job: chance.pick(jobs),
      wage: wageIn(to, last, chance),
      status: 'paid' as const,
    };
    if (index === 0 && chance.chance(0.2)) stretches.unshift(...withTail(job, chance.int(1, 5), 'late'));
    else if (woman && chance.chance(0.2)) stretches.unshift(...withTail(job, 6, 'maternity'));
    else if (chance.chance(0.1)) stretches.unshift(...withTail(job, chance.int(1, 4), 'suspended'));
    else stretches.unshift({ ...job, lumpSummed: index === changes - 1 && index > 1 && chance.chance(0.4) });
    // Some change without a pause, some with one, some begin the next job before the last has ended.
    to = from - 1 + (chance.chance(0.2) ? chance.int(1, 3) : chance.chance(0.5) ? -chance.int(1, 14) : 0);
  }
  return compulsory(stretches);
};

/** Voluntary BHXH in stretches, and health insurance with the household. */
const voluntary = (last: number, chance: Random): Participation[] => {
  const since = last - chance.int(18, 90);
  const pause = since + chance.int(6, 12);
  const own = (from: number, to: number, fund: Fund): Participation => ({
    ...row({ from, to, employer: { code: '', name: '', workplace: '' }, job: ['', ''], wage: 0, status: 'paid' }, fund),
    employerCode: null,
    kind: fund === 'bhyt' ? 'household' : 'voluntary',
    employerName: fund === 'bhyt' ? 'Tham gia theo hộ gia đình' : 'Tham gia BHXH tự nguyện',
    wage: 0,
    wageForContribution: fund === 'bhyt' ? 2_340_000 : chance.int(3, 8) * 500_000,
  });
  return [own(since, pause, 'bhxh'), own(pause + chance.int(2, 4), last, 'bhxh'), own(since, last, 'bhyt')];
};

/** A working life of at most so many jobs that ends about `last`: gaps, overlaps, late months, two employers. */
export const careerFor = (
  { sex }: Pick<ParticipantRow, 'sex'>,
  last: number,
  chance: Random,
  mostJobs = 5,
): Participation[] =>
  chance.chance(0.15) ? voluntary(last, chance) : employed(sex === 'female', last, chance, mostJobs);
