import { MINUTE, type Clock } from '../clock.js';
import type { Database } from '../db/connection.js';
import type { Logger } from '../log.js';
import type { Subscription } from './outbox.js';
import { outboxTable, type OutboxRow } from './outbox.model.js';

/** A claimed row that is not finished after this long belongs to a killed process and is taken over. */
const LEASE = MINUTE;
const BATCH = 20;
const MAX_ATTEMPTS = 20;

const pauseAfter = (attempt: number): number => Math.min(2 ** attempt * 1_000, 30 * MINUTE);

type Claimed = OutboxRow & { leaseUntil: Date };

/** Takes what is due for one subscriber, hands it over and writes down how that ended; returns how many rows it took. */
export type DeliverDue = (subscription: Subscription) => Promise<number>;

export const createDeliveries = ({ db, clock, log }: { db: Database; clock: Clock; log: Logger }): DeliverDue => {
  const table = outboxTable(db.sequelize);

  const due = (subscriber: string): Promise<OutboxRow[]> =>
    db.rows<OutboxRow>(
      `SELECT id, payload, attempt, event_key AS eventKey, due_at AS dueAt FROM core_outbox
        WHERE subscriber = ? AND state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ${BATCH}`,
      [subscriber, clock.now()],
    );

  /** The row is ours, and comes back, when our update and nobody else's moved its due time behind the lease. */
  const claim = (row: OutboxRow): Promise<Claimed | undefined> =>
    db.uow.run(async () => {
      const until = new Date(clock.now().getTime() + LEASE);
      const set = { dueAt: until, leaseUntil: until, attempt: row.attempt + 1 };
      const where = { id: row.id, state: 'waiting', attempt: row.attempt, dueAt: row.dueAt } as const;
      return (await table.change(set, where)) === 1 ? { ...row, ...set } : undefined;
    });

  /** Writes the end of a delivery down, unless the lease ran out and another process holds the row now. */
  const settle = ({ id, leaseUntil }: Claimed, set: Partial<OutboxRow>): Promise<unknown> =>
    db.uow.run(() => table.change({ leaseUntil: null, ...set }, { id, state: 'waiting', leaseUntil }));

  const handle = async (subscription: Subscription, row: Claimed): Promise<void> => {
    const { attempt } = row;
    try {
      const later = await subscription.handle(JSON.parse(row.payload), { key: row.eventKey, attempt });
      if (later) await settle(row, { dueAt: later.retryAt, attempt: attempt - 1 });
      else await settle(row, { state: 'done', doneAt: clock.now(), payload: '{}' });
    } catch (error) {
      log.error({ err: error, subscriber: subscription.name, row: row.id, attempt }, 'event not handled');
      const dueAt = new Date(clock.now().getTime() + pauseAfter(attempt));
      const state = attempt >= MAX_ATTEMPTS ? 'dead' : 'waiting';
      await settle(row, { state, dueAt, error: String(error).slice(0, 2_000) });
    }
  };

  return async (subscription) => {
    const mine: Claimed[] = [];
    for (const row of await due(subscription.name)) {
      const claimed = await claim(row);
      if (claimed) mine.push(claimed);
    }
    await Promise.all(mine.map((row) => handle(subscription, row)));
    return mine.length;
  };
};
