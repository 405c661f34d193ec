import type { Day } from '../clock.js';
import { fold } from '../text.js';
import { dayIn } from '../typed-dates.js';
import { CellFault, type Cell } from './fields.js';

/** A cell that `read` understands; what it does not is told with the sentence of `fault`. */
const cellOf =
  <T>(read: (text: string) => T | undefined, fault: (text: string) => string): ReturnType<Cell<T>> =>
  (text) => {
    const value = read(text);
    return value === undefined ? new CellFault(fault(text)) : value;
  };

/** A cell with a reader of its own; `fault` says in Vietnamese what is wrong with any other. */
export const readAs =
  <T>(read: (text: string) => T | undefined, fault: (label: string, text: string) => string): Cell<T> =>
  (label) =>
    cellOf(read, (text) => fault(label, text));

/** Nothing in an empty cell. */
export const optional =
  <T>(cell: Cell<T>): Cell<T | null> =>
  (label) => {
    const read = cell(label);
    return (text) => (text === '' ? null : read(text));
  };

/** Words of at most so many characters. */
export const words =
  (most: number): Cell<string> =>
  (label) =>
  (text) =>
    text.length <= most ? text : new CellFault(`${label} dài quá ${most} ký tự. Hãy ghi ngắn lại.`);

/** A code of this form, in capitals and without blanks; `form` says in Vietnamese what it looks like. */
export const codeOf =
  (pattern: RegExp, form: string): Cell<string> =>
  (label) =>
    cellOf(
      (text) => {
        const code = text.replace(/[\s.]/g, '').toUpperCase();
        return pattern.test(code) ? code : undefined;
      },
      (text) => `${label} "${text}" không đúng dạng: phải là ${form}.`,
    );

/** Text of this form as it stands; `form` says in Vietnamese what it looks like. */
export const matching = (pattern: RegExp, form: string): Cell<string> =>
  readAs(
    (text) => (pattern.test(text) ? text : undefined),
    (label, text) => `${label} "${text}" không đúng dạng: phải là ${form}.`,
  );

/** A code of so many digits. */
export const digitsOf = (...lengths: number[]): Cell<string> =>
  codeOf(
    new RegExp(`^(?:${lengths.map((length) => `\\d{${length}}`).join('|')})$`),
    `${lengths.join(' hoặc ')} chữ số`,
  );

export const day: Cell<Day> = (label) =>
  cellOf(
    dayIn,
    (text) => `${label} "${text}" không phải một ngày có trong lịch. Hãy ghi ngày/tháng/năm, ví dụ 31/12/2026.`,
  );

/** 1234567, or with dots, commas or blanks between the thousands. */
const MONEY = /^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)$/;

/** Whole đồng, zero or more. */
export const money: Cell<number> = (label) =>
  cellOf(
    (text) => {
      const bare = text.replace(/\s*(?:đ|đồng|VND)$/i, '');
      const value = Number(bare.replace(/[\s.,]/g, ''));
      return MONEY.test(bare) && Number.isSafeInteger(value) ? value : undefined;
    },
    (text) => `${label} "${text}" không phải số tiền. Hãy ghi số đồng nguyên, không âm, ví dụ 1250000.`,
  );

/** A number from `least` to `most`; a fraction stands after a comma or a point. */
export const decimal =
  (least: number, most: number): Cell<number> =>
  (label) =>
    cellOf(
      (text) => {
        const value = Number(text.replace(',', '.'));
        return /^-?\d+(?:[.,]\d+)?$/.test(text) && value >= least && value <= most ? value : undefined;
      },
      (text) => `${label} "${text}" không phải số từ ${least} đến ${most}. Phần lẻ viết sau dấu phẩy hoặc dấu chấm.`,
    );

/** A whole number from `least` to `most`. */
export const whole =
  (least: number, most: number): Cell<number> =>
  (label) =>
    cellOf(
      (text) => {
        const value = Number(text);
        return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
      },
      (text) => `${label} "${text}" không phải số nguyên từ ${least} đến ${most}.`,
    );

const list = (options: readonly string[]): string => options.map((option) => `"${option}"`).join(', ');

/** One of the words, accents and capitals or not. */
export const choice =
  <T extends string>(options: Readonly<Record<string, T>>): Cell<T> =>
  (label) => {
    const known = new Map(Object.entries(options).map(([word, value]) => [fold(word), value]));
    return cellOf(
      (text) => known.get(fold(text)),
      (text) => `${label} "${text}" không có trong danh sách. Hãy ghi một trong: ${list(Object.keys(options))}.`,
    );
  };

const YES = new Set(['co', 'x', '1', 'true']);
const NO = new Set(['khong', '', '0', 'false']);

/** "có" or "không"; an empty cell says no. */
export const yesNo: Cell<boolean> = (label) =>
  cellOf(
    (text) => (YES.has(fold(text)) ? true : NO.has(fold(text)) ? false : undefined),
    (text) => `${label} "${text}" không rõ. Hãy ghi "có" hoặc "không".`,
  );
