import type { Day } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { CardRow } from '../../src/modules/records/card.model.js';
import { monthAt, monthIndex } from '../../src/modules/records/month.rules.js';
import type { Participation } from '../../src/modules/records/participation.rules.js';
import { facilities } from '../data/people.js';
import type { Random } from '../random.js';

export interface CardPlan {
  readonly insuranceNumber: string;
  readonly today: Day;
  readonly chance: Random;
  /** First month of participation. */
  readonly firstMonth: number;
}

interface Holder {
  readonly objectCode: string;
  readonly level: string;
}

const holderOf = (career: readonly Participation[]): Holder => {
  const newest = career.filter(({ fund }) => fund === 'bhyt').at(-1);
  if (newest?.kind === 'household') return { objectCode: 'GD', level: '4' };
  const prefix = newest?.employerCode?.slice(0, 2) ?? 'DN';
  return { objectCode: ['HC', 'HX', 'TK'].includes(prefix) ? prefix : 'DN', level: '4' };
};

const fiveYearsAfter = (month: number): Day => `${monthAt(month + 60)}-01`;

/** Cards of last year, this year and, where it is renewed already, next year. */
export const cardsFor = (
  { insuranceNumber, today, chance, firstMonth }: CardPlan,
  career: readonly Participation[],
): CardRow[] => {
  const year = Number(today.slice(0, 4));
  const { objectCode, level } = holderOf(career);
  const isAn = insuranceNumber === '4812345678';
  const renewed = isAn || chance.chance(0.6);
  const usual = isAn || chance.chance(0.5) ? facilities.c : facilities.danang;
  // Who has left work a while ago has no card of this year.
  const ended = career.every(({ toMonth }) => monthIndex(toMonth) < monthIndex(today) - 6);
  const years = [year - 1, ...(ended ? [] : [year]), ...(renewed && !ended ? [year + 1] : [])];
  return years.map((of): CardRow => {
    const [facilityCode, facilityName] = of < year ? facilities.danang : usual;
    return {
      id: newId(),
      insuranceNumber,
      number: `${objectCode}${level}48${insuranceNumber}`,
      objectCode,
      level,
      areaCode: null,
      facilityCode,
      facilityName,
      validFrom: `${of}-01-01`,
      validTo: `${of}-12-31`,
      fiveYearsFrom: fiveYearsAfter(firstMonth),
      issuedOn: `${of - 1}-12-21`,
      issuedBy: 'BHXH thành phố Đà Nẵng',
      state: 'active',
    };
  });
};
