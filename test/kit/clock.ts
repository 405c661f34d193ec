import type { Clock } from '../../src/core/clock.js';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** An ISO instant such as 2026-03-16T09:00:00+07:00. */
  set(iso: string): void;
  /** Moves on by so many milliseconds. */
  forward(milliseconds: number): void;
}

/** A Monday morning in Viet Nam; the time at which demo data of tests is seeded. */
export const DEFAULT_TIME = '2026-03-16T09:00:00+07:00';

export const testClock = (iso: string = DEFAULT_TIME): TestClock => {
  let at = Date.parse(iso);
  return {
    now: () => new Date(at),
    set: (moment) => void (at = Date.parse(moment)),
    forward: (milliseconds) => void (at += milliseconds),
  };
};
