import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { ContributionOf } from './contribution.queries.js';
import { monthIndex } from './month.rules.js';
import { presentParticipation, readHistory } from './participation.presenter.js';
import type { ParticipationQueries } from './participation.queries.js';
import type { Fund } from './participation.rules.js';

interface Parts {
  readonly clock: Clock;
  readonly settings: DatedSettings;
  readonly participations: ParticipationQueries;
  readonly contribution: ContributionOf;
}

export type FundPageOf = (
  insuranceNumber: string,
  fund: Fund,
  /** Where a fault in these words is reported. */
  report?: (words: string) => string | undefined,
) => Promise<ReturnType<typeof presentParticipation>>;

/** One fund of a person, as the own page and that of an officer show it: one query for its rows. */
export const fundPageOf =
  ({ clock, settings, participations, contribution }: Parts): FundPageOf =>
  async (insuranceNumber, fund, report = () => undefined) => {
    const today = dayOf(clock.now());
    const history = readHistory(fund, await participations.ofFund(insuranceNumber, fund));
    const contributions = await Promise.all(history.periods.map(contribution));
    return presentParticipation(history, contributions, {
      thisMonth: monthIndex(today),
      hotline: await settings.text(settingNames.insurerHotline, today),
      pensionYears: await settings.number(settingNames.pensionYears, today),
      report,
    });
  };
