import type { Day } from './clock.js';

/** dd/mm/yyyy as people write it, or yyyy-mm-dd as machines do. */
const DAY = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))$/;
const BIRTH = /^(?:(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})|(\d{4})-(\d{1,2})(?:-(\d{1,2}))?)$/;

const two = (part: string): string => part.padStart(2, '0');

/** The parts as yyyy, yyyy-mm or yyyy-mm-dd; nothing before 1900 or where the calendar has no such day. */
const stored = (year = '', month?: string, day?: string): string | undefined => {
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (year < '1900' || date.getUTCMonth() + 1 !== Number(month ?? 1)) return undefined;
  return [year, month, day].flatMap((part) => (part === undefined ? [] : two(part))).join('-');
};

/** A typed day as yyyy-mm-dd; undefined where the calendar has no such day. */
export const dayIn = (text: string): Day | undefined => {
  const [, d, m, y, year = y, month = m, day = d] = DAY.exec(text) ?? [];
  return stored(year, month, day);
};

/** dd/mm/yyyy, mm/yyyy or yyyy as yyyy-mm-dd, yyyy-mm or yyyy, as machines write them: not every birth has its day on paper. */
export const birthIn = (text: string): string | undefined => {
  const [, d, m, y, year = y, month = m, day = d] = BIRTH.exec(text) ?? [];
  return stored(year, month, day);
};
