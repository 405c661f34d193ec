import type { Sequelize } from 'sequelize';
import { articleTable, categoryTable, wordTable } from './article.model.js';
import { materialTable } from './material.model.js';
import { doomedFileTable, pictureTable } from './picture.model.js';
import { planTable } from './plan.model.js';
import { versionTable } from './version.model.js';

/** All tables of the module, bound to one connection. */
export const openTables = (sequelize: Sequelize) => ({
  articles: articleTable(sequelize),
  categories: categoryTable(sequelize),
  versions: versionTable(sequelize),
  pictures: pictureTable(sequelize),
  words: wordTable(sequelize),
  plans: planTable(sequelize),
  materials: materialTable(sequelize),
  doomed: doomedFileTable(sequelize),
});

export type Tables = ReturnType<typeof openTables>;

export const TABLE_NAMES = [
  'news_category',
  'news_article',
  'news_version',
  'news_picture',
  'news_word',
  'news_plan',
  'news_material',
  'news_doomed_file',
] as const;
