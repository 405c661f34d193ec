import type { Sequelize } from 'sequelize';
import { dossierTable } from './dossier.model.js';
import { historyTable, nameWordTable, pictureTable, sequenceTable } from './dossier-parts.model.js';
import { doomedFileTable, draftTable } from './draft.model.js';
import { repairAttemptTable } from './repair-attempt.model.js';

/** All tables of the module, bound to one connection. */
export const openTables = (sequelize: Sequelize) => ({
  dossiers: dossierTable(sequelize),
  pictures: pictureTable(sequelize),
  history: historyTable(sequelize),
  words: nameWordTable(sequelize),
  sequences: sequenceTable(sequelize),
  drafts: draftTable(sequelize),
  doomed: doomedFileTable(sequelize),
  repairAttempts: repairAttemptTable(sequelize),
});
export type Tables = ReturnType<typeof openTables>;

export const TABLE_NAMES = [
  'registration_dossier',
  'registration_picture',
  'registration_history',
  'registration_name_word',
  'registration_sequence',
  'registration_draft',
  'registration_doomed_file',
  'registration_repair_attempt',
] as const;
