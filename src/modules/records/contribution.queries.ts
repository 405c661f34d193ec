import type { DatedSettings } from '../../contracts/organisation.js';
import { contribution, ratesFor } from './contribution.rules.js';
import { monthAt } from './month.rules.js';
import type { Period } from './period.rules.js';

/** What each side pays a month, whole đồng. */
export interface Contribution {
  readonly worker: number;
  readonly employer: number;
}

export type ContributionOf = (period: Period) => Promise<Contribution>;

/** Contributions by the rates that were in force in the last month of a period. */
export const contributionOf =
  (settings: DatedSettings): ContributionOf =>
  async (period) => {
    const day = `${monthAt(period.to)}-01`;
    const { worker, employer } = ratesFor(period);
    const percents = (names: readonly string[]) => Promise.all(names.map((name) => settings.number(name, day)));
    return {
      worker: contribution(period.wageForContribution, await percents(worker)),
      employer: contribution(period.wageForContribution, await percents(employer)),
    };
  };
