import { Op } from 'sequelize';
import type { MessageRequest, Messenger, TemplateName } from '../../contracts/notification.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Outbox } from '../../core/events/outbox.js';
import { newId } from '../../core/ids.js';
import { emailQueued, smsQueued } from './events.js';
import type { MessageRow } from './message.model.js';
import { openStates, reasons, render } from './message.rules.js';
import type { Seal } from '../../core/seal.js';

export interface QueueParts {
  readonly uow: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly messages: Table<MessageRow>;
  readonly seal: Seal;
  readonly publicUrl: string;
}

/** A message that nobody closed within this time never will be sent: its content is wiped. */
const FORGOTTEN = 24 * 60 * 60_000;

/** Puts messages in the queue. The content is written and sealed here: variables and secrets are not kept. */
export const createQueue = ({ uow, outbox, clock, messages, seal, publicUrl }: QueueParts) => {
  /** Joins the unit of work at hand. A second request of the same key, channel and recipient is dropped. */
  const queue = <Name extends TemplateName>(request: MessageRequest<Name>): Promise<void> =>
    uow.run(async () => {
      const { channel, key, template, to, subject, expiresAt } = request;
      const { content, shown } = render(channel, template, request.variables, publicUrl);
      const id = newId();
      const isNew = await messages.insertNew({
        id,
        eventKey: key,
        channel,
        recipient: to,
        template,
        sealed: seal.close(id, content),
        textShown: shown,
        subjectKind: subject?.kind ?? '',
        subjectId: subject?.id ?? '',
        state: 'created',
        attempt: 0,
        unsure: 0,
        nextTryAt: null,
        expiresAt: expiresAt ?? null,
        providerId: '',
        error: '',
        createdAt: clock.now(),
        sentAt: null,
      });
      if (isNew) await outbox.publish(channel === 'sms' ? smsQueued : emailQueued, { id });
    });

  const tell: Messenger['tell'] = ({ phone, email }, message) =>
    uow.run(async () => {
      await queue({ ...message, channel: 'sms', to: phone });
      if (email) await queue({ ...message, channel: 'email', to: email });
    });

  /** Closes what is past its time without waiting for its next try; no secret outlives its message. */
  const sweep = (): Promise<void> =>
    uow.run(async () => {
      const now = clock.now();
      const closed = { state: 'permanent-failure', error: reasons.expired, sealed: null, nextTryAt: null } as const;
      const idle = openStates.filter((state) => state !== 'sending');
      await messages.change(closed, { state: idle, expiresAt: { [Op.lte]: now } });
      const forgotten = { [Op.lt]: new Date(now.getTime() - FORGOTTEN) };
      await messages.change(
        { ...closed, state: 'technical-failure', error: reasons.exhausted },
        { state: [...openStates], createdAt: forgotten },
      );
    });

  return { queue, tell, sweep };
};
