import type { Agencies } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { page, type Handler } from '../../core/http/route.js';
import { alarmsOf } from './alarm.rules.js';
import type { FigureQueries } from './figure.queries.js';
import { presentHead, presentPage, presentRecipient } from './list.presenter.js';
import type { ListQueries, Reach } from './list.queries.js';
import type { ListInput, RecipientInput } from './list.schema.js';
import type { Search } from './list.service.js';
import { maskRecipient } from './message.presenter.js';

export interface ListController {
  readonly show: Handler<ListInput>;
  /** The page again after a filter or a recipient that could not be used. */
  readonly reshow: Handler;
  readonly search: Handler<RecipientInput>;
}

export interface ListControllerParts {
  readonly lists: ListQueries;
  readonly figures: FigureQueries;
  readonly search: Search;
  readonly agencies: Agencies;
  readonly clock: Clock;
  readonly callsBack: boolean;
}

/** Messages as officers see them: how each stands, never what it says. */
export const createListController = (parts: ListControllerParts): ListController => {
  const { lists, figures, search, agencies, clock, callsBack } = parts;

  const reachOf = async ({ attributes }: Actor): Promise<Reach> => {
    const codes = await agencies.subtree(attributes['agencyCode'] ?? '');
    const own = await agencies.own();
    return { agencies: codes, whole: own !== undefined && codes.includes(own.code) };
  };

  const head = async () => {
    const now = clock.now();
    const found = await figures.day(now);
    return presentHead({ figures: found, alarms: alarmsOf(found, now, callsBack) }, { now, callsBack });
  };

  return {
    show: async ({ input, actor }) => {
      const { tinhTrang: state, kenh: channel, ngay: day, sau: after, truoc: before } = input;
      const found = await lists.page(await reachOf(actor), { state, channel, day }, { after, before });
      return page('notification/list', { ...(await head()), ...presentPage(found, input) });
    },
    reshow: async () => page('notification/list', { ...(await head()), ...presentPage({ rows: [] }) }),
    search: async ({ input: { den }, actor }) => {
      const masked = maskRecipient(den.includes('@') ? 'email' : 'sms', den);
      const rows = await search(await reachOf(actor), den, masked);
      return page('notification/list', { ...(await head()), ...presentRecipient(masked, rows) });
    },
  };
};
