import { dayOf } from '../../core/clock.js';
import type { DossierRow } from './dossier.model.js';
import type { Form01 } from './form01.schema.js';
import { lastDayOf, transitions } from './registration.rules.js';

/** What is known at the moment of correcting beside the form itself. */
export interface Correcting {
  /** Street, commune and province in one line. */
  readonly address: string;
  readonly phoneHash: string;
  readonly repairedHash: string;
  readonly now: Date;
  /** Days within which the dossier can be handed in. */
  readonly days: number;
}

/** Nothing of the refusal is left, and its code and link are used. */
const REOPENED = {
  assessment: 'none',
  reviewerId: null,
  reviewerName: null,
  reviewedAt: null,
  decidedAt: null,
  decidedByName: null,
  reason: null,
  wrongFields: '[]',
  withoutNewPaper: false,
  repairHash: null,
} as const satisfies Partial<DossierRow>;

/** Declared anew: its days and reminders count from today. */
const declaredAgain = (now: Date, days: number): Partial<DossierRow> => {
  const declaredDay = dayOf(now);
  const untouched = { remindedOn: null, handedInAt: null, handedInBy: null, papersSeen: null };
  return { ...untouched, declaredAt: now, declaredDay, lastDay: lastDayOf(declaredDay, days) };
};

/** What a correction writes over a refused dossier: number and agency stay. */
export const toCorrected = (dossier: DossierRow, form: Form01, correcting: Correcting): Partial<DossierRow> => {
  const { address, phoneHash, repairedHash, now, days } = correcting;
  const { agency: _agency, province, commune, commitment: _commitment, ...person } = form;
  const { to: state } = transitions[dossier.withoutNewPaper ? 'correctWithoutPaper' : 'correct'];
  return {
    ...REOPENED,
    ...person,
    ...(dossier.withoutNewPaper ? { handedInAt: now } : declaredAgain(now, days)),
    provinceCode: province,
    communeCode: commune,
    address,
    phoneHash,
    repairedHash,
    state,
    version: dossier.version + 1,
  };
};
