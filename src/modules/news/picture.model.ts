import type { Sequelize } from 'sequelize';
import { doomedFileColumns, type DoomedFileRow } from '../../core/files/doomed-files.js';
import { code, count, id, instant, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A picture of one article, written anew in two widths. */
export interface PictureRow {
  id: string;
  articleId: string;
  /** Hash of article and content: the address changes with the picture, so it may be kept for good. */
  name: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** Of the large one. */
  width: number;
  height: number;
  largeFileId: string;
  smallFileId: string;
  addedAt: Date;
  addedBy: string;
}

export const pictureTable = (sequelize: Sequelize): Table<PictureRow> =>
  defineTable<PictureRow>(sequelize, 'news_picture', {
    id: id(),
    articleId: code(36),
    name: code(20),
    alt: text(250),
    width: count(),
    height: count(),
    largeFileId: code(36),
    smallFileId: code(36),
    addedAt: instant(),
    addedBy: text(120),
  });

/** Files that no picture names, any more or yet. */
export const doomedFileTable = (sequelize: Sequelize): Table<DoomedFileRow> =>
  defineTable<DoomedFileRow>(sequelize, 'news_doomed_file', doomedFileColumns());
