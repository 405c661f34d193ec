import { code, count, flag, id, instant, json, optional, text, unique } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

/** Tables of review: what it keeps beside the dossiers. */
export const migrations: readonly Migration[] = [
  {
    name: '001-second',
    up: (tools) =>
      tools.createTable('approval_second', {
        id: id(),
        kind: code(10),
        subjectId: code(36),
        openKey: optional(unique(code(50))),
        label: text(120),
        insuranceNumber: code(10),
        agencyCode: code(5),
        payload: json(),
        state: code(10),
        proposedById: code(36),
        proposedByName: text(120),
        proposedAt: instant(),
        decidedById: optional(code(36)),
        decidedByName: optional(text(120)),
        decidedAt: optional(instant()),
        reason: optional(text(500)),
      }),
  },
  {
    // Who waits in the subtree, the longest waiting first.
    name: '002-second-waiting',
    up: (tools) => tools.addIndex('approval_second', ['agencyCode', 'state', 'id']),
  },
  {
    name: '030-reason',
    up: (tools) =>
      tools.createTable('approval_reason', {
        id: id(),
        text: text(200),
        short: code(60),
        position: count(),
        active: flag(true),
        version: count(1),
      }),
  },
  {
    name: '020-help-turn',
    up: (tools) => tools.createTable('approval_help_turn', { accountId: id(), turn: count() }),
  },
  {
    name: '021-help-file',
    up: (tools) => tools.createTable('approval_help_file', { fileId: id(), until: instant() }),
  },
  { name: '022-help-file-until', up: (tools) => tools.addIndex('approval_help_file', ['until']) },
];
