import { settingNames, type DatedSettings, type WorkCalendar } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { HolidayRow } from './holiday.model.js';
import { remember } from './memory.js';
import { afterDays, afterHours, hoursBetween, hoursOf, opens, type WorkTime } from './work-calendar.rules.js';
import type { WorkDayRow } from './work-day.model.js';

export interface WorkCalendarParts {
  readonly holidays: Table<HolidayRow>;
  readonly workDays: Table<WorkDayRow>;
  readonly settings: DatedSettings;
  readonly clock: Clock;
}

/** Answers about working time from memory, and what makes it load again. */
export const workCalendarQueries = (parts: WorkCalendarParts): WorkCalendar & { forget(): void } => {
  const { holidays, workDays, settings, clock } = parts;
  const days = async (table: Table<{ day: string; name: string }>): Promise<Set<string>> =>
    new Set((await table.many({}, { columns: ['day'] })).map(({ day }) => day));
  const memory = remember(clock, async (): Promise<WorkTime> => {
    const [closed, swapped] = [await days(holidays), await days(workDays)];
    const text = await settings.text(settingNames.workHours, dayOf(clock.now()));
    const hours = hoursOf(text);
    if (!hours) throw new Error(`setting "${settingNames.workHours}" is no office hours: ${text}`);
    return { hours, isOpen: (day) => opens(day, closed, swapped) };
  });
  return {
    isOpen: async (day) => (await memory.get()).isOpen(day),
    afterDays: async (moment, count) => afterDays(moment, count, await memory.get()),
    afterHours: async (moment, count) => afterHours(moment, count, await memory.get()),
    hoursBetween: async (from, to) => hoursBetween(from, to, await memory.get()),
    forget: memory.forget,
  };
};
