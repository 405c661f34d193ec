import type { Day } from '../../core/clock.js';

/** The parts of a card number of 15 characters. */
export interface CardNumber {
  readonly objectCode: string;
  readonly level: string;
  readonly provinceCode: string;
  readonly insuranceNumber: string;
}

/** Old cards carry letters among the last ten characters; they are read all the same. */
const CARD_NUMBER = /^([A-Z]{2})([1-5])(\d{2})([A-Z0-9]{10})$/;

/** Takes a card number apart; undefined when it is none. Blanks are ignored. */
export const parseCardNumber = (text: string): CardNumber | undefined => {
  const [, objectCode, level, provinceCode, insuranceNumber] =
    CARD_NUMBER.exec(text.replace(/\s/g, '').toUpperCase()) ?? [];
  if (!objectCode || !level || !provinceCode || !insuranceNumber) return undefined;
  return { objectCode, level, provinceCode, insuranceNumber };
};

/** In four boxes, as people read it out: "DN 4 48 4812345678". A number of another form stays as it is. */
export const cardNumberText = (number: string): string => {
  const parts = parseCardNumber(number);
  return parts ? `${parts.objectCode} ${parts.level} ${parts.provinceCode} ${parts.insuranceNumber}` : number;
};

export type CardPhase = 'current' | 'future' | 'past' | 'withdrawn';

export interface Validity {
  readonly validFrom: Day;
  /** Null: open end. */
  readonly validTo: Day | null;
  readonly state: 'active' | 'withdrawn';
}

/** Where a card stands on a day; its last day still counts. */
export const phaseOf = ({ validFrom, validTo, state }: Validity, today: Day): CardPhase => {
  if (state === 'withdrawn') return 'withdrawn';
  if (validFrom > today) return 'future';
  return validTo !== null && validTo < today ? 'past' : 'current';
};

const ORDER: Readonly<Record<CardPhase, number>> = { current: 0, future: 1, past: 2, withdrawn: 3 };

/** The card in force first, then those to come, then the old ones; the latest first within each. */
export const inOrder = <T extends Validity>(cards: readonly T[], today: Day): T[] =>
  [...cards].sort(
    (a, b) => ORDER[phaseOf(a, today)] - ORDER[phaseOf(b, today)] || b.validFrom.localeCompare(a.validFrom),
  );
