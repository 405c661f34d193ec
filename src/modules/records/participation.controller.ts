import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { page, type PageRequest, type Reply } from '../../core/http/route.js';
import type { ContributionOf } from './contribution.queries.js';
import { monthIndex } from './month.rules.js';
import { presentParticipation, readHistory } from './participation.presenter.js';
import type { ParticipationsOf } from './participation.queries.js';
import type { ParticipationQuery } from './participation.schema.js';

interface Parts {
  readonly clock: Clock;
  readonly settings: DatedSettings;
  readonly participations: ParticipationsOf;
  readonly contribution: ContributionOf;
}

/** Quá trình tham gia BH: one fund a page. */
export const participationController = ({ clock, settings, participations, contribution }: Parts) => ({
  show: async ({ input, actor }: PageRequest<ParticipationQuery>): Promise<Reply> => {
    const today = dayOf(clock.now());
    const history = readHistory(
      input.loai,
      await participations(actor.attributes['insuranceNumber'] ?? '', input.loai),
    );
    const contributions = await Promise.all(history.periods.map(contribution));
    const hotline = await settings.text(settingNames.insurerHotline, today);
    const surroundings = { thisMonth: monthIndex(today), hotline };
    return page('records/participation', presentParticipation(history, contributions, surroundings));
  },
});
