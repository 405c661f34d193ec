import type { Sequelize } from 'sequelize';
import { code, count, flag, id, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A reason officers pick from the list when they refuse. */
export interface ReasonRow {
  id: string;
  /** What the person reads by e-mail and on the tracking page. */
  text: string;
  /** What the SMS carries: ASCII, at most 60 characters, nothing personal. */
  short: string;
  /** Place in the list. */
  position: number;
  active: boolean;
  version: number;
}

export const reasonTable = (sequelize: Sequelize): Table<ReasonRow> =>
  defineTable<ReasonRow>(sequelize, 'approval_reason', {
    id: id(),
    text: text(200),
    short: code(60),
    position: count(),
    active: flag(true),
    version: count(1),
  });
