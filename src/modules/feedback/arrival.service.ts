import { currentContext } from '../../core/context.js';
import type { Reportable, ReportLink } from '../../core/report-link.js';
import type { Seal } from '../../core/seal.js';
import { openingOf, type Opening } from './arrival.rules.js';
import { fromMark, toMark } from './pass.service.js';
import { paths } from './paths.js';

/** What another page has begun: the thing in words, and how the form is filled in. */
export interface Arrival extends Opening {
  readonly mark: string;
  readonly reference: string;
}

/** As much as the column holds. */
const LONGEST = 2_000;

/** Links that carry what a page knows into the form: sealed, and open only to whoever was given them. */
export const arrivalsOf = (seal: Seal) => {
  const link: ReportLink = ({ topic, subject }) => {
    if (!subject) return paths.form;
    return paths.filled(toMark(seal.close(currentContext().actor.id, { topic, subject })));
  };

  return {
    link,
    /** Nothing for a mark that is not ours, or that was given to somebody else. */
    open: (mark: string): Arrival | undefined => {
      if (!mark) return undefined;
      // Whoever signs in on his way brings along what he was given as a guest.
      for (const holder of new Set([currentContext().actor.id, ''])) {
        try {
          const { topic, subject } = seal.open<Reportable>(holder, fromMark(mark));
          const opening = openingOf(topic);
          return opening && { ...opening, mark, reference: subject.slice(0, LONGEST) };
        } catch {
          // Not sealed for this holder.
        }
      }
      return undefined;
    },
  };
};

export type Arrivals = ReturnType<typeof arrivalsOf>;
