import type { Sequelize } from 'sequelize';
import type { Channel, MessageState, TemplateName } from '../../contracts/notification.js';
import { code, count, id, instant, longText, optional, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

export interface MessageRow {
  id: string;
  eventKey: string;
  channel: Channel;
  recipient: string;
  template: TemplateName;
  /** The content, encrypted. With a secret it is gone as soon as the message has ended, otherwise it can be sent again. */
  sealed: string | null;
  textShown: string;
  subjectKind: string;
  subjectId: string;
  /** Agency whose matter it is; null for those of the whole house: codes, passwords. */
  agencyCode: string | null;
  state: MessageState;
  attempt: number;
  /** Tries whose outcome is not known. */
  unsure: number;
  /** While `sending`: until when this try belongs to its process. */
  nextTryAt: Date | null;
  expiresAt: Date | null;
  providerId: string;
  error: string;
  createdAt: Date;
  sentAt: Date | null;
  /** When it was sent or given up; what a provider tells later changes nothing here. */
  endedAt: Date | null;
  /** How often it was sent again, and when the last time. */
  repeats: number;
  repeatedAt: Date | null;
}

export const messageTable = (sequelize: Sequelize): Table<MessageRow> =>
  defineTable<MessageRow>(sequelize, 'notification_message', {
    id: id(),
    eventKey: code(120),
    channel: code(10),
    recipient: code(254),
    template: code(40),
    sealed: optional(longText()),
    textShown: longText(),
    subjectKind: code(40),
    subjectId: code(64),
    agencyCode: optional(code(5)),
    state: code(20),
    attempt: count(),
    unsure: count(),
    nextTryAt: optional(instant()),
    expiresAt: optional(instant()),
    providerId: code(120),
    error: text(200),
    createdAt: instant(),
    sentAt: optional(instant()),
    endedAt: optional(instant()),
    repeats: count(),
    repeatedAt: optional(instant()),
  });
