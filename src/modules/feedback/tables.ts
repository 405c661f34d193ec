import type { Sequelize } from 'sequelize';
import { caseTable } from './case.model.js';
import {
  answerTable,
  attemptTable,
  doomedFileTable,
  eventTable,
  fileTable,
  invitationTable,
  templateTable,
  wordTable,
} from './case-parts.model.js';
import { draftTable } from './draft.model.js';
import { topicTable } from './topic.model.js';

/** All tables of the module, bound to one connection. */
export const openTables = (sequelize: Sequelize) => ({
  topics: topicTable(sequelize),
  cases: caseTable(sequelize),
  events: eventTable(sequelize),
  answers: answerTable(sequelize),
  files: fileTable(sequelize),
  invitations: invitationTable(sequelize),
  words: wordTable(sequelize),
  templates: templateTable(sequelize),
  doomed: doomedFileTable(sequelize),
  attempts: attemptTable(sequelize),
  drafts: draftTable(sequelize),
});
export type Tables = ReturnType<typeof openTables>;

export const TABLE_NAMES = [
  'feedback_topic',
  'feedback_case',
  'feedback_event',
  'feedback_answer',
  'feedback_file',
  'feedback_invitation',
  'feedback_word',
  'feedback_template',
  'feedback_doomed_file',
  'feedback_attempt',
  'feedback_draft',
] as const;
