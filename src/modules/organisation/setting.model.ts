import type { Sequelize } from 'sequelize';
import { code, day, id, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

export interface SettingRow {
  id: string;
  name: string;
  /** First day on which the value is in force. */
  validFrom: string;
  /** Empty where it was taken back before that day: a later seed does not bring it again. */
  value: string;
}

/** Dated settings: one row per name and first day. */
export const settingTable = (sequelize: Sequelize): Table<SettingRow> =>
  defineTable<SettingRow>(sequelize, 'organisation_setting', {
    id: id(),
    name: code(60),
    validFrom: day(),
    value: text(1000),
  });
