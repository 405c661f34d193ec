import type { Sequelize } from 'sequelize';
import { code, count, flag, id, instant, optional, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { RoleId } from './role.rules.js';

export interface OfficerRow {
  id: string;
  username: string;
  fullName: string;
  role: RoleId;
  agencyCode: string;
  /** Own insurance number, for the rule that nobody decides a dossier of his own. */
  insuranceNumber: string | null;
  passwordHash: string;
  /** Raised to end all sessions at once. */
  epoch: number;
  active: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
}

/** One sign-in of an officer, who may have several at a time; gone with the sign-out. */
export interface OfficerSessionRow {
  id: string;
  officerId: string;
  startedAt: Date;
}

export const officerTable = (sequelize: Sequelize): Table<OfficerRow> =>
  defineTable<OfficerRow>(sequelize, 'auth_officer', {
    id: id(),
    username: unique(code(40)),
    fullName: text(120),
    role: code(20),
    agencyCode: code(5),
    insuranceNumber: optional(code(10)),
    passwordHash: code(200),
    epoch: count(),
    active: flag(true),
    createdAt: instant(),
    lastSignInAt: optional(instant()),
  });

export const officerSessionTable = (sequelize: Sequelize): Table<OfficerSessionRow> =>
  defineTable<OfficerSessionRow>(sequelize, 'auth_officer_session', {
    id: id(),
    officerId: code(36),
    startedAt: instant(),
  });
