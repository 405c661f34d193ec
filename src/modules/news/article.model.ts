import type { Sequelize } from 'sequelize';
import { code, count, flag, id, instant, optional, primary, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { ArticleState } from './article.rules.js';

/** A heading under which articles stand. */
export interface CategoryRow {
  /** Part of its address: `chinh-sach`. */
  code: string;
  name: string;
  position: number;
  /** Guides stay: they are no news, stand in no list by date and in no feed. */
  guide: boolean;
  /** Offered to readers and editors; its address stays good. */
  active: boolean;
  version: number;
}

/** What lists show of an article. Its text stands in the versions. */
export interface ArticleRow {
  id: string;
  /** Made of the first title and never changed: links stay good. */
  slug: string;
  /** While published, this and the next three are those of the published version, otherwise of the newest. */
  title: string;
  summary: string;
  categoryCode: string;
  coverId: string | null;
  guide: boolean;
  state: ArticleState;
  /** Number of the newest version; also what two editors who save at once are told apart by. */
  version: number;
  /** The version that readers see; 0 while there is none. */
  publishedVersion: number;
  publishAt: Date | null;
  unpublishAt: Date | null;
  /** When it was published first. */
  publishedAt: Date | null;
  /** When a later version took its place. */
  changedAt: Date | null;
  /** `pinned` on the one article of the banner: unique, so that there are never two. */
  pinKey: string | null;
  editedAt: Date;
  editedBy: string;
}

/** A folded word of title and summary of a published article. */
export interface WordRow {
  articleId: string;
  word: string;
}

export const PINNED = 'pinned';

export const categoryTable = (sequelize: Sequelize): Table<CategoryRow> =>
  defineTable<CategoryRow>(sequelize, 'news_category', {
    code: primary(code(40)),
    name: text(80),
    position: count(),
    guide: flag(),
    active: flag(true),
    version: count(1),
  });

export const articleTable = (sequelize: Sequelize): Table<ArticleRow> =>
  defineTable<ArticleRow>(sequelize, 'news_article', {
    id: id(),
    slug: unique(code(100)),
    title: text(200),
    summary: text(400),
    categoryCode: code(40),
    coverId: optional(code(36)),
    guide: flag(),
    state: code(10),
    version: count(),
    publishedVersion: count(),
    publishAt: optional(instant()),
    unpublishAt: optional(instant()),
    publishedAt: optional(instant()),
    changedAt: optional(instant()),
    pinKey: optional(unique(code(10))),
    editedAt: instant(),
    editedBy: text(120),
  });

export const wordTable = (sequelize: Sequelize): Table<WordRow> =>
  defineTable<WordRow>(sequelize, 'news_word', { articleId: primary(code(36)), word: primary(code(40)) });
