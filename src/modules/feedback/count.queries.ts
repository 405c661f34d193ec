import type { Clock } from '../../core/clock.js';
import { join, within, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { countUpTo } from '../../core/db/count-up-to.js';
import { IN_WORK, recentCounts } from '../../core/db/recent-counts.js';
import { inList, isOpen, type ListFilter } from './clause.queries.js';
import { LIST_NAMES, type ListName } from './list.rules.js';

export type ListCounts = Readonly<Record<ListName, number>>;

/** Cases under these conditions. */
export const casesWhere = (...conditions: readonly Clause[]): Clause => {
  const { sql, params } = join(conditions);
  return { sql: `SELECT 1 AS one FROM feedback_case c WHERE ${sql}`, params };
};

type Shared = Omit<ListCounts, 'cua-toi'>;

/** How many cases each list holds, as far as anybody counts; what an officer has himself is counted each time. */
export const countQueries = (db: Database, clock: Clock) => {
  const [lists, open] = [recentCounts<Shared>(clock, IN_WORK), recentCounts<{ open: number }>(clock, IN_WORK)];
  return {
    of: async (filter: Omit<ListFilter, 'list'>): Promise<ListCounts> => {
      const selection = (list: ListName): Clause => casesWhere(inList({ ...filter, list }));
      const shared = LIST_NAMES.filter((list) => list !== 'cua-toi').map((list) => [list, selection(list)] as const);
      const count = (): Promise<Shared> => countUpTo(db, Object.fromEntries(shared) as Record<keyof Shared, Clause>);
      const own = await countUpTo(db, { 'cua-toi': selection('cua-toi') });
      return { ...(await lists(filter.agencies.join(), count)), ...own };
    },

    /** Cases that wait for somebody of ours. */
    waiting: async (agencies: readonly string[]): Promise<number> => {
      const count = () => countUpTo(db, { open: casesWhere(within('c.handling_agency', agencies), isOpen) });
      return (await open(agencies.join(), count)).open;
    },
  };
};
export type Counts = ReturnType<typeof countQueries>;
