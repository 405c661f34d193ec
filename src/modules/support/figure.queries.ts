import type { DatedSettings, OfficeContacts } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { figuresOf } from './figure.rules.js';

export interface FigureParts {
  readonly settings: DatedSettings;
  readonly contacts: OfficeContacts;
  readonly clock: Clock;
}

/** The figures of today, for the places in answers. */
export type Figures = () => Promise<Readonly<Record<string, string>>>;

export const figureQueries =
  ({ settings, contacts, clock }: FigureParts): Figures =>
  async () => {
    const [values, { hotline }] = await Promise.all([settings.all(), contacts.current()]);
    return figuresOf(values, dayOf(clock.now()), hotline);
  };
