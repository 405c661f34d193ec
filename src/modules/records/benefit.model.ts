import type { Sequelize } from 'sequelize';
import { code, count, day, money, optional, serial, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { BenefitKind } from './benefit.rules.js';

export interface BenefitRow {
  id: number;
  insuranceNumber: string;
  kind: BenefitKind;
  /** Number of the decision or, for sickness and maternity, of the list it was settled with. */
  decisionNumber: string;
  decidedOn: string;
  /** Which benefit, as the decision calls it: "Ốm đau", "Lương hưu". */
  scheme: string;
  fromDay: string;
  toDay: string | null;
  /** Whole đồng: of a month where the benefit is monthly, otherwise in all. */
  amount: number;
  /** Who pays or through whom: employer or agency. */
  payer: string;
  /** Days off work; 0 where the benefit has none. */
  days: number;
  /** Months that were counted (lump sum) or granted (unemployment); 0 where neither. */
  months: number;
  /** "đợt 2 tháng 06/2024". */
  settledIn: string | null;
  method: 'bank' | 'cash' | 'employer' | null;
  /** Last four digits of the account; the whole number is never kept. */
  accountEnd: string | null;
  bankName: string | null;
  /** Where it is received. */
  place: string | null;
  /** Support for learning a trade that came with it. */
  training: string | null;
  status: 'paid' | 'pending' | 'current' | 'suspended' | 'ended' | 'reserved';
  updatedOn: string;
}

/** Benefits of all kinds: one row for each decision and its first day. */
export const benefitTable = (sequelize: Sequelize): Table<BenefitRow> =>
  defineTable<BenefitRow>(sequelize, 'records_benefit', {
    id: serial(),
    insuranceNumber: code(10),
    kind: code(20),
    decisionNumber: code(60),
    decidedOn: day(),
    scheme: text(120),
    fromDay: day(),
    toDay: optional(day()),
    amount: money(),
    payer: text(200),
    days: count(),
    months: count(),
    settledIn: optional(text(60)),
    method: optional(code(10)),
    accountEnd: optional(code(4)),
    bankName: optional(text(160)),
    place: optional(text(200)),
    training: optional(text(200)),
    status: code(10),
    updatedOn: day(),
  });

export interface BenefitPaymentRow {
  id: number;
  insuranceNumber: string;
  decisionNumber: string;
  /** A month that was paid, or a slip that changes the amount from a month on (phiếu điều chỉnh). */
  kind: 'payment' | 'adjustment';
  month: string;
  /** Paid for the month, or the new amount from it on, whole đồng. */
  amount: number;
  /** Amount before a slip. */
  previousAmount: number | null;
  paidOn: string | null;
  state: 'paid' | 'pending' | 'returned';
  slipNumber: string | null;
  reason: string | null;
  updatedOn: string;
}

/** What a monthly benefit paid month by month, and the slips that changed it. */
export const benefitPaymentTable = (sequelize: Sequelize): Table<BenefitPaymentRow> =>
  defineTable<BenefitPaymentRow>(sequelize, 'records_benefit_payment', {
    id: serial(),
    insuranceNumber: code(10),
    decisionNumber: code(60),
    kind: code(10),
    month: code(7),
    amount: money(),
    previousAmount: optional(money()),
    paidOn: optional(day()),
    state: code(10),
    slipNumber: optional(code(60)),
    reason: optional(text(200)),
    updatedOn: day(),
  });
