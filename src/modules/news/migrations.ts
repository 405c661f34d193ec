import {
  code,
  count,
  day,
  flag,
  id,
  instant,
  longText,
  optional,
  primary,
  text,
  unique,
} from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

const index = (name: string, table: string, columns: string[], options: { unique?: boolean } = {}): Migration => ({
  name,
  up: (tools) => tools.addIndex(table, columns, options),
});

/** Tables of articles, their versions and pictures. */
export const migrations: readonly Migration[] = [
  {
    name: '001-category',
    up: (tools) =>
      tools.createTable('news_category', {
        code: primary(code(40)),
        name: text(80),
        position: count(),
        guide: flag(),
      }),
  },
  {
    name: '002-article',
    up: (tools) =>
      tools.createTable('news_article', {
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
      }),
  },
  index('003-article-list', 'news_article', ['state', 'guide', 'publishedAt', 'id']),
  index('004-article-category', 'news_article', ['categoryCode', 'state', 'publishedAt', 'id']),
  index('005-article-due', 'news_article', ['state', 'publishAt']),
  index('006-article-over', 'news_article', ['state', 'unpublishAt']),
  index('007-article-edited', 'news_article', ['editedAt', 'id']),
  index('008-article-state-edited', 'news_article', ['state', 'editedAt', 'id']),
  {
    name: '010-version',
    up: (tools) =>
      tools.createTable('news_version', {
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
      }),
  },
  index('011-version-number', 'news_version', ['articleId', 'number'], { unique: true }),
  {
    name: '020-picture',
    up: (tools) =>
      tools.createTable('news_picture', {
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
      }),
  },
  index('021-picture-name', 'news_picture', ['name'], { unique: true }),
  index('022-picture-article', 'news_picture', ['articleId', 'addedAt']),
  {
    name: '030-word',
    up: (tools) => tools.createTable('news_word', { articleId: primary(code(36)), word: primary(code(40)) }),
  },
  index('031-word', 'news_word', ['word', 'articleId']),
  {
    name: '040-plan',
    up: (tools) =>
      tools.createTable('news_plan', {
        id: id(),
        title: text(160),
        startsOn: day(),
        endsOn: day(),
        channel: code(12),
        audience: code(14),
        goal: text(400),
        materials: longText(),
        state: code(10),
        version: count(),
        editedAt: instant(),
        editedBy: text(120),
      }),
  },
  index('041-plan-day', 'news_plan', ['startsOn', 'id']),
  index('042-plan-state', 'news_plan', ['state', 'startsOn', 'id']),
  {
    name: '050-doomed-file',
    up: (tools) => tools.createTable('news_doomed_file', { fileId: primary(code(36)), since: instant() }),
  },
  { name: '051-category-active', up: (tools) => tools.addColumn('news_category', 'active', flag(true)) },
  { name: '052-category-version', up: (tools) => tools.addColumn('news_category', 'version', count(1)) },
  {
    name: '060-material',
    up: (tools) =>
      tools.createTable('news_material', {
        id: id(),
        planId: code(36),
        name: text(120),
        type: code(20),
        size: count(),
        fileId: code(36),
        addedAt: instant(),
        addedBy: text(120),
      }),
  },
  index('061-material-plan', 'news_material', ['planId', 'addedAt']),
];
