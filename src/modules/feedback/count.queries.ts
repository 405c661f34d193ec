import { join, within, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { countUpTo } from '../../core/db/count-up-to.js';
import { inList, isOpen, type ListFilter } from './clause.queries.js';
import { LIST_NAMES, type ListName } from './list.rules.js';

export type ListCounts = Readonly<Record<ListName, number>>;

/** Cases under these conditions. */
export const casesWhere = (...conditions: readonly Clause[]): Clause => {
  const { sql, params } = join(conditions);
  return { sql: `SELECT 1 AS one FROM feedback_case c WHERE ${sql}`, params };
};

/** How many cases each list holds, as far as anybody counts. */
export const countQueries = (db: Database) => ({
  of: (filter: Omit<ListFilter, 'list'>): Promise<ListCounts> => {
    const selections = LIST_NAMES.map((list) => [list, casesWhere(inList({ ...filter, list }))] as const);
    return countUpTo(db, Object.fromEntries(selections) as Record<ListName, Clause>);
  },

  /** Cases that wait for somebody of ours. */
  waiting: async (agencies: readonly string[]): Promise<number> => {
    const open = casesWhere(within('c.handling_agency', agencies), isOpen);
    return (await countUpTo(db, { open })).open;
  },
});
export type Counts = ReturnType<typeof countQueries>;
