import type { Sequelize } from 'sequelize';
import type { AttemptRow } from '../../core/attempts.js';
import { code, count, instant, primary } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** Password tries of one account from one address; a bucket is a keyed hash of realm, account and address. */
export type { AttemptRow };

export const attemptTable = (sequelize: Sequelize): Table<AttemptRow> =>
  defineTable<AttemptRow>(sequelize, 'auth_attempt', {
    bucket: primary(code(64)),
    failures: count(),
    until: instant(),
  });
