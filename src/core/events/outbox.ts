import type { Clock } from '../clock.js';
import type { EventType } from '../contract.js';
import { newId } from '../ids.js';
import type { Database } from '../db/connection.js';
import { outboxTable } from './outbox.model.js';

/** Asks the dispatcher to come back later; counts as no failed attempt. */
export interface Later {
  readonly retryAt: Date;
}

/** Who acts on an event. `name` is unique and stable: it is kept with the row. */
export interface Subscription<Payload = unknown> {
  readonly name: string;
  readonly event: EventType<Payload>;
  /** At least once, outside any unit of work. Throwing means: try again with growing pauses. */
  handle(payload: Payload, delivery: { key: string; attempt: number }): Promise<Later | void>;
}

export const subscribe = <Payload>(
  event: EventType<Payload>,
  name: string,
  handle: Subscription<Payload>['handle'],
): Subscription => ({ event, name, handle });

/** Where events wait until they are surely handled. */
export interface Outbox {
  /**
   * Keeps the event in the transaction at hand, one row for each subscriber.
   * With `key` a second publication of the same thing is dropped.
   */
  publish<Payload>(
    event: EventType<Payload>,
    payload: Payload,
    options?: { key?: string; notBefore?: Date },
  ): Promise<void>;
}

export interface OutboxWiring {
  subscribersOf(event: string): readonly Subscription[];
  /** Called after the commit, so that the dispatcher need not wait for its next look. */
  poke(): void;
}

export const createOutbox = (db: Database, clock: Clock, wiring: OutboxWiring): Outbox => {
  const table = outboxTable(db.sequelize);
  return {
    publish: async (event, payload, options = {}) => {
      const body = JSON.stringify(event.schema.parse(payload));
      for (const { name } of wiring.subscribersOf(event.name)) {
        const id = newId();
        const eventKey = `${name}:${options.key ?? id}`;
        const now = clock.now();
        const dueAt = options.notBefore ?? now;
        // The unique key decides, not a look before: two units may publish the same thing at the same time.
        await table.insertNew({
          id,
          eventKey,
          event: event.name,
          subscriber: name,
          payload: body,
          state: 'waiting',
          attempt: 0,
          dueAt,
          createdAt: now,
        });
      }
      db.uow.afterCommit(wiring.poke);
    },
  };
};
