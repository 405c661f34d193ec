import type { Sequelize } from 'sequelize';
import { code, count, id, instant, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A file of a plan: programme, script, leaflet. */
export interface MaterialRow {
  id: string;
  planId: string;
  name: string;
  type: string;
  size: number;
  fileId: string;
  addedAt: Date;
  addedBy: string;
}

export const materialTable = (sequelize: Sequelize): Table<MaterialRow> =>
  defineTable<MaterialRow>(sequelize, 'news_material', {
    id: id(),
    planId: code(36),
    name: text(120),
    type: code(20),
    size: count(),
    fileId: code(36),
    addedAt: instant(),
    addedBy: text(120),
  });
