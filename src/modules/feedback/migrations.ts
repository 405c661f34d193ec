import {
  code,
  count,
  day,
  flag,
  id,
  instant,
  longText,
  optional,
  primary,
  serial,
  text,
  unique,
} from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';
import { citizenMigrations } from './citizen.migrations.js';
import { index, watchMigrations } from './watch.migrations.js';
import { workMigrations } from './work.migrations.js';

const contact = () => ({
  senderName: text(120),
  phone: code(15),
  email: optional(text(254)),
  address: text(240),
  insuranceNumber: code(10),
  anonymous: flag(),
  verified: flag(),
});

const clocks = () => ({
  receivedAt: instant(),
  receivedBy: text(160),
  classifyBy: instant(),
  answerBy: instant(),
  dueAt: optional(instant()),
  pausedAt: optional(instant()),
  extendedAt: optional(instant()),
  extensionReason: text(500),
  assigneeId: optional(code(36)),
  assigneeName: optional(text(160)),
  answeredAt: optional(instant()),
  onTime: optional(flag()),
  closedAt: optional(instant()),
  reopenedAt: optional(instant()),
});

const urging = () => ({
  urgedAt: optional(instant()),
  urgedBy: optional(text(160)),
  urgedText: optional(text(500)),
  urgedUntil: optional(day()),
});

const ending = () => ({
  outcome: optional(code(12)),
  mergedInto: optional(code(36)),
  satisfaction: { ...optional(count()), defaultValue: null },
  satisfactionNote: text(500),
  solved: { ...optional(flag()), defaultValue: null },
  followedUpAt: optional(instant()),
});

const caseMigrations: readonly Migration[] = [
  {
    name: '002-case',
    up: (tools) =>
      tools.createTable('feedback_case', {
        id: id(),
        code: unique(code(12)),
        ownerAgency: code(5),
        handlingAgency: code(5),
        monitorAgency: code(5),
        topicCode: code(40),
        state: code(24),
        channel: code(8),
        complex: flag(),
        ...contact(),
        provinceCode: code(2),
        communeCode: code(5),
        place: text(240),
        aboutAgency: optional(code(5)),
        title: text(150),
        body: longText(),
        origin: code(10),
        reference: text(2_000),
        ...clocks(),
        reopens: count(),
        handOffs: count(),
        overrides: count(),
        escalation: count(),
        ...urging(),
        ...ending(),
        version: count(),
        updatedAt: instant(),
      }),
  },
  // The letter's first rule, kept by the engine: whoever received a case answers for it until it is closed.
  { name: '003-case-owner-stays', up: (tools) => tools.freeze('feedback_case', 'ownerAgency') },
  index('004-case-list', 'feedback_case', ['handlingAgency', 'state', 'receivedAt', 'id']),
  index('005-case-newest', 'feedback_case', ['handlingAgency', 'receivedAt', 'id']),
  index('006-case-due', 'feedback_case', ['handlingAgency', 'dueAt', 'id']),
  index('007-case-monitor', 'feedback_case', ['monitorAgency', 'dueAt', 'id']),
  index('008-case-assignee', 'feedback_case', ['assigneeId', 'dueAt', 'id']),
  index('009-case-phone', 'feedback_case', ['phone', 'receivedAt']),
  index('010-case-person', 'feedback_case', ['insuranceNumber', 'receivedAt']),
  index('011-case-all-due', 'feedback_case', ['dueAt', 'id']),
  index('012-case-answered', 'feedback_case', ['state', 'answeredAt']),
];

const partMigrations: readonly Migration[] = [
  {
    name: '020-event',
    up: (tools) =>
      tools.createTable('feedback_event', {
        id: serial(),
        caseId: code(36),
        at: instant(),
        kind: code(24),
        actorId: code(36),
        actorName: text(160),
        agencyCode: code(5),
        open: flag(),
        title: text(200),
        note: longText(),
      }),
  },
  index('021-event-case', 'feedback_event', ['caseId', 'id']),
  {
    name: '022-answer',
    up: (tools) =>
      tools.createTable('feedback_answer', {
        id: id(),
        caseId: code(36),
        state: code(8),
        interim: flag(),
        authorId: code(36),
        authorName: text(160),
        agencyCode: code(5),
        text: longText(),
        writtenAt: instant(),
        sentAt: optional(instant()),
        overrideReason: text(500),
        overrideBy: text(160),
      }),
  },
  index('023-answer-case', 'feedback_answer', ['caseId', 'writtenAt']),
  {
    name: '024-file',
    up: (tools) =>
      tools.createTable('feedback_file', {
        id: id(),
        caseId: code(36),
        open: flag(),
        name: text(120),
        type: code(20),
        size: count(),
        sha256: code(64),
        fileId: code(36),
        addedAt: instant(),
        addedBy: text(160),
      }),
  },
  index('025-file-case', 'feedback_file', ['caseId', 'addedAt']),
  {
    name: '026-doomed-file',
    up: (tools) => tools.createTable('feedback_doomed_file', { fileId: primary(code(36)), since: instant() }),
  },
  {
    name: '027-invitation',
    up: (tools) =>
      tools.createTable('feedback_invitation', {
        id: id(),
        caseId: code(36),
        agencyCode: code(5),
        state: code(10),
        question: text(2_000),
        invitedAt: instant(),
        invitedBy: text(160),
        dueAt: instant(),
        acceptedAt: optional(instant()),
        acceptedBy: optional(text(160)),
        answer: optional(longText()),
        answeredAt: optional(instant()),
        answeredBy: optional(text(160)),
      }),
  },
  index('028-invitation-case', 'feedback_invitation', ['caseId', 'invitedAt']),
  index('029-invitation-agency', 'feedback_invitation', ['agencyCode', 'state', 'dueAt']),
  index('030-invitation-due', 'feedback_invitation', ['state', 'dueAt']),
];

/** Tables of cases, their parts, topics and templates. */
export const migrations: readonly Migration[] = [
  {
    name: '001-topic',
    up: (tools) =>
      tools.createTable('feedback_topic', {
        code: primary(code(40)),
        name: text(120),
        position: count(),
        monitorAgency: code(5),
        urgent: flag(),
        classifyDays: count(),
        answerDays: count(),
        complexDays: count(),
        extensionDays: count(),
        retired: flag(),
        version: count(),
        updatedAt: instant(),
      }),
  },
  ...caseMigrations,
  ...partMigrations,
  {
    name: '031-word',
    up: (tools) =>
      tools.createTable('feedback_word', {
        word: primary(code(40)),
        caseId: primary(code(36)),
        receivedAt: instant(),
      }),
  },
  index('032-word-newest', 'feedback_word', ['word', 'receivedAt', 'caseId']),
  index('033-word-case', 'feedback_word', ['caseId']),
  {
    name: '034-template',
    up: (tools) =>
      tools.createTable('feedback_template', {
        id: id(),
        agencyCode: optional(code(5)),
        topicCode: optional(code(40)),
        title: text(120),
        text: longText(),
        retired: flag(),
        version: count(),
        updatedAt: instant(),
        updatedBy: text(160),
      }),
  },
  {
    name: '035-attempt',
    up: (tools) =>
      tools.createTable('feedback_attempt', { bucket: primary(code(64)), failures: count(), until: instant() }),
  },
  ...workMigrations,
  ...watchMigrations,
  ...citizenMigrations,
  index('036-attempt-end', 'feedback_attempt', ['until']),
];
