import type { WorkCalendar } from '../../contracts/organisation.js';
import type { CaseRow } from './case.model.js';
import type { TopicRow } from './topic.model.js';

export type Limits = Pick<TopicRow, 'classifyDays' | 'answerDays' | 'complexDays' | 'extensionDays'>;

/** Deadlines of cases, in working days of the calendar. */
export const createDeadlines = (calendar: WorkCalendar) => ({
  /** Of a case that came in (or was opened again) at this moment. */
  begin: async (at: Date, limits: Limits, complex: boolean): Promise<Pick<CaseRow, 'classifyBy' | 'answerBy'>> => ({
    classifyBy: await calendar.afterDays(at, limits.classifyDays),
    answerBy: await calendar.afterDays(at, complex ? limits.complexDays : limits.answerDays),
  }),
  /** The one extension: so many working days behind the old deadline, or behind today where that has passed. */
  extend: (row: Pick<CaseRow, 'answerBy'>, limits: Limits, now: Date): Promise<Date> =>
    calendar.afterDays(row.answerBy > now ? row.answerBy : now, limits.extensionDays),
  /** Behind a wait for the citizen the clock goes on with what was left. */
  resume: async ({ answerBy, pausedAt }: Pick<CaseRow, 'answerBy' | 'pausedAt'>, now: Date): Promise<Date> => {
    const left = pausedAt ? await calendar.hoursBetween(pausedAt, answerBy) : 0;
    return left > 0 ? calendar.afterHours(now, left) : answerBy;
  },
});

export type Deadlines = ReturnType<typeof createDeadlines>;
