import type { Sequelize } from 'sequelize';
import { code, flag, instant, primary, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** Whether cards of a province can be shown instead of the paper. */
export interface PilotProvinceRow {
  /** Two digits, as cards carry them at places 4 and 5: those of the 63 former provinces. */
  code: string;
  name: string;
  active: boolean;
  changedAt: Date;
}

export const pilotProvinceTable = (sequelize: Sequelize): Table<PilotProvinceRow> =>
  defineTable<PilotProvinceRow>(sequelize, 'records_pilot_province', {
    code: primary(code(2)),
    name: text(60),
    active: flag(),
    changedAt: instant(),
  });
