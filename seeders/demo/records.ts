import type { Day } from '../../src/core/clock.js';
import type { Table } from '../../src/core/db/table.js';
import type { CardRow } from '../../src/modules/records/card.model.js';
import { monthAt, monthIndex } from '../../src/modules/records/month.rules.js';
import type { ParticipationRow } from '../../src/modules/records/participation.model.js';
import { random } from '../random.js';
import { cardsFor, type CardPlan } from './records-cards.js';
import { seedBenefits, type BenefitTables, type Career } from './records-benefits.js';
import { careerFor, namedCareer } from './records-careers.js';
import { demoPeople, NOBODY } from '../people.js';
import { seedFamily, type FamilyTables } from './records-family.js';
import { participantOf } from './records-people.js';
import { seedVisits, type VisitTables } from './records-visits.js';

/** What the demo fills. */
export interface RecordsTables extends FamilyTables, BenefitTables, VisitTables {
  readonly participations: Table<ParticipationRow>;
}

export const demoNotes: readonly string[] = [
  'Có trong hệ thống HGĐ, chưa có tài khoản: 4811223344 (Trần Thị Bình), sinh 12/05/1990, nữ, CCCD 048190001234',
];

const SEED = 4802;

type NewParticipation = Omit<ParticipationRow, 'id'>;

/** 200 invented people and two children, with their participation and cards, relative to `today`; the same in every installation. */
export const seedDemoRecords = async (tables: RecordsTables, today: Day): Promise<void> => {
  const { people, participations, cards } = tables;
  const chance = random(SEED);
  const everybody = demoPeople().map((person) => participantOf(person, today));
  const rows: NewParticipation[] = [];
  const cardRows: CardRow[] = [];
  const careers: Career[] = [];
  // Data of a month comes in the month after it.
  const lastMonth = monthIndex(today) - 1;
  const updatedOn = `${monthAt(lastMonth + 1)}-${today.slice(8) < '10' ? '01' : '10'}`;
  for (const person of everybody) {
    const { insuranceNumber } = person;
    if (insuranceNumber === NOBODY) continue;
    const career = namedCareer(insuranceNumber, lastMonth) ?? careerFor(person, lastMonth, chance);
    careers.push({ person, rows: career });
    rows.push(...career.map((row) => ({ ...row, insuranceNumber, updatedOn })));
    const plan: CardPlan = {
      insuranceNumber,
      today,
      chance,
      firstMonth: Math.min(...career.map(({ fromMonth }) => monthIndex(fromMonth))),
    };
    cardRows.push(...cardsFor(plan, career));
  }
  await people.insertMany(everybody);
  await participations.insertMany(rows);
  await cards.insertMany(cardRows);
  await seedFamily(tables, today);
  await seedBenefits(tables, careers, today);
  await seedVisits(tables, today);
};
