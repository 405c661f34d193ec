import { code, count, flag, id, instant, longText, optional, primary, text } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

export const migrations: readonly Migration[] = [
  {
    name: '001-message',
    up: (tools) =>
      tools.createTable('notification_message', {
        id: id(),
        eventKey: code(120),
        channel: code(10),
        recipient: code(254),
        template: code(40),
        sealed: optional(longText()),
        textShown: longText(),
        subjectKind: code(40),
        subjectId: code(64),
        state: code(20),
        attempt: count(),
        unsure: count(),
        nextTryAt: optional(instant()),
        expiresAt: optional(instant()),
        providerId: code(120),
        error: text(200),
        createdAt: instant(),
        sentAt: optional(instant()),
      }),
  },
  {
    name: '002-message-once',
    up: (tools) =>
      tools.addIndex('notification_message', ['eventKey', 'channel', 'recipient'], {
        unique: true,
        name: 'notification_message__once',
      }),
  },
  {
    name: '003-message-subject',
    up: (tools) => tools.addIndex('notification_message', ['subjectKind', 'subjectId', 'id']),
  },
  { name: '004-message-state', up: (tools) => tools.addIndex('notification_message', ['state', 'createdAt']) },
  {
    name: '005-screen',
    up: (tools) =>
      tools.createTable('notification_screen', {
        id: id(),
        channel: code(10),
        recipient: code(254),
        subject: text(255),
        text: longText(),
        shownAt: instant(),
      }),
  },
  { name: '006-screen-recipient', up: (tools) => tools.addIndex('notification_screen', ['recipient', 'id']) },
  { name: '010-message-repeats', up: (tools) => tools.addColumn('notification_message', 'repeats', count()) },
  {
    name: '011-message-repeated-at',
    up: (tools) => tools.addColumn('notification_message', 'repeatedAt', optional(instant())),
  },
  {
    name: '012-message-ended-at',
    up: (tools) => tools.addColumn('notification_message', 'endedAt', optional(instant())),
  },
  {
    name: '013-message-ended',
    up: (tools) => tools.addIndex('notification_message', ['endedAt', 'channel', 'state', 'sentAt']),
  },
  { name: '014-message-provider', up: (tools) => tools.addIndex('notification_message', ['providerId']) },
  { name: '015-message-created', up: (tools) => tools.addIndex('notification_message', ['createdAt', 'id']) },
  { name: '016-message-channel', up: (tools) => tools.addIndex('notification_message', ['channel', 'createdAt']) },
  { name: '017-message-recipient', up: (tools) => tools.addIndex('notification_message', ['recipient', 'id']) },
  {
    name: '018-alarm',
    up: (tools) =>
      tools.createTable('notification_alarm', { name: primary(code(20)), raised: flag(), changedAt: instant() }),
  },
  { name: '019-screen-shown', up: (tools) => tools.addIndex('notification_screen', ['shownAt']) },
  {
    name: '020-message-agency',
    up: (tools) => tools.addColumn('notification_message', 'agencyCode', optional(code(5))),
  },
  {
    name: '021-message-agency-created',
    up: (tools) => tools.addIndex('notification_message', ['agencyCode', 'createdAt', 'id']),
  },
];
