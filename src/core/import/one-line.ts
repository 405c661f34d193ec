import { InvalidError, type FieldFault } from '../errors.js';
import type { SqlValue } from '../db/dialect.js';
import type { ImportColumn, Importer } from './importer.js';

/** A line as a form has it: text by column name. */
export type Cells = Readonly<Record<string, string>>;

/**
 * One line that somebody typed, by the rules of the files: the same words for the same mistakes, beside the field, and
 * together with `others` that were found in what was typed.
 */
export const lineOf = async <Input extends object>(
  importer: Importer<Input>,
  cells: Cells,
  others: readonly FieldFault[] = [],
): Promise<Input> => {
  const missing: FieldFault[] = importer.columns
    .filter(({ name, required }) => required && !cells[name])
    .map(({ name, label }) => ({ field: name, message: `Hãy nhập ${label}.` }));
  const told = new Set(missing.map(({ field }) => field));
  const read = importer.schema.safeParse(cells);
  const issues = read.success ? [] : read.error.issues;
  const wrong = issues
    .map(({ path, message }) => ({ field: String(path[0] ?? ''), message }))
    .filter(({ field }) => !told.has(field));
  const faults = [...missing, ...wrong, ...others];
  if (faults.length > 0 || !read.success) throw new InvalidError(faults);
  const fault = (await importer.check?.([read.data]))?.get(0);
  if (fault) throw new InvalidError([{ field: fault.column, message: fault.reason }]);
  return read.data;
};

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The row that a line becomes in the only table of its importer. */
export const rowOf = <Row extends object>({ targets: [target] }: Importer, line: object): Row => {
  const values: readonly SqlValue[] = target?.values(line) ?? [];
  return Object.fromEntries((target?.columns ?? []).map((name, place) => [camel(name), values[place]])) as Row;
};

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

export interface ColumnField {
  readonly value: string;
  /** What the column is called where one chooses by name instead of typing a code. */
  readonly label?: string | undefined;
  readonly options?: readonly { readonly value: string; readonly text: string }[] | undefined;
}

/** A column as a field of a form: typed as in a file, or chosen. */
export const presentColumn = ({ name, label, about, required }: ImportColumn, field: ColumnField) => ({
  name,
  label: field.label ?? label,
  required,
  optional: !required,
  value: field.value,
  hint: field.options ? '' : `${capital(about)}.`,
  options: field.options,
  empty: required && field.value ? undefined : required ? 'Chọn' : 'Để trống',
});
