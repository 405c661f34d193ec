import type { WorkCalendar } from '../../contracts/organisation.js';

/** Office hours until a moment; negative by as many once it has passed. */
export const hoursLeft = async (calendar: WorkCalendar, now: Date, dueAt: Date): Promise<number> =>
  dueAt >= now ? calendar.hoursBetween(now, dueAt) : -(await calendar.hoursBetween(dueAt, now));
