import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE, type Clock } from '../../core/clock.js';
import { isConnectionFault } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Later } from '../../core/events/outbox.js';
import type { Logger } from '../../core/log.js';
import type { Driver, Outcome } from './drivers/driver.js';
import type { MessageRow } from './message.model.js';
import {
  hasSecret,
  isLost,
  isOpen,
  isReachable,
  MAX_UNSURE,
  pauseAfter,
  reasons,
  type Content,
} from './message.rules.js';
import type { Seal } from '../../core/seal.js';

export interface DeliveryParts {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly log: Logger;
  readonly messages: Table<MessageRow>;
  readonly seal: Seal;
}

/** A try that has not ended after this long belongs to a killed process. Longer than any driver's deadline. */
const LEASE = 45_000;

/** How often and in which pauses (milliseconds) the end of a try is written down while the database is away. */
const WRITES = { times: 40, pause: 500 } as const;

/** Writes down how a try went. */
const createBook = ({ uow, clock, log, messages }: DeliveryParts) => {
  const soon = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);

  /** Changes the message only if nobody else has meanwhile; says whether it did. */
  const move = async (row: MessageRow, set: Partial<MessageRow>): Promise<boolean> =>
    (await uow.run(() => messages.change(set, { id: row.id, state: row.state, attempt: row.attempt }))) === 1;

  const end = async (
    row: MessageRow,
    state: 'permanent-failure' | 'technical-failure',
    error: string,
  ): Promise<void> => {
    log.warn(
      { message: row.id, channel: row.channel, template: row.template, attempt: row.attempt, state, reason: error },
      'message not sent',
    );
    const gone = isLost(row.template, error) && { sealed: null };
    await move(row, { ...gone, nextTryAt: null, endedAt: clock.now(), state, error: error.slice(0, 200) });
  };

  const retry = async (row: MessageRow, reason: string): Promise<Later | void> => {
    const pause = pauseAfter(row.attempt, row.unsure > 0);
    if (pause === undefined) return end(row, 'technical-failure', `${reason}; ${reasons.exhausted}`);
    // Comes back at the end of its life at the latest, to be closed in time.
    const planned = soon(pause);
    const retryAt = row.expiresAt && row.expiresAt < planned ? row.expiresAt : planned;
    log.info({ message: row.id, channel: row.channel, attempt: row.attempt, reason }, 'message to be tried again');
    await move(row, {
      state: 'temporary-failure',
      nextTryAt: retryAt,
      unsure: row.unsure,
      error: reason.slice(0, 200),
    });
    return { retryAt };
  };

  const write = async (row: MessageRow, outcome: Outcome): Promise<Later | void> => {
    if (outcome.kind === 'sent') {
      const { providerId = '' } = outcome;
      const gone = hasSecret(row.template) && { sealed: null };
      const now = clock.now();
      await move(row, { ...gone, nextTryAt: null, state: 'sent', sentAt: now, endedAt: now, providerId, error: '' });
      return undefined;
    }
    if (outcome.kind !== 'temporary') return end(row, `${outcome.kind}-failure`, outcome.reason);
    const unsure = row.unsure + (outcome.unsure ? 1 : 0);
    if (unsure >= MAX_UNSURE) return end(row, 'technical-failure', reasons.unsure);
    return retry({ ...row, unsure }, outcome.reason);
  };

  /** Who has sent a message and forgets it sends it twice: the database may come back before the lease ends. */
  const record = async (row: MessageRow, outcome: Outcome): Promise<Later | void> => {
    for (let left = WRITES.times; ; left -= 1)
      try {
        return await write(row, outcome);
      } catch (error) {
        if (left <= 1 || !isConnectionFault(error)) throw error;
        await wait(WRITES.pause);
      }
  };

  return { soon, move, end, record };
};

/** Brings one message to the other side, or says when to come back for it. */
export const createDelivery = (parts: DeliveryParts) => {
  const { clock, messages, seal } = parts;
  const { soon, move, end, record } = createBook(parts);

  const contentOf = (row: MessageRow): Content | undefined => {
    try {
      return row.sealed === null ? undefined : seal.open<Content>(row.id, row.sealed);
    } catch {
      return undefined;
    }
  };

  /** What is wrong with the message itself, before anybody is asked to carry it. */
  const hopeless = (row: MessageRow): Promise<void> | undefined => {
    if (row.expiresAt && row.expiresAt <= clock.now()) return end(row, 'permanent-failure', reasons.expired);
    if (!isReachable(row.channel, row.recipient)) return end(row, 'permanent-failure', reasons.unreachable);
    return undefined;
  };

  /** Takes the message for one try. A try that a killed process left behind counts as one of unknown outcome. */
  const claim = async (row: MessageRow): Promise<MessageRow | undefined> => {
    const unsure = row.unsure + (row.state === 'sending' ? 1 : 0);
    const taken = { state: 'sending', attempt: row.attempt + 1, unsure, nextTryAt: soon(LEASE) } as const;
    return (await move(row, taken)) ? { ...row, ...taken } : undefined;
  };

  /** One try. Resolves to the time of the next one, or to nothing when the message has ended. */
  return async (id: string, driver: Driver): Promise<Later | void> => {
    const row = await messages.one({ id });
    if (!row || !isOpen(row.state)) return undefined;
    if (row.nextTryAt && row.nextTryAt > clock.now() && !(row.expiresAt && row.expiresAt <= clock.now()))
      return { retryAt: row.nextTryAt };
    const closed = hopeless(row);
    if (closed) return closed;
    if (row.state === 'sending' && row.unsure + 1 >= MAX_UNSURE) return end(row, 'technical-failure', reasons.unsure);
    const mine = await claim(row);
    // Another process was first: look again when its time is over.
    if (!mine) return { retryAt: soon(MINUTE) };
    const content = contentOf(mine);
    if (!content) return end(mine, 'technical-failure', reasons.unreadable);
    return record(mine, await driver.send({ ...content, id, to: mine.recipient }));
  };
};
