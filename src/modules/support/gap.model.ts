import type { Sequelize } from 'sequelize';
import { code, count, id, instant, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

export type GapState = 'open' | 'drafted' | 'dismissed';

/** A question that had no answer, without anything that tells who asked. */
export interface GapRow {
  id: string;
  text: string;
  /** The same folded: one row however it is written and however often it is asked. */
  folded: string;
  times: number;
  firstAt: Date;
  lastAt: Date;
  state: GapState;
}

export const gapTable = (sequelize: Sequelize): Table<GapRow> =>
  defineTable<GapRow>(sequelize, 'support_gap', {
    id: id(),
    text: text(300),
    folded: unique(code(200)),
    times: count(1),
    firstAt: instant(),
    lastAt: instant(),
    state: code(10),
  });
