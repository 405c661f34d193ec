import type { Day } from '../../core/clock.js';

/** dd/mm/yyyy (also with dots, dashes or single digits) or yyyy-mm-dd as a day; undefined when there is no such day. */
export const parseDay = (text: string): Day | undefined => {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = vietnamese ? [vietnamese[3], vietnamese[2], vietnamese[1]] : iso ? iso.slice(1) : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(written) ? written : undefined;
};

/** Dossier number and insurance number found in what a scanner typed; parts that are missing are empty. */
export const parseScan = (text: string): { number: string; insuranceNumber: string } => {
  const number = /\b\d{5,6}\/\d{4}\/\d{5}\b/.exec(text)?.[0] ?? '';
  const rest = number ? text.replace(number, ' ') : text;
  return { number, insuranceNumber: /(?<!\d)\d{10}(?!\d)/.exec(rest)?.[0] ?? '' };
};
