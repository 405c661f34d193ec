import type { Sequelize } from 'sequelize';
import { day, primary, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A day off on which offices work all the same, and why: "Làm bù cho ngày 31/12". */
export interface WorkDayRow {
  day: string;
  name: string;
}

export const workDayTable = (sequelize: Sequelize): Table<WorkDayRow> =>
  defineTable<WorkDayRow>(sequelize, 'organisation_work_day', { day: primary(day()), name: text(120) });
