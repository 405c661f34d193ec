import { z, type ZodType } from 'zod';
import type { ImportColumn } from './importer.js';

/** Why a cell is refused, in Vietnamese. */
export class CellFault {
  constructor(readonly reason: string) {}
}

/** What a cell must hold; `label` begins its sentences. Sees the trimmed text, '' where nothing stands. */
export type Cell<T> = (label: string) => (text: string) => T | CellFault;

/** A column and its cell, written once. */
export interface Field<T> extends Omit<ImportColumn, 'name' | 'required'> {
  readonly required?: boolean;
  readonly cell: Cell<T>;
}

/** What the fields of a line give. */
export type Line<Fields> = { [Name in keyof Fields]: Fields[Name] extends Field<infer T> ? T : never };

type Reader = readonly [name: string, read: (text: string) => unknown];

/** One step of the library for a line, not one for each cell: files have millions of lines. */
const schemaOf = (readers: readonly Reader[]) =>
  z.custom<Readonly<Record<string, string>>>().transform((cells, context) => {
    const line: Record<string, unknown> = {};
    for (const [name, read] of readers) {
      const value = read(cells[name] ?? '');
      if (value instanceof CellFault)
        context.addIssue({ code: 'custom', path: [name], message: value.reason, continue: false });
      else line[name] = value;
    }
    return line;
  });

/** The columns of a kind of file and the schema of a line. */
export const fieldsOf = <Fields extends Record<string, Field<unknown>>>(
  fields: Fields,
): { columns: ImportColumn[]; schema: ZodType<Line<Fields>> } => ({
  columns: Object.entries(fields).map(([name, { cell: _cell, required = false, ...rest }]) => ({
    name,
    required,
    ...rest,
  })),
  schema: schemaOf(
    Object.entries(fields).map(([name, { label, cell }]) => [name, cell(label)] as const),
  ) as unknown as ZodType<Line<Fields>>,
});

/** What the cells of a line say only together: where to look, whether it is broken, and in Vietnamese what to do. */
export type LineRule<Input> = readonly [
  column: keyof Input & string,
  broken: (input: Input) => boolean,
  reason: string | ((input: Input) => string),
];

/** The schema of lines that keep these rules, too. */
export const withRules = <Input>(schema: ZodType<Input>, rules: readonly LineRule<Input>[]): ZodType<Input> =>
  schema.superRefine((input, context) => {
    for (const [column, broken, reason] of rules)
      if (broken(input)) {
        const message = typeof reason === 'string' ? reason : reason(input);
        context.addIssue({ code: 'custom', path: [column], message });
      }
  });
