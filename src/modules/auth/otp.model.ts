import type { Sequelize } from 'sequelize';
import { code, count, id, instant, json, optional, primary } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { Purpose } from './otp.rules.js';

/** One act that waits for a code: bound to session and purpose, with the tries that all its codes share. */
export interface ChallengeRow {
  id: string;
  /** Account id, or a keyed hash of the number when there is no such account: both count alike. */
  subject: string;
  purpose: Purpose;
  sessionHash: string;
  tries: number;
  /** What the act needs when the code was right, e.g. the hash of the new password. Never a plain secret. */
  payload: string;
  /** Where the codes go when not to the registered phone; wiped with the payload. */
  phone: string | null;
  createdAt: Date;
  lastSentAt: Date;
  closedAt: Date | null;
}

/** A code that was sent. An earlier one stays valid to its own end. */
export interface CodeRow {
  id: string;
  challengeId: string;
  subject: string;
  purpose: Purpose;
  codeHash: string;
  createdAt: Date;
  expiresAt: Date;
}

/** A row to wait at, so that parallel requests for codes are counted one after another. */
export interface QuotaRow {
  name: string;
  turn: number;
}

export const challengeTable = (sequelize: Sequelize): Table<ChallengeRow> =>
  defineTable<ChallengeRow>(sequelize, 'auth_otp_challenge', {
    id: id(),
    subject: code(64),
    purpose: code(20),
    sessionHash: code(64),
    tries: count(),
    payload: json(),
    phone: optional(code(10)),
    createdAt: instant(),
    lastSentAt: instant(),
    closedAt: optional(instant()),
  });

export const codeTable = (sequelize: Sequelize): Table<CodeRow> =>
  defineTable<CodeRow>(sequelize, 'auth_otp_code', {
    id: id(),
    challengeId: code(36),
    subject: code(64),
    purpose: code(20),
    codeHash: code(64),
    createdAt: instant(),
    expiresAt: instant(),
  });

export const quotaTable = (sequelize: Sequelize): Table<QuotaRow> =>
  defineTable<QuotaRow>(sequelize, 'auth_otp_quota', { name: primary(code(90)), turn: count() });
