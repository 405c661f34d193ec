import type { DossierState } from '../../contracts/registration.js';
import { addDays, daysBetween, type Day } from '../../core/clock.js';

/** What can happen to a dossier. Nothing else moves it from one state to another. */
export type Step =
  'receive' | 'handIn' | 'take' | 'release' | 'approve' | 'refuse' | 'expire' | 'correct' | 'correctWithoutPaper';

interface Transition {
  readonly from: DossierState;
  readonly to: DossierState;
}

export const transitions: Readonly<Record<Step, Transition>> = {
  receive: { from: 'declared', to: 'declared' },
  handIn: { from: 'declared', to: 'handed_in' },
  take: { from: 'handed_in', to: 'in_review' },
  release: { from: 'in_review', to: 'handed_in' },
  approve: { from: 'in_review', to: 'approved' },
  refuse: { from: 'in_review', to: 'refused' },
  expire: { from: 'declared', to: 'expired' },
  correct: { from: 'refused', to: 'declared' },
  correctWithoutPaper: { from: 'refused', to: 'handed_in' },
};

export const STATES = ['declared', 'handed_in', 'in_review', 'approved', 'refused', 'expired'] as const;

/** States in which somebody still has to do something; until the decision pictures may be replaced. */
export const OPEN_STATES = ['declared', 'handed_in', 'in_review'] as const;

/** The last day on which a dossier declared on `declared` can be handed in: until its 24:00. */
export const lastDayOf = (declared: Day, days: number): Day => addDays(declared, days);

/** Whether the last day has passed. */
export const isOver = (lastDay: Day, today: Day): boolean => lastDay < today;

/** Whether the page of the filled form opens no more: decided in favour, expired, or past its last day. */
export const isSheetDead = ({ state, lastDay }: { state: DossierState; lastDay: Day }, today: Day): boolean =>
  state === 'approved' || state === 'expired' || (state === 'declared' && isOver(lastDay, today));

/** Days left, 0 on the last day itself; never negative. */
export const daysLeft = (lastDay: Day, today: Day): number => Math.max(0, daysBetween(today, lastDay));

/** NNNNN/YYYY/AAAAA from the running number of agency and year. */
export const dossierNumber = (sequence: number, year: string, agencyCode: string): string =>
  `${String(sequence).padStart(5, '0')}/${year}/${agencyCode}`;

/** A knot of the ten-day clock. */
export interface ClockKnot {
  readonly day: Day;
  readonly kind: 'done' | 'now' | 'bell' | 'end' | '';
  readonly today: boolean;
}

/** One knot for each day from declaring to the last; today carries the sun, `bells` are the days of reminders, the last is an end. */
export const clockKnots = (declared: Day, lastDay: Day, today: Day, bells: readonly number[]): ClockKnot[] =>
  Array.from({ length: daysBetween(declared, lastDay) + 1 }, (_, index) => {
    const day = addDays(declared, index);
    const kindAhead = day === lastDay ? 'end' : bells.includes(index) ? 'bell' : '';
    const kind = day < today ? 'done' : day === today && day !== lastDay ? 'now' : kindAhead;
    return { day, kind, today: day === today };
  });

/** "Phường Thanh Khê" becomes "phường Thanh Khê" inside a line. */
export const inLine = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);

/** 128 bits of a keyed hash as the secret of a link. */
export const secretFrom = (hash: string): string => Buffer.from(hash, 'hex').subarray(0, 16).toString('base64url');
