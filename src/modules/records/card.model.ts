import type { Sequelize } from 'sequelize';
import { code, day, id, optional, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

export interface CardRow {
  id: string;
  insuranceNumber: string;
  /** 15 characters: object code, level, province, insurance number. */
  number: string;
  objectCode: string;
  /** As printed: 1 to 5. The level in force comes from the object code. */
  level: string;
  /** K1, K2, K3 or null. */
  areaCode: string | null;
  validFrom: string;
  validTo: string | null;
  facilityCode: string;
  facilityName: string;
  fiveYearsFrom: string | null;
  issuedOn: string;
  issuedBy: string;
  state: 'active' | 'withdrawn';
}

/** Health insurance cards: one row for each period of validity. */
export const cardTable = (sequelize: Sequelize): Table<CardRow> =>
  defineTable<CardRow>(sequelize, 'records_card', {
    id: id(),
    insuranceNumber: code(10),
    number: code(15),
    objectCode: code(2),
    level: code(1),
    areaCode: optional(code(2)),
    validFrom: day(),
    validTo: optional(day()),
    facilityCode: code(5),
    facilityName: text(160),
    fiveYearsFrom: optional(day()),
    issuedOn: day(),
    issuedBy: text(120),
    state: code(10),
  });
