import type { Sequelize } from 'sequelize';
import { code, count, flag, id, instant, optional, primary, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { RoleId } from './role.rules.js';

export interface OfficerRow {
  id: string;
  username: string;
  fullName: string;
  /** The first of the roles; all of them are in `auth_officer_role`. */
  role: RoleId;
  agencyCode: string;
  /** Own insurance number, for the rule that nobody decides a dossier of his own. */
  insuranceNumber: string | null;
  /** Empty until the one-time link was used: nobody can sign in then. */
  passwordHash: string;
  /** Raised to end all sessions at once. */
  epoch: number;
  active: boolean;
  /** Raised by every change of an administrator, so that of two at once one wins. */
  version: number;
  createdAt: Date;
  lastSignInAt: Date | null;
}

/** One sign-in of an officer, who may have several at a time; gone with the sign-out. */
export interface OfficerSessionRow {
  id: string;
  officerId: string;
  startedAt: Date;
  device: string;
}

export interface OfficerRoleRow {
  officerId: string;
  role: RoleId;
  /** Raised to put those in a row who take the same role away at once. */
  turn: number;
}

/** A word of the name in folded form, for the search. */
export interface OfficerWordRow {
  officerId: string;
  word: string;
}

/** The one-time link with which an officer sets a password; gone once used. */
export interface OfficerLinkRow {
  officerId: string;
  tokenHash: string;
  expiresAt: Date;
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
    version: count(1),
    createdAt: instant(),
    lastSignInAt: optional(instant()),
  });

export const officerSessionTable = (sequelize: Sequelize): Table<OfficerSessionRow> =>
  defineTable<OfficerSessionRow>(sequelize, 'auth_officer_session', {
    id: id(),
    officerId: code(36),
    startedAt: instant(),
    device: text(80),
  });

export const officerRoleTable = (sequelize: Sequelize): Table<OfficerRoleRow> =>
  defineTable<OfficerRoleRow>(sequelize, 'auth_officer_role', {
    officerId: primary(code(36)),
    role: primary(code(20)),
    turn: count(),
  });

export const officerWordTable = (sequelize: Sequelize): Table<OfficerWordRow> =>
  defineTable<OfficerWordRow>(sequelize, 'auth_officer_word', {
    officerId: primary(code(36)),
    word: primary(code(100)),
  });

export const officerLinkTable = (sequelize: Sequelize): Table<OfficerLinkRow> =>
  defineTable<OfficerLinkRow>(sequelize, 'auth_officer_link', {
    officerId: primary(code(36)),
    tokenHash: unique(code(64)),
    expiresAt: instant(),
  });
