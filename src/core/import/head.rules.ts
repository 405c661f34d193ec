import { InvalidError } from '../errors.js';

export type Delimiter = ',' | ';';

/** What the first bytes of a file tell. */
export interface Head {
  /** Length of the byte order mark. */
  readonly start: number;
  readonly delimiter: Delimiter;
}

const SAVE_AS = 'Trong Excel hãy chọn Lưu thành (Save As), kiểu "CSV UTF-8 (Comma delimited)", rồi nạp lại.';

/** First bytes of files that people take for CSV. */
const OTHERS: readonly [first: readonly number[], fault: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], `Đây là tệp Excel (.xlsx) hoặc tệp nén, không phải CSV. ${SAVE_AS}`],
  [[0xd0, 0xcf, 0x11, 0xe0], `Đây là tệp Excel cũ (.xls), không phải CSV. ${SAVE_AS}`],
  [[0x25, 0x50, 0x44, 0x46], 'Đây là tệp PDF, không phải CSV. Hãy xuất dữ liệu ra tệp CSV rồi nạp lại.'],
  [[0xff, 0xfe], `Tệp dùng bảng mã UTF-16, hệ thống chỉ đọc UTF-8. ${SAVE_AS}`],
  [[0xfe, 0xff], `Tệp dùng bảng mã UTF-16, hệ thống chỉ đọc UTF-8. ${SAVE_AS}`],
];

const BOM = [0xef, 0xbb, 0xbf];

const begins = (bytes: Buffer, first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte);

const refuse = (fault: string): never => {
  throw new InvalidError(fault);
};

/** The text of the beginning; a character cut off at its end is left away. */
const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return refuse(
      `Tệp không dùng bảng mã UTF-8 (có thể là Windows-1258, TCVN3 hoặc VNI), đọc vào sẽ sai dấu tiếng Việt. ${SAVE_AS}`,
    );
  }
};

/** Half of the bytes of UTF-16 are zero, in Vietnamese text most of every second; a CSV has none. */
const refuseZeros = (bytes: Buffer): void => {
  if (!bytes.includes(0)) return;
  const zeros = bytes.filter((byte) => byte === 0).length;
  if (zeros > bytes.length / 4) refuse(`Tệp dùng bảng mã UTF-16, hệ thống chỉ đọc UTF-8. ${SAVE_AS}`);
  refuse('Tệp có byte 0, không phải tệp văn bản CSV. Hãy xuất dữ liệu ra tệp CSV rồi nạp lại.');
};

/** Commas or semicolons: what separates more of the first line, outside quotes. */
const delimiterOf = (text: string): Delimiter => {
  const line = /^[^\r\n]*/.exec(text.trimStart().replace(/"[^"]*"/g, ''))?.[0] ?? '';
  return line.split(';').length > line.split(',').length ? ';' : ',';
};

/** Looks at the beginning of a file; refuses in a sentence what is no CSV in UTF-8. */
export const readHead = (bytes: Buffer): Head => {
  if (bytes.length === 0) refuse('Tệp rỗng, không có dòng nào. Hãy xem lại tệp đã xuất.');
  for (const [first, fault] of OTHERS) if (begins(bytes, first)) refuse(fault);
  refuseZeros(bytes);
  const start = begins(bytes, BOM) ? BOM.length : 0;
  const text = textOf(bytes.subarray(start));
  if (text.trim() === '') refuse('Tệp rỗng, không có dòng nào. Hãy xem lại tệp đã xuất.');
  return { start, delimiter: delimiterOf(text) };
};
