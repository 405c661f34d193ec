import { DAY, MINUTE, type Clock } from '../clock.js';
import { runInContext, system } from '../context.js';
import type { Database } from '../db/connection.js';
import type { Logger } from '../log.js';
import type { Subscription } from './outbox.js';
import { outboxTable, type OutboxRow } from './outbox.model.js';

/** A claimed row that is not finished after this long belongs to a killed process and is taken over. */
const LEASE = MINUTE;
/** How often each subscriber's queue is looked at when nobody pokes. */
const POLL = 1_000;
const BATCH = 20;
const MAX_ATTEMPTS = 20;
/** Done rows are kept for a while, so that a repeated publication with the same key is still recognised. */
const KEEP_DONE = 7 * DAY;

const pauseAfter = (attempt: number): number => Math.min(2 ** attempt * 1_000, 30 * MINUTE);

/** Works the outbox off: every subscriber has its own queue, so that a hanging one holds up nobody else. */
export interface Dispatcher {
  start(): void;
  /** Waits for what is being handled, takes nothing new. */
  stop(): Promise<void>;
  poke(): void;
  /** Handles everything that is due now and returns how many rows that were; for tests and the command line. */
  drain(): Promise<number>;
  /** Removes done rows that nobody needs any more. */
  prune(): Promise<number>;
}

type Claimed = OutboxRow & { leaseUntil: Date };

export interface DispatcherParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly subscriptions: () => readonly Subscription[];
}

export const createDispatcher = ({ db, clock, log, subscriptions }: DispatcherParts): Dispatcher => {
  const table = outboxTable(db.sequelize);
  const busy = new Map<string, Promise<number>>();
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

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

  const work = async (subscription: Subscription): Promise<number> => {
    let handled = 0;
    for (;;) {
      const rows = stopping ? [] : await due(subscription.name);
      const mine: Claimed[] = [];
      for (const row of rows) {
        const claimed = await claim(row);
        if (claimed) mine.push(claimed);
      }
      await Promise.all(mine.map((row) => handle(subscription, row)));
      handled += mine.length;
      if (mine.length === 0) return handled;
    }
  };

  const workOnce = (subscription: Subscription): Promise<number> => {
    const running = busy.get(subscription.name);
    if (running) return running;
    // Whoever poked, and for whom: what follows is done by the system.
    const run = runInContext({ requestId: '', ip: '', actor: system }, () => work(subscription))
      .catch((error: unknown) => {
        log.warn({ err: error, subscriber: subscription.name }, 'outbox not reachable');
        return 0;
      })
      .finally(() => busy.delete(subscription.name));
    busy.set(subscription.name, run);
    return run;
  };

  const poke = (): void => {
    if (!timer || stopping) return;
    for (const subscription of subscriptions()) void workOnce(subscription);
  };

  return {
    start: () => {
      timer = setInterval(poke, POLL);
      timer.unref();
    },
    poke,
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await Promise.all(busy.values());
    },
    drain: async () => {
      let total = 0;
      for (;;) {
        let handled = 0;
        for (const subscription of subscriptions()) {
          // A round that was under way may have looked before the newest row was there.
          await busy.get(subscription.name);
          handled += await workOnce(subscription);
        }
        total += handled;
        if (handled === 0) return total;
      }
    },
    prune: () =>
      db.uow.run(() =>
        db
          .rows<{ id: string }>(`SELECT id FROM core_outbox WHERE state = 'done' AND done_at < ? LIMIT 1000`, [
            new Date(clock.now().getTime() - KEEP_DONE),
          ])
          .then((rows) => (rows.length ? table.remove({ id: rows.map((row) => row.id) }) : 0)),
      ),
  };
};
