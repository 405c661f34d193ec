import { addDays, instantAt, type Day } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { Table } from '../../src/core/db/table.js';
import { fundPays } from '../../src/modules/records/entitlement.rules.js';
import type { VisitLineRow, VisitPaperRow, VisitRow } from '../../src/modules/records/visit.model.js';
import { sumOf, yearOf, type Costs } from '../../src/modules/records/visit.rules.js';
import { childTreatment, dialysis, itemOf, treatments, type Treatment } from '../data/medicine.js';
import { facilities } from '../data/people.js';
import { demoPeople, NOBODY } from '../people.js';
import { random, type Random } from '../random.js';

/** What the book of visits fills. */
export interface VisitTables {
  readonly visits: Table<VisitRow>;
  readonly visitLines: Table<VisitLineRow>;
  readonly visitPapers: Table<VisitPaperRow>;
}

type NewLine = Omit<VisitLineRow, 'id'>;
type NewPaper = Omit<VisitPaperRow, 'id'>;

interface Plan {
  readonly insuranceNumber: string;
  readonly day: Day;
  readonly today: Day;
  readonly treatment: Treatment;
  readonly facility: readonly [code: string, name: string];
  /** Share of the card's level, percent. */
  readonly percent: number;
  readonly number: number;
  /** Days off that were certified. */
  readonly leave?: number;
}

interface Treated {
  readonly visit: VisitRow;
  readonly lines: readonly NewLine[];
  readonly papers: readonly NewPaper[];
}

const SEED = 4805;
/** 15 % of the base salary. */
const SMALL_VISIT = 351_000;
const FIRST_CHILD = '4819000011';
const SECOND_CHILD = '4819000029';
/** Place of the person who comes to dialysis three times a week. */
const DIALYSIS = 40;

const covered = (amount: number, percent: number): Costs => {
  const insurerPaid = fundPays({ cost: amount, percent, smallVisit: 0 });
  return { amount, insurerPaid, coPayment: amount - insurerPaid, selfPaid: 0, otherSource: 0 };
};

const linesOf = ({ treatment, percent, facility }: Plan, visitCode: string): NewLine[] => {
  const amounts = treatment.bill.map(([name, quantity]) => Math.round(itemOf(name)[4] * quantity));
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  const share = whole < SMALL_VISIT ? 100 : percent;
  const place = { facilityCode: facility[0], visitCode };
  const bill = treatment.bill.map(([name, quantity], index): NewLine => {
    const [section, itemCode, title, unit, unitPrice] = itemOf(name);
    const costs = covered(amounts[index] ?? 0, share);
    return {
      ...place,
      number: index + 1,
      section,
      itemCode,
      name: title,
      unit,
      quantity,
      unitPrice,
      percent: share,
      ...costs,
    };
  });
  const own = (treatment.own ?? []).map(([name, unit, price], index): NewLine => {
    const quantity = treatment.nights ?? 1;
    const [number, amount] = [bill.length + index + 1, price * quantity];
    const costs = { amount, insurerPaid: 0, coPayment: 0, selfPaid: amount, otherSource: 0 };
    return {
      ...place,
      number,
      section: 'other',
      itemCode: `DV.${100 + index}`,
      name,
      unit,
      quantity,
      unitPrice: price,
      percent: 0,
      ...costs,
    };
  });
  return [...bill, ...own];
};

const papersOf = (
  { insuranceNumber, day, today, treatment, facility, leave, number }: Plan,
  visitCode: string,
): NewPaper[] => {
  const until = addDays(day, treatment.nights ?? 0);
  const paper = (kind: NewPaper['kind'], rest: Pick<NewPaper, 'fromDay' | 'toDay' | 'state'>): NewPaper => ({
    ...{ insuranceNumber, facilityCode: facility[0], facilityName: facility[1], visitCode, kind },
    ...{ serialNumber: `${facility[0]}${kind === 'discharge' ? 'RV' : 'NV'}${String(number).padStart(7, '0')}` },
    ...{ issuedOn: until, year: yearOf(until), updatedOn: today, ...rest },
  });
  return [
    ...(treatment.nights ? [paper('discharge', { fromDay: null, toDay: null, state: 'issued' })] : []),
    ...(leave ? [paper('sick-leave', { fromDay: day, toDay: addDays(day, leave - 1), state: 'settled' })] : []),
  ];
};

