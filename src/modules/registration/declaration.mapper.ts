import { dayOf } from '../../core/clock.js';
import { newId } from '../../core/ids.js';
import type { DossierRow } from './dossier.model.js';
import type { Form01 } from './form01.schema.js';
import { lastDayOf } from './registration.rules.js';

/** What is known at the moment of declaring beside the form itself. */
export interface Circumstances {
  /** Street, commune and province in one line. */
  readonly address: string;
  readonly receivedHash: string;
  readonly phoneHash: string;
  readonly now: Date;
  /** Days within which the dossier can be handed in. */
  readonly days: number;
}

/** Nothing has happened to it yet. */
export const UNTOUCHED = {
  remindedOn: null,
  handedInAt: null,
  handedInBy: null,
  papersSeen: null,
  reviewerId: null,
  reviewerName: null,
  reviewedAt: null,
  decidedAt: null,
  decidedByName: null,
  reason: null,
  wrongFields: '[]',
  withoutNewPaper: false,
  repairHash: null,
  repairedHash: null,
  changes: null,
  declaredByName: null,
  openKey: null,
  purgedAt: null,
  version: 1,
} as const satisfies Partial<DossierRow>;

/** A new dossier from a checked form; its number is given last, inside the unit of work. */
export const toNewDossier = (form: Form01, circumstances: Circumstances): Omit<DossierRow, 'number'> => {
  const { address, receivedHash, phoneHash, now, days } = circumstances;
  const { agency, province, commune, commitment: _, ...person } = form;
  const declaredDay = dayOf(now);
  return {
    ...UNTOUCHED,
    ...person,
    id: newId(),
    receivedHash,
    kind: 'new',
    state: 'declared',
    assessment: 'none',
    agencyCode: agency,
    provinceCode: province,
    communeCode: commune,
    address,
    phoneHash,
    declaredAt: now,
    declaredDay,
    lastDay: lastDayOf(declaredDay, days),
  };
};
