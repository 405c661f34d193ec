import type { ZodType } from 'zod';
import type { Table } from '../db/table.js';

/** One column of a file that is read in. */
export interface ImportColumn {
  /** Heading as documented: `ma_so_bhxh`. Files may write it with accents, capitals, blanks or dashes. */
  readonly name: string;
  readonly required: boolean;
  /** What it holds and in which form, in Vietnamese, for the page of uploads and the list of columns. */
  readonly about: string;
  /** Lengths of a code of digits that may begin with zeros: spreadsheets lose them, and the reason then says so. */
  readonly digits?: readonly number[];
}

/** Where a line of a file goes: one table, found again by its natural key. */
export interface ImportTarget<Input extends object, Row extends object> {
  readonly table: Table<Row>;
  /** Fields of a unique index of the table; a row that is there is brought up to date, never doubled. */
  readonly key: readonly (keyof Row & string)[];
  /** Fields that stay as they are when the row is there already: id, day of the first appearance. */
  readonly keep?: readonly (keyof Row & string)[];
  row(input: Input): Row;
}

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
  /** From the trimmed cells by column name ('' where empty) to the input; an issue's path begins with the column. */
  readonly schema: ZodType<Input>;
  /** In this order: what a later target refers to goes first. */
  readonly targets: readonly ImportTarget<Input, object>[];
  /** What only the database knows (does the person exist?), asked once a batch; faults by index of the input. */
  check?(inputs: readonly Input[]): Promise<ReadonlyMap<number, ImportFault>>;
}
