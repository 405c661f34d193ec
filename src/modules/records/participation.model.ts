import type { Sequelize } from 'sequelize';
import { code, day, flag, money, optional, serial, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { Participation } from './participation.rules.js';

export interface ParticipationRow extends Participation {
  id: number;
  insuranceNumber: string;
  /** Day on which the row was last brought up to date. */
  updatedOn: string;
}

/** One row for each stretch of months in one fund at one employer. */
export const participationTable = (sequelize: Sequelize): Table<ParticipationRow> =>
  defineTable<ParticipationRow>(sequelize, 'records_participation', {
    id: serial(),
    insuranceNumber: code(10),
    fund: code(6),
    kind: code(12),
    fromMonth: code(7),
    toMonth: code(7),
    employerCode: optional(code(10)),
    employerName: text(200),
    jobTitle: text(160),
    position: text(120),
    workplace: text(200),
    wageForContribution: money(),
    wage: money(),
    status: code(10),
    lumpSummed: flag(),
    updatedOn: day(),
  });
