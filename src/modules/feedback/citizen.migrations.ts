import { code, id, instant, optional, text } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';
import { index } from './watch.migrations.js';

/** Files of forms that are not sent yet; who is to be asked whether it is solved; what an officer proposes as the end. */
export const citizenMigrations: readonly Migration[] = [
  {
    name: '080-draft',
    up: (tools) =>
      tools.createTable('feedback_draft', {
        id: id(),
        draftHash: code(64),
        kind: code(10),
        name: text(120),
        type: code(20),
        fileId: code(36),
        expiresAt: instant(),
      }),
  },
  { name: '081-draft-kind', up: (tools) => tools.addIndex('feedback_draft', ['draftHash', 'kind'], { unique: true }) },
  index('082-draft-expiry', 'feedback_draft', ['expiresAt']),
  index('083-case-follow-up', 'feedback_case', ['followedUpAt', 'state', 'answeredAt']),
  {
    name: '084-case-asked-outcome',
    up: (tools) => tools.addColumn('feedback_case', 'askedOutcome', optional(code(12))),
  },
];
