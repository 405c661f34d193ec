import { instant, optional } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';
import { index } from './watch.migrations.js';

/** What the lists of officers are read by. */
export const workMigrations: readonly Migration[] = [
  index('040-case-state-due', 'feedback_case', ['handlingAgency', 'state', 'dueAt', 'id']),
  index('041-case-topic', 'feedback_case', ['handlingAgency', 'topicCode', 'receivedAt', 'id']),
  index('042-case-merged', 'feedback_case', ['mergedInto']),
  {
    name: '043-case-spam-asked',
    up: (tools) => tools.addColumn('feedback_case', 'spamAskedAt', optional(instant())),
  },
  index('044-case-spam-asked', 'feedback_case', ['handlingAgency', 'spamAskedAt', 'id']),
  index('045-case-urged', 'feedback_case', ['handlingAgency', 'urgedAt', 'dueAt', 'id']),
  index('046-word-of-case', 'feedback_word', ['caseId', 'word']),
];
