import type { Sequelize } from 'sequelize';
import { code, count, instant, primary } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** Password tries of one account from one address. */
export interface AttemptRow {
  /** Keyed hash of realm, account and address: the table tells nobody whose tries these are. */
  bucket: string;
  failures: number;
  /** When counting starts again. */
  until: Date;
}

export const attemptTable = (sequelize: Sequelize): Table<AttemptRow> =>
  defineTable<AttemptRow>(sequelize, 'auth_attempt', {
    bucket: primary(code(64)),
    failures: count(),
    until: instant(),
  });
