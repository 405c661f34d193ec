import type { Sequelize } from 'sequelize';
import { code, count, flag, id, instant, longText, optional, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** One version of what is told about a purpose. Never changed once it is there. */
export interface TextRow {
  id: string;
  /** Which purpose. */
  code: string;
  /** 1, 2, 3 ... of that purpose; the highest is in force. */
  version: number;
  title: string;
  body: string;
  /** Law or task behind the purpose. */
  legalBasis: string;
  /** False where a law or a state task asks for it: then it is told, not asked. */
  needsConsent: boolean;
  validFrom: Date;
  /** SHA-256 of title, body and legal basis: what exactly was agreed to. */
  hash: string;
}

/** Somebody agreed to one version; withdrawn consents stay as evidence. */
export interface ConsentRow {
  id: string;
  insuranceNumber: string;
  code: string;
  version: number;
  hash: string;
  /** `portal`: by the person himself, signed in. */
  channel: 'portal';
  givenAt: Date;
  withdrawnAt: Date | null;
  /** Number and purpose while it is in force: unique, so that two clicks make one consent. */
  openKey: string | null;
}

export const textTable = (sequelize: Sequelize): Table<TextRow> =>
  defineTable<TextRow>(sequelize, 'privacy_text', {
    id: id(),
    code: code(40),
    version: count(),
    title: text(160),
    body: longText(),
    legalBasis: text(300),
    needsConsent: flag(),
    validFrom: instant(),
    hash: code(64),
  });

export const consentTable = (sequelize: Sequelize): Table<ConsentRow> =>
  defineTable<ConsentRow>(sequelize, 'privacy_consent', {
    id: id(),
    insuranceNumber: code(10),
    code: code(40),
    version: count(),
    hash: code(64),
    channel: code(10),
    givenAt: instant(),
    withdrawnAt: optional(instant()),
    openKey: optional(unique(code(60))),
  });
