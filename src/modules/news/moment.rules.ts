import { instantAt } from '../../core/clock.js';
import { dayIn } from '../../core/typed-dates.js';

/** 16/03/2026 08:30 in Viet Nam; undefined for what the calendar or the clock does not have. */
export const momentIn = (text: string): Date | undefined => {
  const [, date = '', hour = '', minute = ''] = /^(\S+) (\d{1,2})[:h.](\d{2})$/.exec(text) ?? [];
  const day = dayIn(date);
  return day && Number(hour) < 24 && Number(minute) < 60 ? instantAt(day, Number(hour), Number(minute)) : undefined;
};
