import { instantAt, startOfDay, type Day } from '../../core/clock.js';

/** `yyyy-mm-dd` of a day typed as 16/03/2026; undefined for what the calendar does not have. */
export const dayIn = (text: string): Day | undefined => {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (!date || !month || !year) return undefined;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const noon = startOfDay(day).getTime() + 12 * 3_600_000;
  return !Number.isNaN(noon) && new Date(noon).toISOString().startsWith(day) ? day : undefined;
};

/** 16/03/2026 08:30 in Viet Nam; undefined for what the calendar or the clock does not have. */
export const momentIn = (text: string): Date | undefined => {
  const [, date = '', hour = '', minute = ''] = /^(\S+) (\d{1,2})[:h.](\d{2})$/.exec(text) ?? [];
  const day = dayIn(date);
  return day && Number(hour) < 24 && Number(minute) < 60 ? instantAt(day, Number(hour), Number(minute)) : undefined;
};
