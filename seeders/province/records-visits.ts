import { addDays, instantAt, type Day } from '../../src/core/clock.js';
import type { CardRow } from '../../src/modules/records/card.model.js';
import type { VisitLineRow, VisitRow } from '../../src/modules/records/visit.model.js';
import type { Random } from '../random.js';
import { provinceId } from './people.js';

/** Diagnosis with its code of ICD-10. */
const DIAGNOSES = [
  ['J06', 'Nhiễm trùng đường hô hấp trên cấp'],
  ['I10', 'Tăng huyết áp vô căn (nguyên phát)'],
  ['E11', 'Bệnh đái tháo đường không phụ thuộc insuline'],
  ['K29', 'Viêm dạ dày và tá tràng'],
  ['M54', 'Đau lưng'],
  ['J20', 'Viêm phế quản cấp'],
] as const;

const EXAM_FEE = 45_000;
/** Share of the fund in percent; the levels of the cards made here pay so much. */
const SHARE = 80;
/** Every person with a card went so many times at most: two on average. */
const MOST = 4;

interface Made {
  readonly visit: VisitRow;
  readonly line: Omit<VisitLineRow, 'id'>;
}

/** Examinations of the last two years, each with its one cost line. */
export const visitsFor = (
  card: CardRow,
  { today, index, chance }: { readonly today: Day; readonly index: number; readonly chance: Random },
): Made[] =>
  Array.from({ length: chance.int(0, MOST) }, (_, turn): Made => {
    const day = addDays(today, -chance.int(1, 720));
    const admittedAt = instantAt(day, chance.int(7, 16), chance.int(0, 59));
    const [icd10, diagnosis] = chance.pick(DIAGNOSES);
    const code = `T${index}.${turn}`;
    const insurerPaid = (EXAM_FEE * SHARE) / 100;
    const costs = { amount: EXAM_FEE, insurerPaid, coPayment: EXAM_FEE - insurerPaid, selfPaid: 0, otherSource: 0 };
    const { insuranceNumber, facilityCode, facilityName } = card;
    const visit = {
      id: provinceId(3, index * 10 + turn),
      ...{ insuranceNumber, facilityCode, facilityName, code, icd10, diagnosis, admittedAt },
      kind: 'examination' as const,
      cardNumber: card.number,
      dischargedAt: new Date(admittedAt.getTime() + 3_600_000),
      year: day.slice(0, 4),
      otherDiagnoses: null,
      department: 'Khoa Khám bệnh',
      discharge: 'home' as const,
      outcome: 'better' as const,
      followUpOn: null,
      ...costs,
      updatedOn: day,
    };
    const line = {
      ...{ facilityCode, visitCode: code, number: 1, section: 'exam' as const, itemCode: '02.1896' },
      ...{ name: 'Khám bệnh', unit: 'Lần', quantity: 1, unitPrice: EXAM_FEE, percent: SHARE },
      ...costs,
    };
    return { visit, line };
  });
