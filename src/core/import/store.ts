import { stringify } from 'csv-stringify/sync';
import type { BulkLoad, BulkResult, SqlValue } from '../db/dialect.js';
import type { Batch } from './batches.js';
import type { GoodLine, RefusedLine } from './examine.js';
import type { Delimiter } from './head.rules.js';
import { REASON_COLUMNS } from './heading.rules.js';
import type { Importer, ImportTarget } from './importer.js';
import type { ImportCounts } from './ledger.js';

/** Asks the importer about the lines of a batch and moves those it refuses to the others. */
export const checked = async ({ good, refused, last }: Batch, importer: Importer): Promise<Batch> => {
  const faults = good.length ? await importer.check?.(good.map(({ input }) => input)) : undefined;
  if (!faults?.size) return { good, refused, last };
  const bad = good.flatMap(({ line }, index): RefusedLine[] => {
    const fault = faults.get(index);
    return fault ? [{ line, faults: [fault] }] : [];
  });
  return {
    good: good.filter((_, index) => !faults.has(index)),
    refused: [...refused, ...bad].sort((a, b) => a.line.number - b.line.number),
    last,
  };
};

/** The rows of a target; of those with one key the last stays. */
const rowsFor = (target: ImportTarget, good: readonly GoodLine[]): (readonly SqlValue[])[] => {
  const key = target.key.map((column) => target.columns.indexOf(column));
  const rows = new Map<string, readonly SqlValue[]>();
  for (const { input } of good) {
    const values = target.values(input);
    if (values) rows.set(key.map((place) => String(values[place] ?? '')).join('\0'), values);
  }
  return [...rows.values()];
};

export type StoredCounts = Omit<ImportCounts, 'rowsRead' | 'rejected'>;

/** Brings the rows of good lines into their tables. */
export const store = async (
  good: readonly GoodLine[],
  targets: Importer['targets'],
  bulk: (load: BulkLoad) => Promise<BulkResult>,
): Promise<StoredCounts> => {
  let counts: StoredCounts = { added: 0, changed: 0, unchanged: 0, repeated: 0 };
  for (const target of targets) {
    const rows = rowsFor(target, good);
    const { added, changed } = await bulk({ ...target, rows });
    counts = { added, changed, unchanged: rows.length - added - changed, repeated: good.length - rows.length };
  }
  return counts;
};

/** How many lines would not count because a later one has the same key. */
export const repeatedIn = (good: readonly GoodLine[], targets: Importer['targets']): number => {
  const target = targets.at(-1);
  return target ? good.length - rowsFor(target, good).length : 0;
};

const FORM = { record_delimiter: '\r\n', escape_formulas: true };

type Reasons = ReadonlySet<number>;

const without = (cells: readonly string[], reasons: Reasons): string[] =>
  cells.filter((_, place) => !reasons.has(place));

/** Refused lines as they stand in their own file: line, column, reason, then the cells, be they too few or too many. */
export const refusedText = (refused: readonly RefusedLine[], reasons: Reasons, delimiter: Delimiter): string =>
  stringify(
    refused.map(({ line, faults }) => [
      line.number,
      faults.map(({ column }) => column).join(', '),
      faults.map(({ reason }) => reason).join(' '),
      ...without(line.cells, reasons),
    ]),
    { ...FORM, delimiter },
  );

/** First line of that file; the mark in front lets spreadsheets read it as UTF-8. */
export const refusedHeading = (cells: readonly string[], reasons: Reasons, delimiter: Delimiter): string =>
  `\uFEFF${stringify([[...REASON_COLUMNS, ...without(cells, reasons)]], { ...FORM, delimiter })}`;
