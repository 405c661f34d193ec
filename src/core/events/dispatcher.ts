import { DAY, type Clock } from '../clock.js';
import { runInContext, system } from '../context.js';
import type { Database } from '../db/connection.js';
import type { Table } from '../db/table.js';
import type { Logger } from '../log.js';
import { createDeliveries } from './deliveries.js';
import type { Subscription } from './outbox.js';
import { outboxTable, type OutboxRow } from './outbox.model.js';

/** How often each subscriber's queue is looked at when nobody pokes. */
const POLL = 1_000;
/** Done rows are kept for a while, so that a repeated publication with the same key is still recognised. */
const KEEP_DONE = 7 * DAY;
/** Done rows that one unit of work removes. */
const BATCH = 1_000;

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
  /** How many rows that would be. */
  prunable(): Promise<number>;
}

export interface DispatcherParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly subscriptions: () => readonly Subscription[];
}

const DONE = "FROM core_outbox WHERE state = 'done' AND done_at < ?";

const pruneDone = async (db: Database, table: Table<OutboxRow>, before: Date): Promise<number> => {
  for (let total = 0; ;) {
    const rows = await db.rows<{ id: string }>(`SELECT id ${DONE} LIMIT ${BATCH}`, [before]);
    if (rows.length) total += await db.uow.run(() => table.remove({ id: rows.map((row) => row.id) }));
    if (rows.length < BATCH) return total;
  }
};

export const createDispatcher = ({ db, clock, log, subscriptions }: DispatcherParts): Dispatcher => {
  const table = outboxTable(db.sequelize);
  const doneBefore = (): Date => new Date(clock.now().getTime() - KEEP_DONE);
  const deliverDue = createDeliveries({ db, clock, log });
  const busy = new Map<string, Promise<number>>();
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  const work = async (subscription: Subscription): Promise<number> => {
    for (let total = 0; ;) {
      const handled = stopping ? 0 : await deliverDue(subscription);
      total += handled;
      if (handled === 0) return total;
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
    prune: () => pruneDone(db, table, doneBefore()),
    prunable: async () => Number((await db.row<{ n: number }>(`SELECT COUNT(*) AS n ${DONE}`, [doneBefore()]))?.n ?? 0),
  };
};
