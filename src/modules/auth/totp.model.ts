import type { Sequelize } from 'sequelize';
import { code, count, instant, primary } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** The second factor of an officer; there is one once it was confirmed by a code. */
export interface TotpRow {
  officerId: string;
  /** Sealed. */
  secret: string;
  /** The time step of the last code that was taken; this and older ones are refused. */
  lastStep: number;
  createdAt: Date;
}

/** A recovery code that has not been used. */
export interface RecoveryRow {
  officerId: string;
  codeHash: string;
}

export const totpTable = (sequelize: Sequelize): Table<TotpRow> =>
  defineTable<TotpRow>(sequelize, 'auth_officer_totp', {
    officerId: primary(code(36)),
    secret: code(255),
    lastStep: count(),
    createdAt: instant(),
  });

export const recoveryTable = (sequelize: Sequelize): Table<RecoveryRow> =>
  defineTable<RecoveryRow>(sequelize, 'auth_officer_recovery', {
    officerId: primary(code(36)),
    codeHash: primary(code(64)),
  });
