import type { ZodType } from 'zod';
import type { SqlValue } from '../db/dialect.js';
import type { Table } from '../db/table.js';

/** One column of a file that is read in. */
export interface ImportColumn {
  /** Heading as documented: `ma_so_bhxh`. Files may write it with accents, capitals, blanks or dashes. */
  readonly name: string;
  /** What reasons and pages call it: "Mã số BHXH". A file may use it as its heading, too. */
  readonly label: string;
  /** Must be among the headings, and no cell of it may be empty. */
  readonly required: boolean;
  /** What it holds and in which form, in Vietnamese, for the page of uploads and the list of columns. */
  readonly about: string;
  /** Lengths of a code of digits that may begin with zeros: spreadsheets lose them, and the reason then says so. */
  readonly digits?: readonly number[];
}

/** Where a line of a file goes; made by `into`. Names are those of the database. */
export interface ImportTarget<Input extends object = object> {
  readonly table: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Columns in which a row that is there may differ and is then brought up to date. */
  readonly compared: readonly string[];
  /** Columns that are written with them and are no difference by themselves. */
  readonly stamps: readonly string[];
  /** In the order of `columns`; undefined where the line brings nothing for this table. */
  values(input: Input): readonly SqlValue[] | undefined;
}

export interface TargetSpec<Input extends object, Row extends object> {
  readonly table: Table<Row>;
  /**
   * Fields by which a row is found again, with a unique index; null equals null. A row that is there is brought up to
   * date, never doubled. The last line of a file with a key wins.
   */
  readonly key: readonly (keyof Row & string)[];
  /** Fields that stay as they are when the row is there already: id, day of the first appearance. */
  readonly keep?: readonly (keyof Row & string)[];
  /** Fields that say when the row was written: a difference in them alone changes nothing. */
  readonly stamps?: readonly (keyof Row & string)[];
  /** All fields but the running number; nothing where the line brings nothing for this table. */
  row(input: Input): Partial<Row> | undefined;
}

/** One table as the target of a line. */
export const into = <Input extends object, Row extends object>(spec: TargetSpec<Input, Row>): ImportTarget<Input> => {
  const { table, key, keep = [], stamps = [] } = spec;
  const attributes = table.model.getAttributes();
  const fields = (Object.keys(attributes) as (keyof Row & string)[]).filter((name) => !attributes[name].autoIncrement);
  const column = (name: keyof Row & string): string => attributes[name].field ?? name;
  const fixed = new Set<string>([...key, ...keep, ...stamps]);
  return {
    table: table.name,
    columns: fields.map(column),
    key: key.map(column),
    compared: fields.filter((name) => !fixed.has(name)).map(column),
    stamps: stamps.map(column),
    values: (input) => {
      const row = spec.row(input);
      return row && fields.map((name) => (row[name] ?? null) as SqlValue);
    },
  };
};

/** Why a line is refused: which column, and in Vietnamese what is wrong and what to do. */
export interface ImportFault {
  readonly column: string;
  readonly reason: string;
}

/** One kind of file that a module takes in. */
export interface Importer<Input extends object = object> {
  /** Word of the command line: `participants`. */
  readonly kind: string;
  /** Vietnamese name for the page of uploads: "Người tham gia". */
  readonly title: string;
  readonly columns: readonly ImportColumn[];
  /**
   * From the trimmed cells by column name ('' where empty or left out) to the input; an issue's path begins with the
   * column. Empty cells of required columns and lost zeros of digits are told before and need no issue of their own.
   */
  readonly schema: ZodType<Input>;
  /** In this order: what a later target refers to goes first. What is counted are the rows of the last. */
  readonly targets: readonly ImportTarget<Input>[];
  /** What only the database knows (does the person exist?), asked once a batch; faults by index of the input. */
  check?(inputs: readonly Input[]): Promise<ReadonlyMap<number, ImportFault>>;
  /** What else follows from the lines of a batch, in its unit of work: words by which the rows are searched. */
  follow?(inputs: readonly Input[]): Promise<void>;
}
