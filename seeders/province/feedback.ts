import { addDays, dayOf, DAY, HOUR, instantAt } from '../../src/core/clock.js';
import type { ModuleContext } from '../../src/core/module.js';
import { indexes, provinceLoad, type ProvinceRows } from '../../src/core/province.js';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import type { EventRow } from '../../src/modules/feedback/case-parts.model.js';
import { blank } from '../../src/modules/feedback/intake.service.js';
import { dueIn, isOpen, type CaseState } from '../../src/modules/feedback/state.rules.js';
import type { Tables } from '../../src/modules/feedback/tables.js';
import { wordsOf } from '../../src/modules/feedback/word.rules.js';
import { stories } from '../data/feedback.js';
import type { Random } from '../random.js';
import { provinceId, provincePerson } from './people.js';

/** One person in five has told something. */
const SHARE = 5;
const THREE_YEARS = 1_095;
const AGENCIES = ['04801', '04801', '04801', '04802', '04803', '04804'] as const;
const OFFICERS = ['Lê Thu Hà', 'Võ Minh Khoa', 'Huỳnh Thị Mai'] as const;
const MONITORS: Readonly<Record<string, string>> = {
  ...{ personal: '00002', participation: '00002', card: '00002', benefits: '00003', treatment: '00004' },
  ...{ technical: '00005', service: '00005' },
};
/** Not of the letters that intake gives: the two never meet. */
const codeOf = (index: number): string => `PA-${String(index).padStart(8, '0')}`;

/** Nearly all are closed, as in an office of some years. */
const stateOf = (chance: Random): CaseState => {
  const roll = chance.next();
  if (roll < 0.002) return 'received';
  if (roll < 0.004) return 'assigned';
  if (roll < 0.01) return 'in_progress';
  if (roll < 0.011) return 'waiting_citizen';
  if (roll < 0.03) return 'answered';
  return roll < 0.04 ? 'merged' : 'closed';
};

const ageOf = (state: CaseState, chance: Random): number => {
  if (isOpen(state)) return chance.int(0, 9);
  return state === 'answered' ? chance.int(2, 20) : chance.int(25, THREE_YEARS);
};

const courseOf = (state: CaseState, chance: Random, now: Date) => {
  const day = addDays(dayOf(now), -ageOf(state, chance));
  const receivedAt = new Date(Math.min(instantAt(day, chance.int(7, 20), chance.int(0, 59)).getTime(), now.getTime()));
  const answerBy = new Date(receivedAt.getTime() + 7 * DAY);
  const classifyBy = new Date(receivedAt.getTime() + DAY);
  const answered = state === 'answered' || state === 'closed';
  const minutes = chance.int(60, 3_200);
  const onTime = minutes <= 2_400;
  const answeredAt = new Date(Math.min(receivedAt.getTime() + minutes * 3 * 60_000, now.getTime()));
  const rated = answered && chance.chance(0.4);
  return {
    ...{ state, receivedAt, classifyBy, answerBy, dueAt: dueIn(state, { classifyBy, answerBy }) },
    pausedAt: state === 'waiting_citizen' ? new Date(receivedAt.getTime() + HOUR) : null,
    ...(answered && { answeredAt, onTime, answerMinutes: minutes }),
    closedAt: state === 'closed' ? new Date(answeredAt.getTime() + 16 * DAY) : null,
    ...(rated && { satisfaction: chance.int(2, 5), solved: true }),
    handOffs: chance.chance(0.2) ? chance.int(1, 3) : 0,
    extendedAt: chance.chance(0.05) ? new Date(receivedAt.getTime() + 4 * DAY) : null,
    assigneeName: state === 'received' ? null : chance.pick(OFFICERS),
    updatedAt: answered ? answeredAt : receivedAt,
  };
};

const caseOf = (index: number, now: Date): CaseRow => {
  const { person, chance } = provincePerson(index);
  const [topicCode, title, body] = chance.pick(stories);
  const handlingAgency = chance.pick(AGENCIES);
  return {
    ...blank,
    ...{ id: provinceId(6, index), code: codeOf(index), ownerAgency: '04801', handlingAgency },
    ...{ monitorAgency: MONITORS[topicCode] ?? '00005', topicCode, channel: 'web', title, body },
    ...{ senderName: person.fullName, phone: person.phone ?? `03${20_000_000 + index}`, email: null, address: '' },
    ...{ insuranceNumber: person.insuranceNumber, anonymous: false, verified: true },
    ...{
      provinceCode: '48',
      communeCode: '',
      place: '',
      aboutAgency: null,
      origin: 'form',
      reference: '',
      receivedBy: '',
    },
    ...courseOf(stateOf(chance), chance, now),
  };
};

const linesOf = ({
  id: caseId,
  receivedAt,
  answeredAt,
  assigneeName,
  handlingAgency,
}: CaseRow): Omit<EventRow, 'id'>[] => {
  const line = { caseId, actorId: '', open: true, note: '' };
  return [
    {
      ...line,
      at: receivedAt,
      kind: 'received',
      actorName: 'Người gửi',
      agencyCode: '',
      title: 'Đã tiếp nhận phản ánh',
    },
    ...(answeredAt
      ? [
          {
            ...line,
            at: answeredAt,
            kind: 'answered',
            actorName: assigneeName ?? '',
            agencyCode: handlingAgency,
            title: 'Đã trả lời',
          },
        ]
      : []),
  ];
};

/** A case of every fifth person, with the words by which it is found and two lines of its timeline. */
export const provinceCases = (
  { clock }: Pick<ModuleContext, 'clock'>,
  { cases, events, words }: Tables,
): ProvinceRows => {
  const now = clock.now();
  return (from, to) => {
    const rows = indexes(from, to)
      .filter((index) => index % SHARE === 0)
      .map((index) => caseOf(index, now));
    return [
      provinceLoad(cases, ['id'], rows),
      provinceLoad(events, ['caseId', 'kind'], rows.flatMap(linesOf)),
      provinceLoad(
        words,
        ['word', 'caseId'],
        rows.flatMap((row) => wordsOf(row).map((word) => ({ word, caseId: row.id, receivedAt: row.receivedAt }))),
      ),
    ];
  };
};
