import { dayOf } from '../../core/clock.js';
import { date, time } from '../../core/http/format.js';

const MINUTE = 60_000;

/** A wait in words: "64 phút", "26 giờ", "3 ngày". `ms` is not negative. */
export const waitWords = (ms: number): string => {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes < 1) return 'vài giây';
  if (minutes < 120) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`;
};

/** "còn 9 ngày", "hôm nay là hạn cuối"; empty when the last day has passed. `days` from today to the last day. */
export const daysLeftWords = (days: number): string => {
  if (days < 0) return '';
  return days === 0 ? 'hạn cuối hôm nay' : `còn ${days} ngày`;
};

/** "09:14" today, "09:14 ngày 16/03/2026" otherwise. */
export const momentWords = (at: Date | null, now: Date): string => {
  if (!at) return 'trước đó';
  return dayOf(at) === dayOf(now) ? time(at) : `${time(at)} ngày ${date(dayOf(at))}`;
};
