import type { Sequelize } from 'sequelize';
import { code, instant, json, serial, text } from '../db/columns.js';
import { defineTable, type Table } from '../db/table.js';

export interface AuditRow {
  id: number;
  at: Date;
  action: string;
  actorRealm: string;
  actorId: string;
  actorName: string;
  actorRole: string;
  agencyCode: string;
  subjectKind: string;
  subjectId: string;
  subjectLabel: string;
  person: string;
  purpose: string;
  details: string;
  ip: string;
  requestId: string;
}

export const auditTable = (sequelize: Sequelize): Table<AuditRow> =>
  defineTable<AuditRow>(sequelize, 'core_audit', {
    id: serial(),
    at: instant(),
    action: code(80),
    actorRealm: code(10),
    actorId: code(36),
    actorName: text(120),
    actorRole: text(80),
    agencyCode: code(10),
    subjectKind: code(40),
    subjectId: code(64),
    subjectLabel: text(160),
    person: code(20),
    purpose: text(300),
    details: json(),
    ip: code(45),
    requestId: code(36),
  });
