import type { DossierState } from '../../src/contracts/registration.js';
import { addDays, dayOf, DAY, HOUR, instantAt, MINUTE } from '../../src/core/clock.js';
import type { ModuleContext } from '../../src/core/module.js';
import { indexes, provinceLoad, type ProvinceRows } from '../../src/core/province.js';
import { wordsOf } from '../../src/modules/registration/dossier-parts.model.js';
import type { DossierRow } from '../../src/modules/registration/dossier.model.js';
import { WITHOUT_PERSON } from '../../src/modules/registration/erasure.service.js';
import { dossierNumber } from '../../src/modules/registration/registration.rules.js';
import type { Tables } from '../../src/modules/registration/tables.js';
import { homeOf } from '../data/people.js';
import { linesOf } from '../demo/registration.js';
import { refusals } from '../data/registration-demo.js';
import type { Random } from '../random.js';
import { provinceId, provincePerson } from './people.js';

const AGENCIES = ['04801', '04801', '04802', '04802', '04803', '04804'] as const;
const OFFICERS = ['Lê Thu Hà', 'Võ Minh Khoa', 'Huỳnh Thị Mai'] as const;
/** Above the numbers that offices give by themselves. */
const FIRST_NUMBER = 1_000_000;
const DAYS = 10;
/** Approved ones go back so many days. */
const THREE_YEARS = 1_095;

/** Where a dossier stands: nearly all are decided, as in an office of some years. */
const stateOf = (chance: Random): DossierState => {
  const roll = chance.next();
  if (roll < 0.005) return 'declared';
  if (roll < 0.01) return 'handed_in';
  if (roll < 0.012) return 'in_review';
  if (roll < 0.022) return 'refused';
  return roll < 0.08 ? 'expired' : 'approved';
};

/** Days ago on which it was declared: open and refused ones are young, or they would be gone. */
const ageOf = (state: DossierState, chance: Random): number => {
  if (state === 'approved') return chance.int(2, THREE_YEARS);
  if (state === 'expired') return chance.int(DAYS + 2, THREE_YEARS);
  if (state === 'refused') return chance.int(3, 25);
  return state === 'declared' ? chance.int(0, DAYS - 1) : chance.int(1, DAYS - 1);
};

/** What happened to it until now. */
const courseOf = (state: DossierState, chance: Random, now: Date) => {
  const day = addDays(dayOf(now), -ageOf(state, chance));
  const declaredAt = new Date(Math.min(instantAt(day, chance.int(7, 20), chance.int(0, 59)).getTime(), now.getTime()));
  const declaredDay = dayOf(declaredAt);
  const handedIn = !['declared', 'expired'].includes(state);
  const reviewed = handedIn && state !== 'handed_in';
  const decided = state === 'approved' || state === 'refused';
  const officer = chance.pick(OFFICERS);
  const at = (milliseconds: number): Date => new Date(Math.min(declaredAt.getTime() + milliseconds, now.getTime()));
  const refusal = state === 'refused' ? chance.pick(refusals) : undefined;
  return {
    state,
    assessment: state === 'approved' ? ('valid' as const) : decided ? ('invalid' as const) : ('none' as const),
    ...{ declaredAt, declaredDay, lastDay: addDays(declaredDay, DAYS) },
    handedInAt: handedIn ? at(DAY) : null,
    handedInBy: handedIn ? officer : null,
    papersSeen: handedIn ? 'Căn cước' : null,
    reviewerName: reviewed ? officer : null,
    reviewedAt: reviewed ? at(DAY + HOUR) : null,
    decidedAt: decided ? at(DAY + HOUR + 20 * MINUTE) : null,
    decidedByName: decided ? officer : null,
    reason: refusal?.reason ?? null,
    wrongFields: JSON.stringify(refusal?.fields ?? []),
    purgedAt: state === 'expired' ? instantAt(addDays(declaredDay, DAYS + 1), 0, 5) : null,
    version: 1 + Number(handedIn) + Number(reviewed) + Number(decided),
  };
};

/** What this module does not use for such a dossier. */
const NOTHING = {
  ...{ receivedHash: null, remindedOn: null, reviewerId: null, repairHash: null, repairedHash: null, changes: null },
  ...{ declaredByName: null, openKey: null, email: null },
  withoutNewPaper: false,
};

/** One registration a person, with its history and the words by which its name is found; no pictures. */
export const provinceDossiers = (
  { clock, keyedHash }: Pick<ModuleContext, 'clock' | 'keyedHash'>,
  { dossiers, history, words }: Tables,
): ProvinceRows => {
  const now = clock.now();
  const dossierOf = (index: number): DossierRow => {
    const { person, chance } = provincePerson(index);
    const course = courseOf(stateOf(chance), chance, now);
    const { communeCode, now: commune } = homeOf(person.home);
    const { insuranceNumber, fullName, sex, street } = person;
    const agencyCode = chance.pick(AGENCIES);
    const phone = person.phone ?? `03${20_000_000 + index}`;
    return {
      ...NOTHING,
      id: provinceId(5, index),
      number: dossierNumber(FIRST_NUMBER + index, course.declaredDay.slice(0, 4), agencyCode),
      kind: 'new',
      ...{ agencyCode, insuranceNumber, fullName, sex, phone, communeCode, street },
      birthDate: person.birthDate.split('-').reverse().join('/'),
      paperNumber: person.citizenId ?? '',
      phoneHash: keyedHash('registration.phone', phone),
      provinceCode: '48',
      address: `${street}, ${commune}, thành phố Đà Nẵng`,
      ...course,
      ...(course.purgedAt && WITHOUT_PERSON),
    };
  };
  return (from, to) => {
    const rows = indexes(from, to).map(dossierOf);
    return [
      provinceLoad(dossiers, ['id'], rows),
      provinceLoad(history, ['dossierId', 'title'], rows.flatMap(linesOf)),
      provinceLoad(words, ['dossierId', 'word'], rows.flatMap(wordsOf)),
    ];
  };
};
