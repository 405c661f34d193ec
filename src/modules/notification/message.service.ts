import type { MessageRequest, Messenger, TemplateName } from '../../contracts/notification.js';
import type { Clock } from '../../core/clock.js';
import { currentContext } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Outbox } from '../../core/events/outbox.js';
import { newId } from '../../core/ids.js';
import { emailQueued, smsQueued } from './events.js';
import type { MessageRow } from './message.model.js';
import { render, type Content } from './message.rules.js';
import type { Seal } from '../../core/seal.js';

export interface QueueParts {
  readonly uow: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly messages: Table<MessageRow>;
  readonly seal: Seal;
  readonly publicUrl: string;
}

/** What is written of a message when it is queued. */
type Written = Pick<
  MessageRow,
  | 'eventKey'
  | 'channel'
  | 'recipient'
  | 'template'
  | 'textShown'
  | 'subjectKind'
  | 'subjectId'
  | 'agencyCode'
  | 'expiresAt'
>;

const untouched = {
  state: 'created',
  attempt: 0,
  unsure: 0,
  nextTryAt: null,
  providerId: '',
  error: '',
  sentAt: null,
  endedAt: null,
  repeats: 0,
  repeatedAt: null,
} as const satisfies Partial<MessageRow>;

/** Puts messages in the queue. The content is written and sealed here: variables and secrets are not kept. */
export const createQueue = ({ uow, outbox, clock, messages, seal, publicUrl }: QueueParts) => {
  /** Joins the unit of work at hand. */
  const add = async (content: Content, written: Written): Promise<void> => {
    const id = newId();
    const isNew = await messages.insertNew({
      ...written,
      ...untouched,
      id,
      sealed: seal.close(id, content),
      createdAt: clock.now(),
    });
    if (isNew) await outbox.publish(written.channel === 'sms' ? smsQueued : emailQueued, { id });
  };

  /** Joins the unit of work at hand. A second request of the same key, channel and recipient is dropped. */
  const queue = <Name extends TemplateName>(request: MessageRequest<Name>): Promise<void> =>
    uow.run(async () => {
      const { channel, key, template, to, subject, expiresAt } = request;
      const { content, shown } = render(channel, template, request.variables, publicUrl);
      await add(content, {
        eventKey: key,
        channel,
        recipient: to,
        template,
        textShown: shown,
        subjectKind: subject?.kind ?? '',
        subjectId: subject?.id ?? '',
        agencyCode: request.agencyCode ?? currentContext().actor.attributes['agencyCode'] ?? null,
        expiresAt: expiresAt ?? null,
      });
    });

  const tell: Messenger['tell'] = ({ phone, email }, message) =>
    uow.run(async () => {
      await queue({ ...message, channel: 'sms', to: phone });
      if (email) await queue({ ...message, channel: 'email', to: email });
    });

  return { add, queue, tell };
};

export type Queue = ReturnType<typeof createQueue>;
