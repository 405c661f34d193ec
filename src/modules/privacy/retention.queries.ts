import { DAY, type Clock } from '../../core/clock.js';
import type { Deletion, DeletionsSince, Retention } from '../../core/retention/retention.js';

/** One kind of rows as the board shows it. */
export interface Kept {
  readonly name: string;
  readonly what: string;
  readonly why: string;
  readonly until: string;
  readonly lastDay: number;
  readonly lastWeek: number;
  readonly lastAt?: Date;
  /** What would be deleted now; only after a trial. `null` where it could not be counted. */
  readonly due?: number | null;
}

export interface RetentionQueries {
  board(): Promise<readonly Kept[]>;
  /** The same with the counts of what is due; deletes nothing. */
  trial(): Promise<readonly Kept[]>;
}

export interface RetentionParts {
  readonly retention: () => readonly Retention[];
  readonly deletionsSince: DeletionsSince;
  readonly clock: Clock;
}

const sum = (deletions: readonly Deletion[]): number => deletions.reduce((total, { amount }) => total + amount, 0);

export const createRetentionQueries = ({ retention, deletionsSince, clock }: RetentionParts): RetentionQueries => {
  const draw = async (count: (kind: Retention) => Promise<{ due?: number | null }>): Promise<Kept[]> => {
    const now = clock.now().getTime();
    const week = await deletionsSince(new Date(now - 7 * DAY));
    const rows: Kept[] = [];
    for (const kind of retention()) {
      const own = week.filter(({ name }) => name === kind.name);
      const lastAt = own[0]?.at;
      rows.push({
        name: kind.name,
        what: kind.what,
        why: kind.why,
        until: await kind.until(),
        lastDay: sum(own.filter(({ at }) => at.getTime() >= now - DAY)),
        lastWeek: sum(own),
        ...(lastAt && { lastAt }),
        ...(await count(kind)),
      });
    }
    return rows;
  };
  return {
    board: () => draw(async () => ({})),
    trial: () => draw(async (kind) => ({ due: await kind.due().catch(() => null) })),
  };
};
