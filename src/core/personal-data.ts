import { date, dateTime } from './http/format.js';

/** Whose data is asked for. */
export interface DataSubject {
  /** The number by which the audit names the person. */
  readonly person: string;
  readonly accountId: string;
  readonly phone: string;
}

export type DataValue = string | number | boolean | Date | null;

/** One thing on record. Only what `fields` of its section names is given out. */
export type DataRow = object;

/** A field: its label, and how a value is said on paper where the usual form is not enough. */
export type DataField = string | { readonly label: string; readonly say: (value: DataValue) => string };

/** One kind of thing that a module holds about a person. */
export interface DataSection {
  /** `records.participation`. Readers by machine rely on it and on the names of the fields. */
  readonly name: string;
  readonly title: string;
  /** Smaller comes first; 100 unless told. */
  readonly order?: number;
  /** What it is and why it is kept, one sentence. */
  readonly about: string;
  readonly fields: Readonly<Record<string, DataField>>;
  rows(of: DataSubject): Promise<Iterable<DataRow>> | AsyncIterable<DataRow>;
}

export const labelOf = (field: DataField): string => (typeof field === 'string' ? field : field.label);

const DAY = /^\d{4}(-\d{2}){0,2}$/;

/** A value as a paper says it: moments and days in Vietnamese form, yes and no in words. */
export const sayValue = (field: DataField, value: DataValue): string => {
  if (value === null || value === '') return '';
  if (typeof field !== 'string') return field.say(value);
  if (value instanceof Date) return dateTime(value);
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  return typeof value === 'string' && DAY.test(value) ? date(value) : String(value);
};

/** The fields of a row that its section names; what is missing is null. */
export const pick = ({ fields }: DataSection, row: DataRow): Record<string, DataValue> => {
  const values = row as Readonly<Record<string, DataValue>>;
  return Object.fromEntries(Object.keys(fields).map((key) => [key, values[key] ?? null]));
};

/** Says a code by its word, a code without one as it is. */
export const words =
  (of: Readonly<Record<string, string>>) =>
  (value: DataValue): string =>
    of[String(value)] ?? String(value);
