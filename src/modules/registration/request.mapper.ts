import type { DossierChange } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { newId } from '../../core/ids.js';
import { UNTOUCHED } from './declaration.mapper.js';
import type { DossierRow } from './dossier.model.js';
import type { OnFile } from './on-file.queries.js';
import { openKeyOf, type RequestKind } from './request.rules.js';

/** What is known at the moment of asking. */
export interface RequestFacts {
  readonly kind: RequestKind;
  readonly changes: readonly DossierChange[];
  readonly receivedHash: string;
  readonly phoneHash: string;
  readonly now: Date;
}

type Person = Pick<
  DossierRow,
  'fullName' | 'birthDate' | 'sex' | 'paperNumber' | 'provinceCode' | 'communeCode' | 'street'
>;

/** From the approved dossier, else from the registry; undefined where neither tells. */
const personOf = ({ account: { fullName }, approved, entry }: OnFile): Person | undefined => {
  if (approved) {
    const { birthDate, sex, paperNumber, provinceCode, communeCode, street } = approved;
    return { fullName, birthDate, sex, paperNumber, provinceCode, communeCode, street };
  }
  if (!entry) return undefined;
  const { birthDate, sex, paperNumber } = entry;
  const place = { provinceCode: '', communeCode: '', street: '' };
  return { fullName, birthDate, sex, paperNumber: paperNumber ?? '', ...place };
};

/** A request as a dossier: handed in at once, with the data on file; what is asked for stands in `changes`. */
export const toRequest = (onFile: OnFile, facts: RequestFacts): Omit<DossierRow, 'number'> | undefined => {
  const person = personOf(onFile);
  if (!person) return undefined;
  const { account, contact, agencyCode } = onFile;
  const { kind, changes, receivedHash, phoneHash, now } = facts;
  const { insuranceNumber, phone, email } = account;
  const today = dayOf(now);
  return {
    ...UNTOUCHED,
    ...person,
    id: newId(),
    receivedHash,
    kind,
    state: 'handed_in',
    assessment: 'none',
    agencyCode,
    insuranceNumber,
    phone,
    phoneHash,
    email,
    address: contact.address,
    declaredAt: now,
    declaredDay: today,
    lastDay: today,
    handedInAt: now,
    changes: kind === 'change' ? JSON.stringify(changes) : null,
    openKey: openKeyOf(insuranceNumber, kind),
  };
};
