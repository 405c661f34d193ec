import type { Sequelize } from 'sequelize';
import { code, id, instant, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A device on which an account was used, by its label; one row for each account and label. */
export interface DeviceRow {
  id: string;
  accountId: string;
  label: string;
  firstSeenAt: Date;
  /** The last sign-in there. */
  lastSeenAt: Date;
}

export const deviceTable = (sequelize: Sequelize): Table<DeviceRow> =>
  defineTable<DeviceRow>(sequelize, 'auth_device', {
    id: id(),
    accountId: code(36),
    label: text(80),
    firstSeenAt: instant(),
    lastSeenAt: instant(),
  });
