/** The only source of the present moment. Tests replace it; nothing else calls `Date.now()`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A calendar day in Viet Nam, `yyyy-mm-dd`. */
export type Day = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Asia/Ho_Chi_Minh has been UTC+7 without daylight saving since 1975. */
const VIETNAM_OFFSET = 7 * HOUR;

/** The Vietnamese calendar day of an instant, whatever the server's own zone. */
export const dayOf = (instant: Date): Day => new Date(instant.getTime() + VIETNAM_OFFSET).toISOString().slice(0, 10);

/** The instant at which a day begins in Viet Nam. */
export const startOfDay = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00.000Z`) - VIETNAM_OFFSET);

/** `days` calendar days later (or earlier). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** An instant at a Vietnamese wall-clock time of a day, e.g. `instantAt('2026-03-16', 8)` is 08:00. */
export const instantAt = (day: Day, hour: number, minute = 0): Date =>
  new Date(startOfDay(day).getTime() + hour * HOUR + minute * MINUTE);
