import type { Holidays } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { HolidayRow } from './holiday.model.js';
import { remember } from './memory.js';

/** Answers about public holidays from memory, and what makes it load again. */
export const holidayQueries = (table: Table<HolidayRow>, clock: Clock): Holidays & { forget(): void } => {
  const memory = remember(clock, async () => new Map((await table.many({})).map(({ day, name }) => [day, name])));
  return { nameOf: async (day) => (await memory.get()).get(day), forget: memory.forget };
};
