import type { Clock } from '../../core/clock.js';
import { page, type Handler, type Reply } from '../../core/http/route.js';
import type { ListQueries } from './list.queries.js';
import { presentList } from './list.presenter.js';
import type { ListInput } from './list.schema.js';

export interface ListController {
  readonly show: Handler<ListInput>;
  /** The same page after a filter that cannot be used. */
  readonly reshow: Handler;
}

/** The list of dossiers. */
export const createListController = (queries: ListQueries, clock: Clock): ListController => ({
  show: async ({ input, actor, url }): Promise<Reply> =>
    page('approval/list', presentList(await queries.list(input, actor), { input, now: clock.now(), url })),
  reshow: async ({ actor, url }): Promise<Reply> =>
    page('approval/list', presentList(await queries.frame(actor), { now: clock.now(), url })),
});
