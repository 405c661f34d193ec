import type { Sequelize } from 'sequelize';
import { code, day, id, instant, optional, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { GuardianPaper, Relation } from './guardianship.rules.js';

/** A guardian may read the record of a ward; registered at the desk. Ended rows stay as evidence. */
export interface GuardianshipRow {
  id: string;
  wardNumber: string;
  guardianNumber: string;
  relation: Relation;
  paper: GuardianPaper;
  /** Number and day of the paper as the officer read them. */
  paperNumber: string;
  /** Last day; null where only a decision ends it. */
  until: string | null;
  registeredAt: Date;
  registeredBy: string;
  agencyCode: string;
  endedAt: Date | null;
  endReason: string | null;
  /** Ward and guardian until it is ended by hand: unique, so that nobody is registered twice. */
  openKey: string | null;
}

export const guardianshipTable = (sequelize: Sequelize): Table<GuardianshipRow> =>
  defineTable<GuardianshipRow>(sequelize, 'records_guardianship', {
    id: id(),
    wardNumber: code(10),
    guardianNumber: code(10),
    relation: code(10),
    paper: code(20),
    paperNumber: text(80),
    until: optional(day()),
    registeredAt: instant(),
    registeredBy: text(120),
    agencyCode: code(5),
    endedAt: optional(instant()),
    endReason: optional(text(200)),
    openKey: optional(unique(code(21))),
  });
