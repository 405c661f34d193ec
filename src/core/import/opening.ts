import { InvalidError } from '../errors.js';
import { readHead, type Delimiter } from './head.rules.js';
import { isReason, readHeading, type Heading } from './heading.rules.js';
import type { Importer } from './importer.js';
import { readLines, type ImportSource, type Place } from './reader.js';

/** A file whose beginning has been looked at. */
export interface Opening {
  readonly delimiter: Delimiter;
  readonly heading: Heading;
  /** The heading as it stands in the file. */
  readonly cells: readonly string[];
  /** The places of reasons that an earlier reading gave. */
  readonly reasons: ReadonlySet<number>;
  /** Behind the heading. */
  readonly place: Place;
}

/** Bytes looked at before anything is parsed. */
const HEAD = 64 * 1024;

const firstBytes = async (source: ImportSource): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of source.open(0)) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length >= HEAD) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD);
};

/** Reads the heading; refuses in a sentence what is no CSV in UTF-8 or has other columns. */
export const openFile = async (source: ImportSource, { columns }: Importer): Promise<Opening> => {
  const { start, delimiter } = readHead(await firstBytes(source));
  for await (const lines of readLines(source, delimiter, { start, line: 1 }))
    for (const { cells, end, next } of lines) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const heading = readHeading(cells, columns);
      const reasons = new Set(cells.flatMap((cell, place) => (isReason(cell) ? [place] : [])));
      return { delimiter, heading, cells, reasons, place: { start: end, line: next } };
    }
  throw new InvalidError('Tệp rỗng, không có dòng nào. Hãy xem lại tệp đã xuất.');
};
