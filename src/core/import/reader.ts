import type { Readable } from 'node:stream';
import { Parser } from 'csv-parse';
import { InvalidError } from '../errors.js';
import type { Delimiter } from './head.rules.js';

/** Where the bytes come from: a file on disk, a paper of the vault. Opened anew to go on in the middle. */
export interface ImportSource {
  /** As the reader knows it: `nguoi-tham-gia.csv`. */
  readonly name: string;
  readonly size: number;
  /** Hash of the content: who goes on must read the same file. */
  fingerprint(): Promise<string>;
  /** The bytes from `start` on. */
  open(start: number): Readable;
}

/** One line of a file; a quoted cell may stretch it over several. */
export interface Line {
  /** Number of the line in the file, as an editor shows it. */
  readonly number: number;
  /** Number of the next line. */
  readonly next: number;
  readonly cells: readonly string[];
  /** Bytes from the beginning of the file to the end of the line. */
  readonly end: number;
}

/** Where to begin: `start` is the end of a line, `line` the number of the next. */
export interface Place {
  readonly start: number;
  readonly line: number;
}

/** A longer line is a quotation mark that nobody closed. */
const LONGEST = 1_000_000;

const BREAKS = /\r\n|\r|\n/g;

const breaksIn = (cells: readonly string[]): number => {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(BREAKS)?.length ?? 0;
  return breaks;
};

const sentenceFor = (error: unknown, line: number): unknown => {
  const { code } = error as { code?: string };
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return new InvalidError(
      `Từ dòng ${line} có ô mở dấu ngoặc kép mà đến hết tệp không đóng: tệp có thể bị cắt ngang khi chép. Các dòng trước đó vẫn được giữ. Hãy chép lại tệp, hoặc sửa dòng ${line}, rồi nạp lại.`,
    );
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new InvalidError(
      `Dòng ${line} dài quá 1 MB: có lẽ một ô mở dấu ngoặc kép mà không đóng. Các dòng trước đó vẫn được giữ. Hãy sửa dòng ${line} rồi nạp lại.`,
    );
  return error;
};

/** Lines as they come off the parser, which is fed by hand: what was read before a fault is not lost. */
const parserInto = (lines: Line[], delimiter: Delimiter, { start, line }: Place) => {
  let next = line;
  const parser = new Parser({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST,
    on_record: (cells: string[], { bytes }) => {
      const number = next;
      next += 1 + breaksIn(cells);
      lines.push({ number, next, cells, end: start + bytes });
      return null;
    },
  });
  const feed = (chunk: Buffer | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (error?: Error | null): void => {
        if (error) reject(error);
        else resolve();
      };
      if (chunk) parser.write(chunk, settle);
      else parser.once('error', reject).once('end', settle).end();
    });
  // A fault of a chunk comes with its callback; nobody else listens for the event that follows.
  parser.on('error', () => undefined).resume();
  return { feed, next: () => next };
};

/** The lines of a source from a place on, some at a time. */
export async function* readLines(source: ImportSource, delimiter: Delimiter, place: Place): AsyncGenerator<Line[]> {
  const lines: Line[] = [];
  const { feed, next } = parserInto(lines, delimiter, place);
  const stream = source.open(place.start);
  try {
    for await (const chunk of stream) {
      await feed(chunk as Buffer);
      yield lines.splice(0);
    }
    await feed(undefined);
    yield lines.splice(0);
  } catch (error) {
    yield lines.splice(0);
    throw sentenceFor(error, next());
  } finally {
    stream.destroy();
  }
}
