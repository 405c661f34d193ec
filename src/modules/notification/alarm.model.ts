import type { Sequelize } from 'sequelize';
import { code, flag, instant, primary } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { AlarmName } from './alarm.rules.js';

/** Whether an alarm is on: one row each, so that several processes say its beginning and its end once. */
export interface AlarmRow {
  name: AlarmName;
  raised: boolean;
  changedAt: Date;
}

export const alarmTable = (sequelize: Sequelize): Table<AlarmRow> =>
  defineTable<AlarmRow>(sequelize, 'notification_alarm', {
    name: primary(code(20)),
    raised: flag(),
    changedAt: instant(),
  });
