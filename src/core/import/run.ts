import { InvalidError } from '../errors.js';
import { inBatches, type Batch } from './batches.js';
import type { GoodLine } from './examine.js';
import type { Importer } from './importer.js';
import type { ImportMark } from './ledger.js';
import type { Opening } from './opening.js';
import { readLines, type ImportSource } from './reader.js';
import { checked, refusedHeading, refusedText, type StoredCounts } from './store.js';

/** Where refused lines go. */
export interface RejectSink {
  /** Leaves the first bytes and forgets the rest; 0 begins anew. */
  cut(length: number): Promise<void>;
  /** Writes, waits for the disk, and says how long it is now. */
  append(text: string): Promise<number>;
}

export interface ImportProgress extends ImportMark {
  readonly size: number;
}

export interface ImportOptions {
  readonly source: ImportSource;
  readonly rejects: RejectSink;
  /** Looks at everything and writes nothing but the refused lines. */
  readonly dryRun?: boolean;
  /** Goes on with the last unfinished run of this file, if there is one. */
  readonly resume?: boolean;
  /** Where the run begins or goes on, then after every batch. */
  onProgress?(progress: ImportProgress): void;
  /** Ends the run after the batch at hand; `resume` goes on with it. */
  readonly signal?: AbortSignal;
}

export const NOTHING: StoredCounts = { added: 0, changed: 0, unchanged: 0, repeated: 0 };

const plus = (mark: ImportMark, { good, refused }: Batch, stored: StoredCounts): ImportMark => ({
  ...mark,
  rowsRead: mark.rowsRead + good.length + refused.length,
  added: mark.added + stored.added,
  changed: mark.changed + stored.changed,
  unchanged: mark.unchanged + stored.unchanged,
  repeated: mark.repeated + stored.repeated,
  rejected: mark.rejected + refused.length,
});

export const markOf = (from: ImportMark): ImportMark => ({
  position: from.position,
  nextLine: from.nextLine,
  rejectedLength: from.rejectedLength,
  rowsRead: from.rowsRead,
  added: from.added,
  changed: from.changed,
  unchanged: from.unchanged,
  repeated: from.repeated,
  rejected: from.rejected,
});

export const startOf = ({ place }: Opening): ImportMark =>
  markOf({ position: place.start, nextLine: place.line, rejectedLength: 0, rowsRead: 0, rejected: 0, ...NOTHING });

const NO_ROWS = 'Tệp chỉ có dòng tiêu đề, chưa có dòng dữ liệu nào. Hãy xem lại tệp đã xuất.';

export type StoreLines = (good: readonly GoodLine[]) => Promise<StoredCounts>;

/** One run over one file. */
export interface Run {
  readonly importer: Importer;
  readonly options: ImportOptions;
  readonly opening: Opening;
  /** Moves on with every batch. */
  mark: ImportMark;
  /** Brings one batch in by `next` and says how far the run has come then. */
  take(next: (stored: StoreLines) => Promise<ImportMark>): Promise<ImportMark>;
}

const reject = async ({ options: { rejects }, opening, mark }: Run, { refused }: Batch): Promise<number> => {
  if (refused.length === 0) return mark.rejectedLength;
  const { cells, reasons, delimiter } = opening;
  const heading = mark.rejectedLength === 0 ? refusedHeading(cells, reasons, delimiter) : '';
  return rejects.append(heading + refusedText(refused, reasons, delimiter));
};

const next = async (run: Run, read: Batch, stored: StoreLines): Promise<ImportMark> => {
  const batch = await checked(read, run.importer);
  const counts = await stored(batch.good);
  const rejectedLength = await reject(run, batch);
  const position = read.last?.end ?? run.mark.position;
  const nextLine = read.last?.next ?? run.mark.nextLine;
  return { ...plus(run.mark, batch, counts), rejectedLength, position, nextLine };
};

/** Reads to the end; while one batch is stored the next one is read. Says whether the end was reached. */
export const readAll = async (run: Run): Promise<boolean> => {
  const { importer, options, opening } = run;
  const { source, signal, onProgress } = options;
  const place = { start: run.mark.position, line: run.mark.nextLine };
  const tell = (): void => onProgress?.({ ...run.mark, size: source.size });
  let storing: Promise<void> = Promise.resolve();
  const take = async (batch: Batch): Promise<void> => {
    run.mark = await run.take((stored) => next(run, batch, stored));
    tell();
  };
  tell();
  try {
    for await (const batch of inBatches(readLines(source, opening.delimiter, place), importer, opening.heading)) {
      await storing;
      if (signal?.aborted) return false;
      storing = take(batch);
      // Its fault is met where it is awaited.
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
  if (run.mark.rowsRead === 0) throw new InvalidError(NO_ROWS);
  return true;
};
