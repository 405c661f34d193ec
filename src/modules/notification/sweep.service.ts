import { Op } from 'sequelize';
import { openStates, reasons, secretTemplates } from './message.rules.js';
import type { QueueParts } from './message.service.js';

/** A message that nobody closed within this time never will be sent. */
const FORGOTTEN = 24 * 60 * 60_000;

/** Closes what is past its time without waiting for its next try; no secret outlives its message. */
export const createSweep =
  ({ uow, clock, messages }: Pick<QueueParts, 'uow' | 'clock' | 'messages'>) =>
  (): Promise<void> =>
    uow.run(async () => {
      const now = clock.now();
      const ended = { nextTryAt: null, endedAt: now };
      const closed = { ...ended, state: 'permanent-failure', error: reasons.expired, sealed: null } as const;
      const idle = openStates.filter((state) => state !== 'sending');
      await messages.change(closed, { state: idle, expiresAt: { [Op.lte]: now } });
      const forgotten = { state: [...openStates], createdAt: { [Op.lt]: new Date(now.getTime() - FORGOTTEN) } };
      const failed = { ...ended, state: 'technical-failure', error: reasons.exhausted } as const;
      await messages.change({ ...failed, sealed: null }, { ...forgotten, template: secretTemplates });
      await messages.change(failed, forgotten);
    });
