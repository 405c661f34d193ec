import type { Sequelize } from 'sequelize';
import { code, count, id, instant, longText, optional, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** What an editor writes. */
export interface Content {
  title: string;
  summary: string;
  categoryCode: string;
  /** Markdown. */
  body: string;
  source: string;
  sourceUrl: string;
  coverId: string | null;
}

/** One save. Never changed once it is there. */
export interface VersionRow extends Content {
  id: string;
  articleId: string;
  /** 1, 2, 3 ... of that article. */
  number: number;
  savedAt: Date;
  savedBy: string;
  /** "Khôi phục từ bản 2"; empty for an ordinary save. */
  note: string;
}

export const versionTable = (sequelize: Sequelize): Table<VersionRow> =>
  defineTable<VersionRow>(sequelize, 'news_version', {
    id: id(),
    articleId: code(36),
    number: count(),
    title: text(200),
    summary: text(400),
    categoryCode: code(40),
    body: longText(),
    source: text(200),
    sourceUrl: text(400),
    coverId: optional(code(36)),
    savedAt: instant(),
    savedBy: text(120),
    note: text(160),
  });
