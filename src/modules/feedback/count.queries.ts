import type { Clock } from '../../core/clock.js';
import { join, within } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { recentCounts } from '../../core/db/recent-counts.js';
import { spansOf, type ListFilter } from './clause.queries.js';
import { LISTS, LIST_NAMES, type ListName } from './list.rules.js';
import type { CaseState } from './state.rules.js';

export type ListCounts = Readonly<Record<ListName, number>>;
type StateCounts = Partial<Record<CaseState, number>>;

/** Each kind of count has its own: those of states are asked on the lists only, those that wait on every page. */
const STATES = { many: 2_000, memory: 10_000 };
const WAITING = { many: 1_000, memory: 10_000 };

/** What changes with every minute, or is few: counted each time by its index. */
const COUNTED: readonly ListName[] = ['cua-toi', 'qua-han', 'sap-han', 'don-doc', 'cho-lanh-dao'];

/** How many cases each list holds, exactly. */
export const countQueries = (db: Database, clock: Clock) => {
  const [recentStates, recentWaiting] = [
    recentCounts<StateCounts>(clock, STATES),
    recentCounts<{ n: number }>(clock, WAITING),
  ];

  const byState = (agencies: readonly string[]): Promise<StateCounts> =>
    recentStates(agencies.join(), async () => {
      const { sql, params } = within('c.handling_agency', agencies);
      const rows = await db.rows<{ state: CaseState; n: number }>(
        `SELECT c.state, COUNT(*) AS n FROM feedback_case c WHERE ${sql} GROUP BY c.state`,
        params,
      );
      return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
    });

  /** Cases that wait for somebody of ours. */
  const waiting = async (agencies: readonly string[]): Promise<number> => {
    if (agencies.length === 0) return 0;
    const { n } = await recentWaiting(agencies.join(), async () => {
      const { sql, params } = within('c.handling_agency', agencies);
      const found = await db.row<{ n: number }>(
        `SELECT COUNT(*) AS n FROM feedback_case c WHERE ${sql} AND c.due_at IS NOT NULL`,
        params,
      );
      return { n: Number(found?.n ?? 0) };
    });
    return n;
  };

  const one = async (filter: ListFilter): Promise<number> => {
    const { from, whole } = spansOf(filter);
    const { sql, params } = join([whole]);
    return Number((await db.row<{ n: number }>(`SELECT COUNT(*) AS n ${from} WHERE ${sql}`, params))?.n ?? 0);
  };

  const of = async (filter: Omit<ListFilter, 'list'>): Promise<ListCounts> => {
    const plain = { ...filter, search: undefined, state: undefined };
    const states = await byState(filter.agencies);
    const sum = (names: readonly CaseState[]): number => names.reduce((all, name) => all + (states[name] ?? 0), 0);
    const counts = {} as Record<ListName, number>;
    for (const list of LIST_NAMES)
      counts[list] = COUNTED.includes(list)
        ? await one({ ...plain, list })
        : sum(LISTS[list].states ?? (Object.keys(states) as CaseState[]));
    return { ...counts, 'can-lam': await waiting(filter.agencies) };
  };

  return { of, waiting };
};
export type Counts = ReturnType<typeof countQueries>;
