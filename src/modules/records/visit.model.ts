import type { Sequelize } from 'sequelize';
import { code, count, day, id, instant, money, number, optional, serial, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { Costs } from './visit.rules.js';

export interface VisitRow extends Costs {
  id: string;
  insuranceNumber: string;
  facilityCode: string;
  facilityName: string;
  /** Number of the visit at its facility (mã hồ sơ, MA_LK). */
  code: string;
  kind: 'examination' | 'outpatient' | 'inpatient' | 'day';
  /** Card it was settled with. */
  cardNumber: string | null;
  admittedAt: Date;
  /** Null while the treatment goes on. */
  dischargedAt: Date | null;
  /** Year of admission in Viet Nam, under which the page finds it. */
  year: string;
  icd10: string;
  diagnosis: string;
  otherDiagnoses: string | null;
  department: string | null;
  discharge: 'home' | 'transferred' | 'left' | 'requested' | null;
  outcome: 'cured' | 'better' | 'same' | 'worse' | 'died' | null;
  followUpOn: string | null;
  updatedOn: string;
}

const costs = () => ({
  amount: money(),
  insurerPaid: money(),
  coPayment: money(),
  selfPaid: money(),
  otherSource: money(),
});

/** Visits at facilities (lượt khám, chữa bệnh), each with the sums of its cost lines. */
export const visitTable = (sequelize: Sequelize): Table<VisitRow> =>
  defineTable<VisitRow>(sequelize, 'records_visit', {
    id: id(),
    insuranceNumber: code(10),
    facilityCode: code(5),
    facilityName: text(200),
    code: code(100),
    kind: code(12),
    cardNumber: optional(code(15)),
    admittedAt: instant(),
    dischargedAt: optional(instant()),
    year: code(4),
    icd10: code(8),
    diagnosis: text(300),
    otherDiagnoses: optional(text(500)),
    department: optional(text(120)),
    discharge: optional(code(12)),
    outcome: optional(code(10)),
    followUpOn: optional(day()),
    ...costs(),
    updatedOn: day(),
  });

export type LineSection = 'exam' | 'bed' | 'test' | 'imaging' | 'procedure' | 'drug' | 'supply' | 'transport' | 'other';

export interface VisitLineRow extends Costs {
  id: number;
  facilityCode: string;
  visitCode: string;
  /** Place in the bill: 1, 2, 3. */
  number: number;
  section: LineSection;
  itemCode: string;
  name: string;
  unit: string;
  quantity: number;
  /** Đồng; drugs bought by the thousand have a fraction. */
  unitPrice: number;
  /** Share of the fund in what it covers, percent. */
  percent: number;
}

/** Cost lines of visits, found by the number of the visit. */
export const visitLineTable = (sequelize: Sequelize): Table<VisitLineRow> =>
  defineTable<VisitLineRow>(sequelize, 'records_visit_line', {
    id: serial(),
    facilityCode: code(5),
    visitCode: code(100),
    number: count(),
    section: code(10),
    itemCode: code(50),
    name: text(300),
    unit: text(40),
    quantity: number(),
    unitPrice: number(),
    percent: count(),
    ...costs(),
  });

export interface VisitPaperRow {
  id: number;
  insuranceNumber: string;
  facilityCode: string;
  facilityName: string;
  /** The visit in which it was given, where known. */
  visitCode: string | null;
  kind: 'sick-leave' | 'discharge' | 'birth' | 'summary' | 'prenatal-leave';
  serialNumber: string;
  issuedOn: string;
  year: string;
  /** Days off work that it grants. */
  fromDay: string | null;
  toDay: string | null;
  state: 'issued' | 'settled' | 'cancelled';
  updatedOn: string;
}

/** Papers that a facility gives by Circular 56/2017/TT-BYT. */
export const visitPaperTable = (sequelize: Sequelize): Table<VisitPaperRow> =>
  defineTable<VisitPaperRow>(sequelize, 'records_visit_paper', {
    id: serial(),
    insuranceNumber: code(10),
    facilityCode: code(5),
    facilityName: text(200),
    visitCode: optional(code(100)),
    kind: code(16),
    serialNumber: code(40),
    issuedOn: day(),
    year: code(4),
    fromDay: optional(day()),
    toDay: optional(day()),
    state: code(10),
    updatedOn: day(),
  });
