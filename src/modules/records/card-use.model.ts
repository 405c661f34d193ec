import type { Sequelize } from 'sequelize';
import type { AttemptRow } from '../../core/attempts.js';
import { code, count, instant, optional, primary, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A card that its holder shows to somebody, for five minutes. */
export interface CardUseRow {
  /** 22 characters; the signed QR code names it. */
  id: string;
  cardId: string;
  /** Whose card it is. */
  insuranceNumber: string;
  /** Who shows it: the holder, or the guardian of a ward. */
  accountId: string;
  /** Keyed hash of the code that can be typed instead. */
  codeHash: string;
  createdAt: Date;
  expiresAt: Date;
  /** How often it was answered. */
  checks: number;
  lastCheckedAt: Date | null;
}

export const cardUseTable = (sequelize: Sequelize): Table<CardUseRow> =>
  defineTable<CardUseRow>(sequelize, 'records_card_use', {
    id: primary(code(22)),
    cardId: code(36),
    insuranceNumber: code(10),
    accountId: code(36),
    codeHash: unique(code(64)),
    createdAt: instant(),
    expiresAt: instant(),
    checks: count(),
    lastCheckedAt: optional(instant()),
  });

/** Typed codes of one address. */
export const cardAttemptTable = (sequelize: Sequelize): Table<AttemptRow> =>
  defineTable<AttemptRow>(sequelize, 'records_card_attempt', {
    bucket: primary(code(64)),
    failures: count(),
    until: instant(),
  });
