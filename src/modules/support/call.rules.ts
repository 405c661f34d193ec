import { MINUTE } from '../../core/clock.js';
import { maskPaper } from '../../core/http/format.js';

/** The number of the person behind what stands on a card: its last ten digits. */
export const personOf = (cardNumber: string): string => cardNumber.slice(-10);

/** Whole minutes since then. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE));

export interface Standing {
  readonly kind: 'work' | 'bad' | 'ok';
  readonly icon: string;
  readonly text: string;
}

/** "12 phút", "1 giờ 5 phút". */
export const lasting = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} giờ ${minutes % 60} phút` : `${minutes} phút`;
};

/** How an open case stands against the minutes it may take. */
export const standingOf = (minutes: number, limit: number): Standing =>
  minutes >= limit
    ? { kind: 'bad', icon: 'alarm', text: `Quá ${lasting(minutes - limit)}` }
    : { kind: 'work', icon: 'hourglass-split', text: `Còn ${lasting(limit - minutes)}` };

export const maskedCard = (cardNumber: string): string => maskPaper(cardNumber);
