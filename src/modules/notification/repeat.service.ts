import { Op } from 'sequelize';
import type { Messenger } from '../../contracts/notification.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import type { MessageRow } from './message.model.js';
import { originOf, REPEAT_PAUSE, repeatKey, repeatObstacle, type Content } from './message.rules.js';
import type { Queue, QueueParts } from './message.service.js';

/** Sends messages again that have ended and carried no secret. */
export const createRepeat = ({ uow, clock, messages, seal }: QueueParts, { add }: Queue): Messenger['again'] => {
  const contentOf = ({ id, sealed }: MessageRow): Content => {
    try {
      return seal.open<Content>(id, sealed ?? '');
    } catch {
      throw new ConflictError('Nội dung của tin này không mở được nữa nên không gửi lại được.');
    }
  };

  /** The first message counts its repeats, so that two clicks, on it or on a repeat, make one. */
  return (id, { kind, id: subjectId }) =>
    uow.run(async () => {
      const row = await messages.one({ id, subjectKind: kind, subjectId });
      if (!row) throw new NotFoundError('Không tìm thấy tin nhắn này. Tin có thể đã hết thời hạn lưu.');
      const now = clock.now();
      const obstacle = repeatObstacle(row, now);
      if (obstacle) throw new ConflictError(obstacle);
      const content = contentOf(row);
      const first = (await messages.one({ id: originOf(row) })) ?? row;
      const rested = {
        [Op.or]: [{ repeatedAt: null }, { repeatedAt: { [Op.lte]: new Date(now.getTime() - REPEAT_PAUSE) } }],
      };
      await messages.claim(
        { repeats: first.repeats + 1, repeatedAt: now },
        { id: first.id, repeats: first.repeats, ...rested },
        'Tin này vừa được gửi lại. Sau 1 phút bạn gửi lại được lần nữa.',
      );
      const { channel, recipient, template, textShown, agencyCode } = row;
      const eventKey = repeatKey(first.id, first.repeats + 1);
      const subject = { subjectKind: kind, subjectId };
      await add(content, {
        eventKey,
        channel,
        recipient,
        template,
        textShown,
        agencyCode,
        ...subject,
        expiresAt: null,
      });
    });
};
