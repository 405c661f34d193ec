import type { Sequelize } from 'sequelize';
import { day, primary, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

export interface HolidayRow {
  day: string;
  name: string;
}

/** Days on which the offices are closed beside weekends. */
export const holidayTable = (sequelize: Sequelize): Table<HolidayRow> =>
  defineTable<HolidayRow>(sequelize, 'organisation_holiday', { day: primary(day()), name: text(120) });
