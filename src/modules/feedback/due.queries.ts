import type { WorkCalendar } from '../../contracts/organisation.js';

/** Office hours until a moment; negative by as many once it has passed. */
export const hoursLeft = async (calendar: WorkCalendar, now: Date, dueAt: Date): Promise<number> =>
  dueAt >= now ? calendar.hoursBetween(now, dueAt) : -(await calendar.hoursBetween(dueAt, now));

/** A row with its deadline. */
export interface Due {
  readonly id: string;
  readonly dueAt: Date | null;
}

/** The same of each row that has a deadline, by its id. */
export const hoursLeftOf = async (
  calendar: WorkCalendar,
  now: Date,
  rows: readonly Due[],
): Promise<ReadonlyMap<string, number>> => {
  const left = new Map<string, number>();
  for (const { id, dueAt } of rows) if (dueAt) left.set(id, await hoursLeft(calendar, now, dueAt));
  return left;
};
