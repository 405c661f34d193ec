import { count, optional } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

/** An index more. */
export const index = (name: string, table: string, columns: readonly string[]): Migration => ({
  name,
  up: (tools) => tools.addIndex(table, columns),
});

/** All that the figures count: with it they never touch the wide rows of the table itself. */
const COUNTED = [
  ...['receivedAt', 'handlingAgency', 'monitorAgency', 'topicCode', 'state', 'dueAt', 'onTime', 'handOffs'],
  ...['overrides', 'reopens', 'extendedAt', 'satisfaction', 'answerMinutes'],
];

/** What monitors, jobs and figures read by. */
export const watchMigrations: readonly Migration[] = [
  {
    name: '060-case-answer-minutes',
    up: (tools) => tools.addColumn('feedback_case', 'answerMinutes', { ...optional(count()), defaultValue: null }),
  },
  // Deadlines that have been told to nobody, or not loudly enough.
  index('061-case-escalation', 'feedback_case', ['escalation', 'dueAt', 'id']),
  index('062-case-monitor-newest', 'feedback_case', ['monitorAgency', 'receivedAt', 'id']),
  index('063-case-figures', 'feedback_case', COUNTED),
  index('064-case-all-newest', 'feedback_case', ['receivedAt', 'id']),
  index('065-case-urged-until', 'feedback_case', ['urgedUntil', 'monitorAgency', 'handlingAgency', 'dueAt', 'urgedAt']),
  index('066-case-loud', 'feedback_case', ['escalation', 'monitorAgency', 'dueAt']),
  index('067-case-office-loud', 'feedback_case', ['handlingAgency', 'escalation', 'dueAt']),
];
