import { MINUTE, type Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import { join, spansOf, within, type ListFilter } from './clause.queries.js';
import { LISTS, LIST_NAMES, type ListName } from './list.rules.js';
import type { CaseState } from './state.rules.js';

export type ListCounts = Readonly<Record<ListName, number>>;
type StateCounts = Partial<Record<CaseState, number>>;

/** Many are counted anew after a while only: nobody tells 5.001 from 5.000, and every page of officers asks. */
const MANY = 2_000;
const MEMORY = { many: MINUTE, open: 10_000 };

/** What changes with every minute, or is few: counted each time by its index. */
const COUNTED: readonly ListName[] = ['can-lam', 'cua-toi', 'qua-han', 'sap-han', 'don-doc', 'cho-lanh-dao'];

/** How many cases each list holds, exactly. */
export const countQueries = (db: Database, clock: Clock) => {
  const remembered = new Map<string, { at: number; counts: StateCounts }>();

  const byState = async (agencies: readonly string[]): Promise<StateCounts> => {
    const now = clock.now().getTime();
    const key = agencies.join();
    const kept = remembered.get(key);
    if (kept && Math.abs(now - kept.at) < MEMORY.open) return kept.counts;
    const { sql, params } = within('c.handling_agency', agencies);
    const rows = await db.rows<{ state: CaseState; n: number }>(
      `SELECT c.state, COUNT(*) AS n FROM feedback_case c WHERE ${sql} GROUP BY c.state`,
      params,
    );
    const counts = Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)])) as StateCounts;
    remembered.delete(key);
    if (rows.reduce((sum, { n }) => sum + Number(n), 0) > MANY) remembered.set(key, { at: now, counts });
    return counts;
  };

  const one = async (filter: ListFilter): Promise<number> => {
    const { from, whole } = spansOf(filter);
    const { sql, params } = join([whole]);
    return Number((await db.row<{ n: number }>(`SELECT COUNT(*) AS n ${from} WHERE ${sql}`, params))?.n ?? 0);
  };

  return {
    of: async (filter: Omit<ListFilter, 'list'>): Promise<ListCounts> => {
      const plain = { ...filter, search: undefined, state: undefined };
      const states = await byState(filter.agencies);
      const sum = (names: readonly CaseState[]): number => names.reduce((all, name) => all + (states[name] ?? 0), 0);
      const counts = {} as Record<ListName, number>;
      for (const list of LIST_NAMES)
        counts[list] = COUNTED.includes(list)
          ? await one({ ...plain, list })
          : sum(LISTS[list].states ?? (Object.keys(states) as CaseState[]));
      return counts;
    },
    /** Cases that wait for somebody of ours. */
    waiting: async (agencies: readonly string[]): Promise<number> => {
      if (agencies.length === 0) return 0;
      const { sql, params } = within('c.handling_agency', agencies);
      const found = await db.row<{ n: number }>(
        `SELECT COUNT(*) AS n FROM feedback_case c WHERE ${sql} AND c.due_at IS NOT NULL`,
        params,
      );
      return Number(found?.n ?? 0);
    },
  };
};
export type Counts = ReturnType<typeof countQueries>;
