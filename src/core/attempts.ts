import { Op, UniqueConstraintError } from 'sequelize';
import type { Clock } from './clock.js';
import type { Table } from './db/table.js';
import type { UnitOfWork } from './db/unit-of-work.js';

/** Guesses of one kind, counted in a table of the module that asks for the secret. */
export interface AttemptRow {
  /** Keyed hash of what is guessed at and from where: the table tells nobody whose guesses these are. */
  bucket: string;
  failures: number;
  /** When counting starts again. */
  until: Date;
}

export interface CounterParts {
  readonly table: Table<AttemptRow>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  /** How many guesses there are within the window, in milliseconds. */
  readonly limit: number;
  readonly window: number;
  /** The error for whoever has none left, with the milliseconds to wait. */
  refusal(wait: number): Error;
}

/**
 * Takes one of the guesses before the secret is looked at: however many come at once, no more than the limit are
 * counted. Throws the refusal while the wait lasts. A right guess removes the row.
 */
export const attemptCounter = (parts: CounterParts): ((bucket: string) => Promise<void>) => {
  const { table, uow, clock, limit, window, refusal } = parts;
  const count = async (bucket: string): Promise<void> => {
    const now = clock.now();
    const until = new Date(now.getTime() + window);
    const counting = { bucket, until: { [Op.gt]: now } };
    for (;;) {
      if (await table.increase('failures', { ...counting, failures: { [Op.lt]: limit - 1 } })) return;
      // The last try starts the wait; a right one clears it again.
      if (await table.change({ failures: limit, until }, { ...counting, failures: limit - 1 })) return;
      if (await table.change({ failures: 1, until }, { bucket, until: { [Op.lte]: now } })) return;
      const row = await table.one({ bucket });
      if (!row) return table.insert({ bucket, failures: 1, until });
      if (row.failures >= limit && row.until > now) throw refusal(row.until.getTime() - now.getTime());
      // Somebody else's try was counted between our looks: look again.
    }
  };
  return async (bucket) => {
    const attempt = (): Promise<void> => uow.run(() => count(bucket));
    await attempt().catch((error: unknown) => {
      // Two first tries at once: the second finds the row of the first.
      if (error instanceof UniqueConstraintError) return attempt();
      throw error;
    });
  };
};
