import type { Day } from '../../src/core/clock.js';
import { indexes, provinceLoad, type ProvinceRows } from '../../src/core/province.js';
import { monthAt, monthIndex } from '../../src/modules/records/month.rules.js';
import type { Participation } from '../../src/modules/records/participation.rules.js';
import type { openTables } from '../../src/modules/records/tables.js';
import { cardsFor } from '../demo/records-cards.js';
import { careerFor } from '../demo/records-careers.js';
import { participantOf } from '../demo/records-people.js';
import { provinceId, provincePerson } from './people.js';
import { visitsFor } from './records-visits.js';

/** Of people without any row: children, and those who have only ever been covered by others. */
const WITHOUT = 0.1;
/** With it eight rows a person come out. */
const MOST_JOBS = 3;

type Tables = Pick<ReturnType<typeof openTables>, 'people' | 'participations' | 'cards' | 'visits' | 'visitLines'>;

const cardOf = (number: string, career: readonly Participation[], { today, index }: { today: Day; index: number }) => {
  const { chance } = provincePerson(index);
  const firstMonth = Math.min(...career.map(({ fromMonth }) => monthIndex(fromMonth)));
  const cards = cardsFor({ insuranceNumber: number, today, chance, firstMonth }, career);
  const card = cards.filter(({ validFrom }) => validFrom <= today).at(-1);
  return card ? [{ ...card, id: provinceId(2, index) }] : [];
};

/** A person, about eight rows of participation, a card and two visits each. */
export const provinceRecords = (tables: Tables, today: Day): ProvinceRows => {
  const lastMonth = monthIndex(today) - 1;
  const updatedOn = `${monthAt(lastMonth + 1)}-01`;
  const recordOf = (index: number) => {
    const { person, chance } = provincePerson(index);
    const { insuranceNumber } = person;
    const career = chance.chance(WITHOUT) ? [] : careerFor(person, lastMonth, chance, MOST_JOBS);
    const cards = career.length ? cardOf(insuranceNumber, career, { today, index }) : [];
    return {
      person: { ...participantOf(person, today), id: provinceId(1, index) },
      participations: career.map((row) => ({ ...row, insuranceNumber, updatedOn })),
      cards,
      visits: cards.flatMap((card) => visitsFor(card, { today, index, chance })),
    };
  };
  return (from, to) => {
    const records = indexes(from, to).map(recordOf);
    const visits = records.flatMap((record) => record.visits);
    return [
      provinceLoad(
        tables.people,
        ['insuranceNumber'],
        records.map(({ person }) => person),
      ),
      provinceLoad(
        tables.participations,
        ['insuranceNumber', 'fund', 'fromMonth', 'employerCode'],
        records.flatMap(({ participations }) => participations),
      ),
      provinceLoad(
        tables.cards,
        ['insuranceNumber', 'validFrom'],
        records.flatMap(({ cards }) => cards),
      ),
      provinceLoad(
        tables.visits,
        ['facilityCode', 'code'],
        visits.map(({ visit }) => visit),
      ),
      provinceLoad(
        tables.visitLines,
        ['facilityCode', 'visitCode', 'number'],
        visits.map(({ line }) => line),
      ),
    ];
  };
};
