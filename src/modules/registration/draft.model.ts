import type { Sequelize } from 'sequelize';
import type { DossierPicture, PictureKind } from '../../contracts/registration.js';
import { code, id, instant, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import { doomedFileColumns, type DoomedFileRow } from '../../core/files/doomed-files.js';

/** A good file that waits for the rest of its form. Found only by the keyed hash of the form's random key. */
export interface DraftRow {
  id: string;
  draftHash: string;
  kind: PictureKind;
  name: string;
  type: DossierPicture['type'];
  fileId: string;
  expiresAt: Date;
}

export const draftTable = (sequelize: Sequelize): Table<DraftRow> =>
  defineTable<DraftRow>(sequelize, 'registration_draft', {
    id: id(),
    draftHash: code(64),
    kind: code(10),
    name: text(120),
    type: code(20),
    fileId: code(36),
    expiresAt: instant(),
  });

export const doomedFileTable = (sequelize: Sequelize): Table<DoomedFileRow> =>
  defineTable<DoomedFileRow>(sequelize, 'registration_doomed_file', doomedFileColumns());
