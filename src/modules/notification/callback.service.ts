import type { MessageState } from '../../contracts/notification.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Logger } from '../../core/log.js';
import { idIn, isFresh, isSignedBy, verdictOf, type Verdict } from './callback.rules.js';
import type { MessageRow } from './message.model.js';
import { hasSecret, reasons } from './message.rules.js';
import type { CallbackSettings } from './settings.js';

/** What came in: the bytes that were signed, and the headers beside them. */
export interface Callback {
  readonly signed: Buffer;
  header(name: string): string;
}

export interface CallbackParts {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly log: Logger;
  readonly messages: Table<MessageRow>;
}

/** `taken` tells nothing of whether the message is known or had ended before. */
export type Reception = 'taken' | 'refused';

/**
 * From where an end may be written. That a message arrived is news even while its answer is lost or it is to be tried
 * again; that it did not is news only of a message that was handed over.
 */
const FROM: Readonly<Record<Exclude<Verdict, 'open'>, readonly MessageState[]>> = {
  delivered: ['sending', 'sent', 'temporary-failure', 'technical-failure'],
  failed: ['sending', 'sent'],
};

/** The delivery may write its own end at the same moment: then look again. */
const ROUNDS = 3;

/** Takes what the SMS provider tells of messages it was handed. */
export const createCallbacks = ({ uow, clock, log, messages }: CallbackParts, settings: CallbackSettings) => {
  const obstacle = ({ signed, header }: Callback): string | undefined => {
    const { secret, timestampHeader } = settings;
    const timestamp = timestampHeader && header(timestampHeader);
    if (timestampHeader && !isFresh(timestamp ?? '', clock.now())) return 'timestamp';
    const bytes = timestamp ? Buffer.concat([Buffer.from(`${timestamp}.`), signed]) : signed;
    return isSignedBy(secret, bytes, header(settings.header)) ? undefined : 'signature';
  };

  /** The channel is looked at afterwards: as a condition it would lead away from the index of the numbers. */
  const find = async (id: string): Promise<MessageRow | undefined> => {
    const row = (await messages.one({ id })) ?? (await messages.one({ providerId: id }, { order: [['id', 'DESC']] }));
    return row?.channel === 'sms' ? row : undefined;
  };

  const setOf = (row: MessageRow, verdict: 'delivered' | 'failed'): Partial<MessageRow> => {
    const now = clock.now();
    const ended = { nextTryAt: null, endedAt: row.endedAt ?? now, sentAt: row.sentAt ?? now };
    const gone = hasSecret(row.template) && { sealed: null };
    if (verdict === 'delivered') return { ...ended, ...gone, state: 'delivered', error: '' };
    return { ...ended, ...gone, state: 'permanent-failure', error: reasons.undelivered };
  };

  /** One conditional update: a callback that comes twice or too late finds the state gone on and changes nothing. */
  const settle = async (id: string, verdict: 'delivered' | 'failed'): Promise<void> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = await find(id);
      if (!row || !FROM[verdict].includes(row.state)) return;
      const { state, attempt } = row;
      const set = setOf(row, verdict);
      if ((await uow.run(() => messages.change(set, { id: row.id, state, attempt }))) === 1) return;
    }
  };

  return async (callback: Callback): Promise<Reception> => {
    const fault = obstacle(callback);
    if (fault) {
      log.warn({ fault }, 'callback of the SMS provider refused');
      return 'refused';
    }
    const body = callback.signed.toString('utf8');
    const [id, verdict] = [idIn(body, settings.id).slice(0, 120), verdictOf(body, settings)];
    if (id && verdict !== 'open') await settle(id, verdict);
    return 'taken';
  };
};

export type TakeCallback = ReturnType<typeof createCallbacks>;
