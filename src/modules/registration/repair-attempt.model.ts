import type { Sequelize } from 'sequelize';
import type { AttemptRow } from '../../core/attempts.js';
import { code, count, instant, primary } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** Guesses at the repair code of one dossier from one address. */
export const repairAttemptTable = (sequelize: Sequelize): Table<AttemptRow> =>
  defineTable<AttemptRow>(sequelize, 'registration_repair_attempt', {
    bucket: primary(code(64)),
    failures: count(),
    until: instant(),
  });
