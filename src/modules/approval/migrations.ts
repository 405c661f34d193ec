import { code, count, flag, id, text } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

/** Tables of review: what it keeps beside the dossiers. */
export const migrations: readonly Migration[] = [
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
];
