import type { Clock } from '../clock.js';
import { MOST } from './count-up-to.js';

export interface RecentCountsRule {
  /** More than so many are remembered. */
  readonly many: number;
  /** For so many milliseconds. */
  readonly memory: number;
}

/** What changes while officers work. */
export const IN_WORK: RecentCountsRule = { many: MOST, memory: 10_000 };

/**
 * Counts that every page of officers asks for. Few are counted each time; many are counted anew after a while only:
 * nobody tells 5.001 from 5.000. One kind of count each, by a key.
 */
export const recentCounts = <Counts extends object>(clock: Clock, { many, memory }: RecentCountsRule) => {
  const remembered = new Map<string, { at: number; counts: Counts }>();
  return async (key: string, count: () => Promise<Counts>): Promise<Counts> => {
    const now = clock.now().getTime();
    const kept = remembered.get(key);
    if (kept && Math.abs(now - kept.at) < memory) return kept.counts;
    const counts = await count();
    remembered.delete(key);
    const total = Object.values<number>(counts as Readonly<Record<string, number>>).reduce((sum, n) => sum + n, 0);
    if (total > many) remembered.set(key, { at: now, counts });
    return counts;
  };
};
