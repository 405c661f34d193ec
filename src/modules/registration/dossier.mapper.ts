import type { Dossier, DossierChange, DossierListRow } from '../../contracts/registration.js';
import type { DossierRow } from './dossier.model.js';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const select = (fields: readonly (keyof DossierRow)[]): string =>
  fields.map((field) => `d.${snake(field)} AS ${field}`).join(', ');

const LIST = [
  'id',
  'number',
  'kind',
  'state',
  'assessment',
  'agencyCode',
  'insuranceNumber',
  'fullName',
  'birthDate',
  'phone',
  'declaredAt',
  'handedInAt',
  'decidedAt',
  'lastDay',
  'reviewerName',
  'purgedAt',
] as const satisfies readonly (keyof DossierRow)[];

const FULL = [
  ...LIST,
  'sex',
  'paperNumber',
  'email',
  'provinceCode',
  'communeCode',
  'street',
  'address',
  'handedInBy',
  'papersSeen',
  'reviewerId',
  'reviewedAt',
  'decidedByName',
  'reason',
  'version',
  'changes',
  'declaredByName',
] as const satisfies readonly (keyof DossierRow)[];

export const LIST_COLUMNS = select(LIST);
export const FULL_COLUMNS = select(FULL);

export type ListSelection = Pick<DossierRow, (typeof LIST)[number]>;
export type FullSelection = Pick<DossierRow, (typeof FULL)[number]>;

/** What stands where the name was, once the personal data is deleted. */
export const ERASED = '(đã xóa)';

export const toListRow = ({ purgedAt, ...row }: ListSelection): DossierListRow => ({
  ...row,
  fullName: purgedAt ? ERASED : row.fullName,
});

export const toDossier = ({ purgedAt, changes, ...row }: FullSelection): Dossier => ({
  ...row,
  changes: JSON.parse(changes ?? '[]') as DossierChange[],
  fullName: purgedAt ? ERASED : row.fullName,
});
