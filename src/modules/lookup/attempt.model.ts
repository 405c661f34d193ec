import type { Sequelize } from 'sequelize';
import type { AttemptRow } from '../../core/attempts.js';
import { code, count, instant, primary } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** Tries of an address, and puzzles that were used. */
export const attemptTable = (sequelize: Sequelize): Table<AttemptRow> =>
  defineTable<AttemptRow>(sequelize, 'lookup_attempt', {
    bucket: primary(code(64)),
    failures: count(),
    until: instant(),
  });
