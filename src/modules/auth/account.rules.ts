import { addDays, dayOf, HOUR, MINUTE, startOfDay, type Day } from '../../core/clock.js';

/** Idle and absolute length of a session. */
export const LIMITS = {
  citizen: { idle: 15 * MINUTE, absolute: 12 * HOUR },
  officer: { idle: 30 * MINUTE, absolute: 10 * HOUR },
} as const;

/** A first password that nobody used is dead after this long. */
export const FIRST_PASSWORD_LIFE = 72 * HOUR;

export interface Device {
  readonly label: string;
  readonly since: Date | null;
  readonly seenAt: Date | null;
}

/** A device is a live session: signed in, not idle for too long, not open for too long. */
export const isLive = ({ label, since, seenAt }: Device, now: Date): boolean =>
  label !== '' &&
  since !== null &&
  seenAt !== null &&
  now.getTime() - seenAt.getTime() <= LIMITS.citizen.idle &&
  now.getTime() - since.getTime() <= LIMITS.citizen.absolute;

/** Blanks, dots and dashes between digits are how people write numbers down. */
export const loginNumber = (typed: string): string => typed.normalize('NFKC').replace(/[\s.-]+/g, '');

export const isLoginNumber = (text: string): boolean => /^(\d{10}|\d{12})$/.test(text);

/** The first day on which a password of that age must be changed; undefined when passwords do not age (0 days). */
export const passwordEnds = (setAt: Date, days: number): Day | undefined =>
  days > 0 ? addDays(dayOf(setAt), days) : undefined;

/** Whether the password has to be changed before anything else. */
export const isDue = (password: { kind: 'one-time' | 'chosen'; setAt: Date }, days: number, now: Date): boolean => {
  if (password.kind === 'one-time') return true;
  const end = passwordEnds(password.setAt, days);
  return end !== undefined && dayOf(now) >= end;
};

export const isFirstPasswordDead = (setAt: Date, now: Date): boolean =>
  now.getTime() - setAt.getTime() > FIRST_PASSWORD_LIFE;

/** Passwords set from `from` on and before `to` have come within `before` days of their end, but not past it. */
export const reminderSpan = (before: number, days: number, today: Day): { from: Date; to: Date } => ({
  from: startOfDay(addDays(today, 1 - days)),
  to: startOfDay(addDays(today, before - days + 1)),
});

/** A path of our own, without host, backslash or control characters. */
const isLocal = (path: string): boolean => /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path);

/** Where to go after signing in: back to `path` when it is a page of this realm, else home. */
export const wayBack = (path: string | undefined, realm: 'citizen' | 'officer'): string => {
  const home = realm === 'officer' ? '/can-bo' : '/ca-nhan';
  if (!path || !isLocal(path) || /^\/(can-bo\/)?dang-(nhap|xuat)/.test(path)) return home;
  return /^\/can-bo(\/|\?|$)/.test(path) === (realm === 'officer') ? path : home;
};
