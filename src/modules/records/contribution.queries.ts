import type { DatedSettings } from '../../contracts/organisation.js';
import { contribution, ratesFor } from './contribution.rules.js';
import { monthAt, monthIndex } from './month.rules.js';
import type { Period } from './period.rules.js';

/** What each side pays a month, whole đồng. */
export interface Contribution {
  readonly worker: number;
  readonly employer: number;
}

export type ContributionOf = (period: Period) => Promise<Contribution | undefined>;

/** Contributions are paid since then; months before count without any. */
const FIRST_PAID = monthIndex('1995-01');

/** Contributions by the rates that were in force in the last month of a period; none where there were none yet. */
export const contributionOf =
  (settings: DatedSettings): ContributionOf =>
  async (period) => {
    if (period.to < FIRST_PAID) return undefined;
    const day = `${monthAt(period.to)}-01`;
    const { worker, employer } = ratesFor(period);
    const values = await settings.all();
    const paid = (names: readonly string[]): number =>
      contribution(
        period.wageForContribution,
        names.map((name) => values.number(name, day)),
      );
    return { worker: paid(worker), employer: paid(employer) };
  };
