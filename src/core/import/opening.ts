import { InvalidError } from '../errors.js';
import { readHead, type Delimiter } from './head.rules.js';
import { ownPlaces, readHeading, type Heading } from './heading.rules.js';
import type { Importer } from './importer.js';
import { readLines, type ImportSource, type Place } from './reader.js';

/** A file whose beginning has been looked at. */
export interface Opening {
  readonly delimiter: Delimiter;
  readonly heading: Heading;
  /** The heading as it stands in the file, and the places of the cells that a file of refused lines repeats. */
  readonly cells: readonly string[];
  readonly places: readonly number[];
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
  return Buffer.concat(parts);
};

/** Reads the heading; refuses in a sentence what is no CSV in UTF-8 or has other columns. */
export const openFile = async (source: ImportSource, { columns }: Importer): Promise<Opening> => {
  const { start, delimiter } = readHead(await firstBytes(source));
  for await (const lines of readLines(source, delimiter, { start, line: 1 }))
    for (const { cells, end, next } of lines) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const heading = readHeading(cells, columns);
      return { delimiter, heading, cells, places: ownPlaces(cells), place: { start: end, line: next } };
    }
  throw new InvalidError('Tệp rỗng, không có dòng nào. Hãy xem lại tệp đã xuất.');
};
