import {
  code,
  count,
  id,
  instant,
  json,
  longText,
  optional,
  primary,
  serial,
  text,
  unique,
  whole,
} from './db/columns.js';
import type { Migration } from './db/migrator.js';

/** Tables of the house itself: outbox, leases, sessions, audit. */
export const coreMigrations: readonly Migration[] = [
  {
    name: '001-outbox',
    up: (tools) =>
      tools.createTable('core_outbox', {
        id: id(),
        eventKey: unique(code(160)),
        event: code(80),
        subscriber: code(80),
        payload: json(),
        state: code(10),
        attempt: count(),
        dueAt: instant(),
        leaseUntil: optional(instant()),
        error: optional(longText()),
        createdAt: instant(),
        doneAt: optional(instant()),
      }),
  },
  { name: '002-outbox-due', up: (tools) => tools.addIndex('core_outbox', ['subscriber', 'state', 'dueAt']) },
  { name: '003-outbox-done', up: (tools) => tools.addIndex('core_outbox', ['state', 'doneAt']) },
  {
    name: '004-lease',
    up: (tools) => tools.createTable('core_lease', { name: primary(code(80)), owner: code(64), until: instant() }),
  },
  {
    name: '005-session',
    up: (tools) => tools.createTable('core_session', { id: primary(code(64)), data: json(), expiresAt: instant() }),
  },
  { name: '006-session-expiry', up: (tools) => tools.addIndex('core_session', ['expiresAt']) },
  {
    name: '007-audit',
    up: (tools) =>
      tools.createTable('core_audit', {
        id: serial(),
        at: instant(),
        action: code(80),
        actorRealm: code(10),
        actorId: code(36),
        actorName: text(120),
        actorRole: text(80),
        agencyCode: code(10),
        subjectKind: code(40),
        subjectId: code(64),
        subjectLabel: text(160),
        person: code(20),
        purpose: text(300),
        details: json(),
        ip: code(45),
        requestId: code(36),
      }),
  },
  { name: '008-audit-person', up: (tools) => tools.addIndex('core_audit', ['person', 'id']) },
  { name: '009-audit-subject', up: (tools) => tools.addIndex('core_audit', ['subjectKind', 'subjectId', 'id']) },
  {
    name: '010-deletion',
    up: (tools) => tools.createTable('core_deletion', { id: serial(), name: code(80), at: instant(), amount: count() }),
  },
  { name: '011-deletion-at', up: (tools) => tools.addIndex('core_deletion', ['at']) },
  { name: '012-audit-agency', up: (tools) => tools.addIndex('core_audit', ['agencyCode', 'id']) },
  { name: '013-audit-actor', up: (tools) => tools.addIndex('core_audit', ['actorId', 'id']) },
  {
    name: '030-audit-seal',
    up: (tools) =>
      tools.createTable('core_audit_seal', {
        position: primary(whole()),
        rowId: unique(whole()),
        rowHash: code(64),
        hash: code(64),
      }),
  },
  {
    name: '031-audit-block',
    up: (tools) =>
      tools.createTable('core_audit_block', {
        number: primary(whole()),
        firstPosition: whole(),
        lastPosition: whole(),
        rowCount: count(),
        highestId: whole(),
        upTo: instant(),
        sealedAt: instant(),
        hash: code(64),
        mac: code(64),
      }),
  },
  { name: '032-audit-block-sealed', up: (tools) => tools.addIndex('core_audit_block', ['sealedAt']) },
  {
    name: '033-audit-anchor',
    up: (tools) =>
      tools.createTable('core_audit_anchor', {
        name: primary(code(20)),
        number: whole(),
        position: whole(),
        hash: code(64),
        blockMac: code(64),
        at: instant(),
        mac: code(64),
      }),
  },
  { name: '034-audit-action', up: (tools) => tools.addIndex('core_audit', ['action', 'id']) },
  { name: '035-audit-at', up: (tools) => tools.addIndex('core_audit', ['at']) },
  {
    name: '020-kept-form',
    up: (tools) =>
      tools.createTable('core_kept_form', {
        id: primary(code(64)),
        owner: code(64),
        path: code(400),
        content: longText(),
        expiresAt: instant(),
      }),
  },
  { name: '021-kept-form-expiry', up: (tools) => tools.addIndex('core_kept_form', ['expiresAt']) },
  {
    name: '040-import',
    up: (tools) =>
      tools.createTable('core_import', {
        id: id(),
        kind: code(40),
        file: text(255),
        size: whole(),
        fingerprint: code(64),
        state: code(10),
        owner: code(36),
        position: whole(),
        nextLine: whole(),
        rejectedLength: whole(),
        rowsRead: whole(),
        added: whole(),
        changed: whole(),
        unchanged: whole(),
        repeated: whole(),
        rejected: whole(),
        note: optional(text(500)),
        startedBy: text(120),
        startedAt: instant(),
        endedAt: optional(instant()),
      }),
  },
  { name: '041-import-kind', up: (tools) => tools.addIndex('core_import', ['kind', 'startedAt']) },
  {
    name: '050-topic',
    up: (tools) => tools.createTable('core_topic', { name: primary(code(40)), version: whole() }),
  },
];
