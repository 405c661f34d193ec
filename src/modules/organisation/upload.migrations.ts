import { code, flag, id, instant, optional, text, whole } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

export const uploadMigrations: readonly Migration[] = [
  {
    name: '020-upload',
    up: (tools) =>
      tools.createTable('organisation_upload', {
        id: id(),
        refusedId: code(36),
        kind: code(40),
        fileName: text(120),
        size: whole(),
        dryRun: flag(),
        state: code(10),
        officerId: code(36),
        officerName: text(120),
        agencyCode: code(5),
        position: whole(),
        rowsRead: whole(),
        added: whole(),
        changed: whole(),
        unchanged: whole(),
        repeated: whole(),
        rejected: whole(),
        note: optional(text(500)),
        cancelAsked: flag(),
        worker: code(36),
        leaseUntil: instant(),
        receivedAt: instant(),
        startedAt: optional(instant()),
        endedAt: optional(instant()),
        kept: flag(),
      }),
  },
  { name: '021-upload-work', up: (tools) => tools.addIndex('organisation_upload', ['state', 'leaseUntil']) },
  { name: '022-upload-agency', up: (tools) => tools.addIndex('organisation_upload', ['agencyCode', 'id']) },
  { name: '023-upload-kept', up: (tools) => tools.addIndex('organisation_upload', ['kept', 'endedAt']) },
];
