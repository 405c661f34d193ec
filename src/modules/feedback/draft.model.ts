import type { Sequelize } from 'sequelize';
import { defineTable, type Table } from '../../core/db/table.js';
import { draftColumns, type DraftRow } from '../../core/files/draft-files.js';

/** Good files that wait for the rest of their form. */
export const draftTable = (sequelize: Sequelize): Table<DraftRow> =>
  defineTable<DraftRow>(sequelize, 'feedback_draft', draftColumns());
