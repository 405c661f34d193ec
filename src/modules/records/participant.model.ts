import type { Sequelize } from 'sequelize';
import { code, id, instant, optional, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { BirthPrecision } from './participant.rules.js';

export interface ParticipantRow {
  id: string;
  insuranceNumber: string;
  citizenId: string | null;
  fullName: string;
  nameFolded: string;
  /** yyyy-mm-dd, yyyy-mm or yyyy, as far as it is known. */
  birthDate: string;
  birthPrecision: BirthPrecision;
  sex: 'male' | 'female';
  /** CMND or passport where there is no number of 12 digits. */
  paperNumber: string | null;
  phone: string | null;
  email: string | null;
  street: string | null;
  communeCode: string | null;
  provinceCode: string | null;
  /** Street, commune and province in one line. */
  address: string;
  /** As it was with three levels, before 01/07/2025. */
  oldAddress: string | null;
  householdCode: string | null;
  /** Two digits: 00 head of the household, 01 wife, 02 husband, 08 child ... */
  householdRole: string | null;
  updatedAt: Date;
}

/** The people of the member registry that this installation keeps itself. */
export const participantTable = (sequelize: Sequelize): Table<ParticipantRow> =>
  defineTable<ParticipantRow>(sequelize, 'records_participant', {
    id: id(),
    insuranceNumber: unique(code(10)),
    citizenId: optional(unique(code(12))),
    fullName: text(120),
    nameFolded: code(120),
    birthDate: code(10),
    birthPrecision: code(5),
    sex: code(6),
    paperNumber: optional(code(20)),
    phone: optional(code(11)),
    email: optional(code(254)),
    street: optional(text(160)),
    communeCode: optional(code(5)),
    provinceCode: optional(code(2)),
    address: text(300),
    oldAddress: optional(text(300)),
    householdCode: optional(code(20)),
    householdRole: optional(code(2)),
    updatedAt: instant(),
  });
