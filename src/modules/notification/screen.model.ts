import type { Sequelize } from 'sequelize';
import type { Channel } from '../../contracts/notification.js';
import { code, id, instant, longText, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** What the `screen` driver "sent": the full text, so only outside production. */
export interface ScreenRow {
  /** The message's own id: in the order in which they were queued, and each once. */
  id: string;
  channel: Channel;
  recipient: string;
  subject: string;
  text: string;
  shownAt: Date;
}

export const screenTable = (sequelize: Sequelize): Table<ScreenRow> =>
  defineTable<ScreenRow>(sequelize, 'notification_screen', {
    id: id(),
    channel: code(10),
    recipient: code(254),
    subject: text(255),
    text: longText(),
    shownAt: instant(),
  });
