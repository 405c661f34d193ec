import type { WorkCalendar } from '../../src/contracts/organisation.js';
import { addDays, dayOf, instantAt, MINUTE, type Day } from '../../src/core/clock.js';
import { dueIn, type CaseState } from '../../src/modules/feedback/state.rules.js';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import type { TopicRow } from '../../src/modules/feedback/topic.model.js';
import type { Random } from '../random.js';
import type { Plan } from './feedback-plan.js';

/** Which of these has happened, in their order; a case that never came so far has none. */
export interface Moments {
  readonly received: Date;
  readonly classified?: Date;
  readonly assigned?: Date;
  readonly taken?: Date;
  /** The citizen or other agencies were asked. */
  readonly asked?: Date;
  readonly extended?: Date;
  readonly urged?: Date;
  readonly answered?: Date;
  readonly rated?: Date;
  readonly closed?: Date;
  readonly reopened?: Date;
}

type Step = Exclude<keyof Moments, 'received'>;

/** Office hours behind intake. */
const HOURS: Readonly<Record<Step, number>> = {
  classified: 2,
  assigned: 3,
  taken: 5,
  asked: 9,
  extended: 30,
  urged: 46,
  answered: 26,
  rated: 29,
  closed: 90,
  reopened: 88,
};

const WORK: readonly Step[] = ['classified', 'assigned', 'taken'];
const STEPS: Readonly<Partial<Record<CaseState, readonly Step[]>>> = {
  classified: ['classified'],
  assigned: ['classified', 'assigned'],
  in_progress: WORK,
  waiting_citizen: [...WORK, 'asked'],
  coordinating: [...WORK, 'asked'],
  answered: [...WORK, 'answered'],
  closed: [...WORK, 'answered', 'closed'],
  reopened: [...WORK, 'answered', 'reopened'],
  merged: ['classified', 'closed'],
  out_of_scope_redirected: ['classified', 'closed'],
};

const workingDaysAgo = async (today: Day, days: number, calendar: WorkCalendar): Promise<Day> => {
  let day = today;
  for (let left = days; left > 0;) {
    day = addDays(day, -1);
    if (await calendar.isOpen(day)) left -= 1;
  }
  return day;
};

/** When things happened, all of them before now and one behind the other. */
export const momentsOf = async (
  { state, days, urged, extended, asked, satisfaction }: Plan,
  { now, calendar, chance }: { readonly now: Date; readonly calendar: WorkCalendar; readonly chance: Random },
): Promise<Moments> => {
  const day = await workingDaysAgo(dayOf(now), days, calendar);
  const morning = instantAt(day, chance.int(7, 14), chance.int(30, 59));
  const received = new Date(Math.min(morning.getTime(), now.getTime() - chance.int(50, 110) * MINUTE));
  const steps = new Set<Step>([
    ...(STEPS[state] ?? []),
    ...(asked ? (['asked'] as const) : []),
    ...(extended ? (['extended'] as const) : []),
    ...(urged ? (['urged'] as const) : []),
    ...(satisfaction && state !== 'reopened' ? (['rated'] as const) : []),
  ]);
  const found: Partial<Record<Step, Date>> = {};
  let last = received;
  for (const step of (Object.keys(HOURS) as Step[]).filter((each) => steps.has(each))) {
    const wanted = await calendar.afterHours(received, HOURS[step] + chance.int(0, 50) / 60);
    // On the first day there are no office hours yet: things follow at once.
    const [early, late] = [last.getTime() + 3 * MINUTE, now.getTime() - 5 * MINUTE];
    last = new Date(Math.max(early, Math.min(wanted.getTime(), late)));
    found[step] = last;
  }
  return { received, ...found };
};

type Clocked = Pick<
  CaseRow,
  'classifyBy' | 'answerBy' | 'dueAt' | 'pausedAt' | 'extendedAt' | 'extensionReason' | 'onTime' | 'escalation'
>;

/** The deadlines of a case with these moments, as the services would have set them. */
export const clocksOf = async (
  { state, complex = false }: Plan,
  { received, asked, extended, answered, reopened }: Moments,
  { now, calendar, topic }: { readonly now: Date; readonly calendar: WorkCalendar; readonly topic: TopicRow },
): Promise<Clocked> => {
  const began = reopened ?? received;
  const classifyBy = await calendar.afterDays(began, topic.classifyDays);
  const days = (complex ? topic.complexDays : topic.answerDays) + (extended ? topic.extensionDays : 0);
  const answerBy = await calendar.afterDays(began, days);
  const dueAt = dueIn(state, { classifyBy, answerBy });
  const overdueSince = dueAt && dueAt < now ? dueAt : undefined;
  const loud = overdueSince && (await calendar.afterDays(overdueSince, 2)) < now;
  return {
    classifyBy,
    answerBy,
    dueAt,
    pausedAt: state === 'waiting_citizen' ? (asked ?? null) : null,
    extendedAt: extended ?? null,
    extensionReason: extended ? 'Cần đối chiếu bảng lương bản giấy tại đơn vị, đơn vị hẹn trong tuần.' : '',
    onTime: answered && !reopened ? answered <= answerBy : null,
    escalation: overdueSince ? (loud ? 3 : 2) : 0,
  };
};
