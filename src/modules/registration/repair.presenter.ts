import type { FieldFault } from '../../core/errors.js';
import type { DossierRow } from './dossier.model.js';
import type { FormPage } from './form.presenter.js';
import {
  isPicture,
  markedFields,
  markSentence,
  REPAIR_FIELDS,
  REPAIR_WORDS,
  type RepairField,
} from './repair.rules.js';

/** Fields in one part of the page. */
interface Group {
  readonly typed: readonly RepairField[];
  readonly pictures: readonly RepairField[];
}

/** What the page of a correction needs beside form 01. */
export interface RepairPage extends FormPage {
  readonly number: string;
  readonly reason: string;
  /** Names of what is to be corrected, for the head of the page. */
  readonly marks: readonly { readonly field: RepairField; readonly text: string }[];
  /** Shown at first. */
  readonly first: Group;
  /** Folded. */
  readonly rest: Group;
  /** The number that stays, where it is not to be corrected. */
  readonly insuranceNumber: string;
  readonly withoutNewPaper: boolean;
}

const PLACE: readonly RepairField[] = ['province', 'commune', 'street'];

/** An address is corrected as a whole: its lists depend on each other. Without a mark every field stands first. */
const isFirst = (field: RepairField, marked: readonly RepairField[]): boolean =>
  marked.length === 0 || marked.includes(field) || (PLACE.includes(field) && PLACE.some((one) => marked.includes(one)));

const groupOf = (fields: readonly RepairField[]): Group => ({
  typed: fields.filter((field) => !isPicture(field)),
  pictures: fields.filter(isPicture),
});

interface Retry {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[];
}

/** The declared data under the names of form 01. */
export const declaredValues = (dossier: DossierRow): Record<string, string> => {
  const { insuranceNumber, fullName, birthDate, sex, paperNumber, phone, email, street } = dossier;
  const { provinceCode: province, communeCode: commune } = dossier;
  return {
    ...{ insuranceNumber, fullName, birthDate, sex, paperNumber, phone },
    ...{ email: email ?? '', province, commune, street },
  };
};

/** A sentence beside each marked field; a picture that has come in already needs none. */
export const marksOf = ({ wrongFields }: DossierRow, fresh: readonly { readonly kind: string }[]): FieldFault[] =>
  markedFields(wrongFields)
    .filter((field) => !fresh.some(({ kind }) => kind === field))
    .map((field) => ({ field, message: markSentence(field) }));

/** After a try in which something else was wrong: what the officer marked and nobody has touched. It may be right, so it stops nobody. */
export const untouchedOf = (dossier: DossierRow, { values, faults }: Retry): FieldFault[] => {
  const before = declaredValues(dossier);
  return markedFields(dossier.wrongFields)
    .filter((field) => !isPicture(field) && values[field] === before[field])
    .filter((field) => !faults.some((fault) => fault.field === field))
    .map((field) => ({
      field,
      message: `${REPAIR_WORDS[field]} chưa khác lần trước. Cán bộ thấy ô này chưa đúng, hãy xem lại theo giấy tờ.`,
    }));
};

export const toRepairPage = (form: FormPage, dossier: DossierRow): RepairPage => {
  const marked = markedFields(dossier.wrongFields);
  const keepsNumber = !marked.includes('insuranceNumber');
  const fields = REPAIR_FIELDS.filter((field) => field !== 'insuranceNumber' || !keepsNumber);
  return {
    ...form,
    number: dossier.number,
    reason: dossier.reason ?? '',
    marks: marked.map((field) => ({ field, text: REPAIR_WORDS[field] })),
    first: groupOf(fields.filter((field) => isFirst(field, marked))),
    rest: groupOf(fields.filter((field) => !isFirst(field, marked))),
    insuranceNumber: keepsNumber ? dossier.insuranceNumber : '',
    withoutNewPaper: dossier.withoutNewPaper,
  };
};

const SEX: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' };

/** What was typed, for a correction that came too late; lists are left out, their codes tell nobody anything. */
export const typedRows = (values: Readonly<Record<string, string>>): { label: string; value: string }[] =>
  REPAIR_FIELDS.filter((field) => !['province', 'commune'].includes(field) && values[field]).map((field) => ({
    label: REPAIR_WORDS[field],
    value: (field === 'sex' && SEX[values[field] ?? '']) || (values[field] ?? ''),
  }));