const treat = (plan: Plan): Treated => {
  const { insuranceNumber, day, today, treatment, facility, number } = plan;
  const code = `${facility[0]}.${day.replaceAll('-', '')}.${String(number).padStart(6, '0')}`;
  const lines = linesOf(plan, code);
  const nights = treatment.nights ?? 0;
  const visit: VisitRow = {
    ...{ id: newId(), insuranceNumber, facilityCode: facility[0], facilityName: facility[1], code },
    kind: nights ? 'inpatient' : treatment === dialysis ? 'day' : 'examination',
    cardNumber: null,
    admittedAt: instantAt(day, 7 + (number % 3), (number * 7) % 60),
    dischargedAt: instantAt(addDays(day, nights), 10 + (number % 5), (number * 11) % 60),
    year: yearOf(day),
    ...{ icd10: treatment.icd10, diagnosis: treatment.diagnosis, otherDiagnoses: treatment.other ?? null },
    department: treatment.department,
    ...{ discharge: 'home', outcome: treatment === dialysis ? 'same' : 'better' },
    followUpOn: treatment === dialysis ? null : addDays(day, nights + 14),
    ...sumOf(lines),
    updatedOn: today,
  };
  return { visit, lines, papers: papersOf(plan, code) };
};

type Planned = Omit<Plan, 'today' | 'number' | 'day'> & { readonly daysBack: number };

/** Nguyễn Văn An: nothing since November, three visits in the year before, a leave that was paid (records-benefits). */
const anPlans = (insuranceNumber: string): Planned[] => {
  const at = (daysBack: number, treatment: number, facility: Plan['facility'], leave?: number): Planned => ({
    ...{ insuranceNumber, daysBack, percent: 80, facility, treatment: treatments[treatment] ?? childTreatment },
    ...(leave && { leave }),
  });
  return [
    at(118, 0, facilities.danang),
    at(203, 2, facilities.c, 7),
    at(283, 1, facilities.c),
    at(636, 4, facilities.danang, 4),
    at(820, 1, facilities.c),
    at(1_190, 5, facilities.danang),
  ];
};

const childPlans = (insuranceNumber: string, percent: number): Planned[] =>
  [40, 310].map((daysBack) => ({
    insuranceNumber,
    daysBack,
    percent,
    treatment: childTreatment,
    facility: facilities.c,
  }));

const dialysisPlans = (insuranceNumber: string): Planned[] =>
  Array.from({ length: 200 }, (_, index) => ({
    ...{ insuranceNumber, daysBack: 2 + Math.floor((index * 7) / 3), percent: 80 },
    ...{ treatment: dialysis, facility: facilities.danang },
  }));

const usualPlans = (insuranceNumber: string, chance: Random): Planned[] =>
  Array.from({ length: chance.int(0, 4) }, () => ({
    ...{ insuranceNumber, daysBack: chance.int(3, 1_000), percent: 80, treatment: chance.pick(treatments) },
    facility: chance.pick(Object.values(facilities)),
  }));

/** Visits of everybody in the demo but one, with their bills and papers, relative to `today`. */
export const seedVisits = async (tables: VisitTables, today: Day): Promise<void> => {
  const chance = random(SEED);
  const planned = demoPeople().flatMap(({ insuranceNumber }, index) => {
    if (insuranceNumber === NOBODY) return [];
    if (index === 0) return anPlans(insuranceNumber);
    return index === DIALYSIS ? dialysisPlans(insuranceNumber) : usualPlans(insuranceNumber, chance);
  });
  const all = [...planned, ...childPlans(FIRST_CHILD, 80), ...childPlans(SECOND_CHILD, 100)];
  const treated = all.map(({ daysBack, ...plan }, index) =>
    treat({ ...plan, today, day: addDays(today, -daysBack), number: index + 1 }),
  );
  await tables.visits.insertMany(treated.map(({ visit }) => visit));
  await tables.visitLines.insertMany(treated.flatMap(({ lines }) => lines));
  await tables.visitPapers.insertMany(treated.flatMap(({ papers }) => papers));
};
