import type { Day } from '../../core/clock.js';

/** One value of a setting and the first day on which it is in force. */
export interface DatedValue {
  readonly validFrom: Day;
  readonly value: string;
}

/** The value in force on `day`: the latest that began on or before it. `values` are sorted by day, earliest first. */
export const valueOn = (values: readonly DatedValue[], day: Day): string | undefined =>
  values.findLast((dated) => dated.validFrom <= day)?.value;
