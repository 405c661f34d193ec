import type { Sequelize } from 'sequelize';
import type { DossierPicture, PictureKind } from '../../contracts/registration.js';
import { code, count, flag, id, instant, optional, primary, serial, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import { nameWords } from '../../core/text.js';
import type { DossierRow } from './dossier.model.js';

/** A picture or paper of a dossier; replaced ones stay with `current` false. */
export interface PictureRow {
  id: string;
  dossierId: string;
  kind: PictureKind;
  name: string;
  type: DossierPicture['type'];
  fileId: string;
  rotation: number;
  addedAt: Date;
  addedBy: string;
  current: boolean;
}

/** A line of what happened, in words that may be shown. */
export interface HistoryRow {
  id: number;
  dossierId: string;
  at: Date;
  actorId: string;
  actorName: string;
  title: string;
  note: string;
}

/** One word of the declared name without accents: each typed word is looked up as the start of one. */
export interface NameWordRow {
  id: number;
  dossierId: string;
  word: string;
  /** Of the dossier, so that the newest with a word are read without looking at the others. */
  declaredAt: Date | null;
}

/** The words of a dossier, as they are kept. */
export const wordsOf = ({
  id: dossierId,
  fullName,
  declaredAt,
}: Pick<DossierRow, 'id' | 'fullName' | 'declaredAt'>): Omit<NameWordRow, 'id'>[] =>
  nameWords(fullName).map((word) => ({ dossierId, word, declaredAt }));

/** The last running number given in a year by an agency. */
export interface SequenceRow {
  agencyYear: string;
  last: number;
}

export const pictureTable = (sequelize: Sequelize): Table<PictureRow> =>
  defineTable<PictureRow>(sequelize, 'registration_picture', {
    id: id(),
    dossierId: code(36),
    kind: code(10),
    name: text(120),
    type: code(20),
    fileId: code(36),
    rotation: count(),
    addedAt: instant(),
    addedBy: text(120),
    current: flag(true),
  });

export const historyTable = (sequelize: Sequelize): Table<HistoryRow> =>
  defineTable<HistoryRow>(sequelize, 'registration_history', {
    id: serial(),
    dossierId: code(36),
    at: instant(),
    actorId: code(36),
    actorName: text(120),
    title: text(120),
    note: text(1_000),
  });

export const nameWordTable = (sequelize: Sequelize): Table<NameWordRow> =>
  defineTable<NameWordRow>(sequelize, 'registration_name_word', {
    id: serial(),
    dossierId: code(36),
    word: code(100),
    declaredAt: optional(instant()),
  });

export const sequenceTable = (sequelize: Sequelize): Table<SequenceRow> =>
  defineTable<SequenceRow>(sequelize, 'registration_sequence', { agencyYear: primary(code(16)), last: count() });
