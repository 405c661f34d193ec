import { z } from 'zod';
import { dayOf, type Clock } from '../../core/clock.js';
import { page, type PageRequest, type Reply } from '../../core/http/route.js';
import type { BenefitQueries } from './benefit.queries.js';
import type { CardQueries } from './card.queries.js';
import { inOrder } from './card.rules.js';
import type { EntitlementOf } from './entitlement.queries.js';
import { presentMe } from './me.presenter.js';
import type { ParticipationQueries } from './participation.queries.js';
import type { ProfileOf } from './participant.queries.js';
import { paths } from './paths.js';
import type { VisitQueries } from './visit.queries.js';

/** Numbers are shown in part unless asked for: phones are read over shoulders. */
export const meQuery = z.object({ hien: z.literal('day-du').optional().catch(undefined) });

interface Parts {
  readonly clock: Clock;
  readonly profile: ProfileOf;
  readonly cards: CardQueries;
  readonly entitlement: EntitlementOf;
  readonly benefits: BenefitQueries;
  readonly visits: VisitQueries;
  readonly participations: ParticipationQueries;
}

export const meController = ({ clock, profile, cards, entitlement, participations, benefits, visits }: Parts) => ({
  show: async ({ input, actor }: PageRequest<z.infer<typeof meQuery>>): Promise<Reply> => {
    const today = dayOf(clock.now());
    const insuranceNumber = actor.attributes['insuranceNumber'] ?? '';
    const [person, list, rows, received, years, lastVisit] = await Promise.all([
      profile(insuranceNumber),
      cards.cardsOf(insuranceNumber),
      participations.ofFund(insuranceNumber, 'bhxh'),
      benefits.benefitsOf(insuranceNumber),
      visits.yearsOf(insuranceNumber),
      visits.latest(insuranceNumber),
    ]);
    const card = inOrder(list, today)[0];
    const inFull = input.hien === 'day-du';
    const parts = {
      name: actor.name,
      profile: person,
      card,
      rows,
      inFull,
      received,
      years,
      lastVisit,
      entitlement: card && (await entitlement(card, today)),
    };
    return page('records/me', { ...presentMe(parts, today), paths });
  },
});
