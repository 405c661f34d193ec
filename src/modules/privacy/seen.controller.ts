import { page, type Handler } from '../../core/http/route.js';
import type { Reportable } from '../../core/report-link.js';
import type { PlaceInput } from './place.schema.js';
import { presentSeen } from './seen.presenter.js';
import type { SeenQueries } from './seen.queries.js';

export interface SeenController {
  readonly show: Handler<PlaceInput>;
}

/** **Ai đã xem dữ liệu của tôi**. The number comes from the account, never from the address. */
export const createSeenController = (
  queries: SeenQueries,
  acts: Readonly<Record<string, string>>,
  reportLink: (fault: Reportable) => string | undefined,
): SeenController => ({
  show: async ({ input, actor }) => {
    const seen = await queries.of(actor.attributes['insuranceNumber'] ?? '', input.truoc);
    const ask = (subject: string): string | undefined => reportLink({ topic: 'seen', subject });
    return page('privacy/seen', presentSeen(seen, { acts, ask }, input.truoc === undefined));
  },
});
