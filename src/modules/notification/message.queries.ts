import { Op } from 'sequelize';
import type { Table } from '../../core/db/table.js';
import type { MessageRow } from './message.model.js';
import type { ScreenRow } from './screen.model.js';

/** As many as one subject can have, and a page can show. */
const PAGE = 100;

/** Reads of messages, newest first. */
export const createQueries = (messages: Table<MessageRow>, screen: Table<ScreenRow>) => ({
  about: (subjectKind: string, subjectId: string): Promise<MessageRow[]> =>
    messages.many({ subjectKind, subjectId }, { order: [['id', 'DESC']], limit: PAGE }),

  /** All of them, for the person himself. */
  allAbout: (subjectKind: string, subjectId: string): Promise<MessageRow[]> =>
    messages.many({ subjectKind, subjectId }, { order: [['id', 'DESC']] }),

  /** What the `screen` driver showed, of one recipient when `to` is given. */
  shown: (to: string): Promise<ScreenRow[]> =>
    screen.many(to ? { recipient: to } : {}, { order: [['id', 'DESC']], limit: PAGE }),

  /** What has not been sent, or not yet. */
  unsent: (to: string): Promise<MessageRow[]> =>
    messages.many(
      { state: { [Op.notIn]: ['sent', 'delivered'] }, ...(to && { recipient: to }) },
      { order: [['id', 'DESC']], limit: PAGE },
    ),
});

export type MessageQueries = ReturnType<typeof createQueries>;
