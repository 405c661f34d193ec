import { InvalidError } from '../errors.js';
import { fold } from '../text.js';
import type { ImportColumn } from './importer.js';

/** Columns that a file of refused lines has before its own: it may be mended and read in as it is. */
export const REASON_COLUMNS = ['loi_dong', 'loi_cot', 'loi_ly_do'] as const;

const plain = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

const list = (names: readonly string[]): string => names.join(', ');

/** Letters that must be typed, removed or changed to come from one word to the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      const change = (row[j] ?? 0) + (letter === other[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const meant = (name: string, columns: readonly ImportColumn[]): string => {
  const [best] = columns
    .map((column) => [distance(plain(name), column.name), column.name] as const)
    .sort((a, b) => a[0] - b[0]);
  return best && best[0] <= 2 ? ` (có phải là ${best[1]}?)` : '';
};

/** Whether a heading is one of a file of refused lines. */
export const isReason = (cell: string): boolean => (REASON_COLUMNS as readonly string[]).includes(plain(cell));

/** The column of each cell of a line; undefined where a cell is not looked at. */
export type Heading = readonly (ImportColumn | undefined)[];

const refuseGaps = (heading: Heading, columns: readonly ImportColumn[]): void => {
  const given = heading.filter((column) => column !== undefined);
  const twice = given.filter((column, index) => given.indexOf(column) !== index).map(({ name }) => name);
  if (twice.length) throw new InvalidError(`Dòng tiêu đề có cột lặp lại: ${list(twice)}. Mỗi cột chỉ để một lần.`);
  const missing = columns.filter((column) => column.required && !given.includes(column)).map(({ name }) => name);
  if (missing.length) throw new InvalidError(`Tệp thiếu cột bắt buộc: ${list(missing)}. Hãy thêm cột rồi nạp lại.`);
};

/** Finds the columns in the first line; refuses in a sentence a line that is no heading or has gaps. */
export const readHeading = (cells: readonly string[], columns: readonly ImportColumn[]): Heading => {
  const names = new Map(
    columns.flatMap((column) => [[column.name, column] as const, [plain(column.label), column] as const]),
  );
  const heading = cells.map((cell) => names.get(plain(cell)));
  if (heading.every((column) => !column))
    throw new InvalidError(
      `Dòng đầu của tệp không phải dòng tiêu đề. Hãy thêm dòng tiêu đề với tên các cột: ${list(columns.map(({ name }) => name))}.`,
    );
  const unknown = cells.filter((cell, index) => !heading[index] && plain(cell) !== '' && !isReason(cell));
  if (unknown.length)
    throw new InvalidError(
      `Tệp có cột không nhận ra: ${unknown.map((cell) => `"${cell.trim()}"${meant(cell, columns)}`).join(', ')}. Hãy đổi tên hoặc bỏ cột đó. Các cột nhận được: ${list(columns.map(({ name }) => name))}.`,
    );
  refuseGaps(heading, columns);
  return heading;
};
