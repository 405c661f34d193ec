import type { Day } from '../../core/clock.js';

/** What a law says of an object code, from a day to a day. */
export interface DatedLevel {
  readonly code: string;
  readonly level: string | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface DatedRule {
  readonly level: string;
  readonly validFrom: Day;
}

const within = (validFrom: Day, validTo: Day | null, day: Day): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/**
 * The level in force on a day. The law of the object code goes before the printed character, because a shift of the law
 * holds for cards printed before it; an unknown code leaves the printed one.
 */
export const levelOn = (codes: readonly DatedLevel[], card: { objectCode: string; level: string }, day: Day): string =>
  codes.find(({ code, validFrom, validTo }) => code === card.objectCode && within(validFrom, validTo, day))?.level ??
  card.level;

/** The rule of a level in force on a day: the latest that has begun. */
export const ruleOn = <T extends DatedRule>(rules: readonly T[], level: string, day: Day): T | undefined =>
  rules
    .filter((rule) => rule.level === level && rule.validFrom <= day)
    .reduce<T | undefined>((latest, rule) => (latest && latest.validFrom > rule.validFrom ? latest : rule), undefined);

export interface Visit {
  /** Cost inside the covered scope, whole đồng. */
  readonly cost: number;
  /** Share of the holder's level, percent. */
  readonly percent: number;
  /** A visit that costs less is paid in full, whole đồng. */
  readonly smallVisit: number;
}

/** What the fund pays of one visit, whole đồng. */
export const fundPays = ({ cost, percent, smallVisit }: Visit): number =>
  cost < smallVisit ? cost : Math.round((cost * percent) / 100);

/** Puts values into the places of a sentence; a place without a value keeps its name, so that the fault is seen. */
export const fillIn = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
