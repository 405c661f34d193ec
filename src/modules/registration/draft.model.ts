import type { Sequelize } from 'sequelize';
import type { PictureKind } from '../../contracts/registration.js';
import { defineTable, type Table } from '../../core/db/table.js';
import { doomedFileColumns, type DoomedFileRow } from '../../core/files/doomed-files.js';
import { draftColumns, type DraftRow as AnyDraft } from '../../core/files/draft-files.js';

export type DraftRow = AnyDraft<PictureKind>;

export const draftTable = (sequelize: Sequelize): Table<DraftRow> =>
  defineTable<DraftRow>(sequelize, 'registration_draft', draftColumns());

export const doomedFileTable = (sequelize: Sequelize): Table<DoomedFileRow> =>
  defineTable<DoomedFileRow>(sequelize, 'registration_doomed_file', doomedFileColumns());
