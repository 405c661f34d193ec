import { startOfDay, type Day } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { Table } from '../../src/core/db/table.js';
import type { CardRow } from '../../src/modules/records/card.model.js';
import type { GuardianshipRow } from '../../src/modules/records/guardianship.model.js';
import { lastDayAsChild } from '../../src/modules/records/guardianship.rules.js';
import type { ParticipantRow } from '../../src/modules/records/participant.model.js';
import { facilities } from '../data/people.js';
import type { DemoPerson } from '../people.js';
import { participantOf } from './records-people.js';

/** What a family fills. */
export interface FamilyTables {
  readonly people: Table<ParticipantRow>;
  readonly cards: Table<CardRow>;
  readonly guardianships: Table<GuardianshipRow>;
}

const FATHER = '4812345678';

interface Child {
  readonly insuranceNumber: string;
  readonly fullName: string;
  readonly sex: DemoPerson['sex'];
  /** Years and months of age on the day of seeding. */
  readonly age: readonly [number, number];
  readonly objectCode: string;
  readonly level: string;
}

/** Two children of Nguyễn Văn An: one at school, one under six. */
const children: readonly Child[] = [
  {
    ...{ insuranceNumber: '4819000011', fullName: 'Nguyễn Minh Khôi', sex: 'male', age: [10, 4] },
    ...{ objectCode: 'HS', level: '4' },
  },
  {
    ...{ insuranceNumber: '4819000029', fullName: 'Nguyễn Ngọc Hà', sex: 'female', age: [3, 7] },
    ...{ objectCode: 'TE', level: '1' },
  },
];

const bornBefore = (today: Day, [years, months]: Child['age']): Day => {
  const date = new Date(`${today.slice(0, 8)}01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - years * 12 - months);
  return `${date.toISOString().slice(0, 8)}18`;
};

const cardOf = ({ insuranceNumber, objectCode, level }: Child, birthDate: Day, today: Day): CardRow => {
  const year = today.slice(0, 4);
  const [facilityCode, facilityName] = facilities.c;
  const [from, to] =
    objectCode === 'TE'
      ? [birthDate, `${Number(birthDate.slice(0, 4)) + 6}-09-30`]
      : [`${year}-01-01`, `${year}-12-31`];
  return {
    id: newId(),
    insuranceNumber,
    number: `${objectCode}${level}48${insuranceNumber}`,
    objectCode,
    level,
    areaCode: null,
    facilityCode,
    facilityName,
    validFrom: from,
    validTo: to,
    fiveYearsFrom: null,
    issuedOn: from,
    issuedBy: 'BHXH thành phố Đà Nẵng',
    state: 'active',
  };
};

/** Children whose father reads their records; they have no account of their own. */
export const seedFamily = async ({ people, cards, guardianships }: FamilyTables, today: Day): Promise<void> => {
  const born = children.map((child) => bornBefore(today, child.age));
  const persons = children.map(({ insuranceNumber, fullName, sex }, index): DemoPerson => {
    const birthDate = born[index] ?? today;
    const place = { phone: null, street: '25 Nguyễn Chí Thanh', home: 0, household: 1 };
    return { insuranceNumber, citizenId: null, fullName, birthDate, sex, ...place };
  });
  await people.insertMany(persons.map((person) => ({ ...participantOf(person, today), householdRole: '08' })));
  await cards.insertMany(children.map((child, index) => cardOf(child, born[index] ?? today, today)));
  await guardianships.insertMany(
    persons.map(({ insuranceNumber: wardNumber, birthDate }, index) => ({
      id: newId(),
      wardNumber,
      guardianNumber: FATHER,
      relation: 'father' as const,
      paper: 'birth-certificate' as const,
      paperNumber: `${215 + index}/${birthDate.slice(0, 4)}`,
      until: lastDayAsChild(birthDate),
      registeredAt: startOfDay(today),
      registeredBy: 'Lê Thu Hà',
      agencyCode: '04801',
      endedAt: null,
      endReason: null,
      openKey: `${wardNumber}:${FATHER}`,
    })),
  );
};
