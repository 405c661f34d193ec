import type { Sequelize } from 'sequelize';
import { code, primary } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** Whose names are searched. */
export const KINDS = ['facility', 'employer', 'agent'] as const;
export type Kind = (typeof KINDS)[number];

/** One form of a word of a name; what a list is ordered by stands beside it, so that a page is read from the index. */
export interface WordRow {
  kind: Kind;
  code: string;
  word: string;
  provinceCode: string;
  /** The folded name. */
  name: string;
}

export const wordTable = (sequelize: Sequelize): Table<WordRow> =>
  defineTable<WordRow>(sequelize, 'lookup_word', {
    kind: primary(code(8)),
    code: primary(code(20)),
    word: primary(code(60)),
    provinceCode: code(2),
    name: code(200),
  });
