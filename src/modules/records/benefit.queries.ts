import type { Database } from '../../core/db/connection.js';
import type { BenefitPaymentRow, BenefitRow } from './benefit.model.js';
import type { BenefitKind } from './benefit.rules.js';

export type StoredBenefit = Omit<BenefitRow, 'id' | 'insuranceNumber'>;
export type StoredPayment = Omit<BenefitPaymentRow, 'id' | 'insuranceNumber'>;

/** Months of payments on a page. */
export const PAYMENTS = 12;

/** Reads of what a person received. */
export interface BenefitQueries {
  /** All of a person, or one group; the newest first. */
  benefitsOf(insuranceNumber: string, kind?: BenefitKind): Promise<StoredBenefit[]>;
  /** Payments of the newest months before one; one more than a page shows where there are older ones. */
  paymentsOf(insuranceNumber: string, before: string): Promise<StoredPayment[]>;
  /** Slips that changed an amount, the newest first. */
  adjustmentsOf(insuranceNumber: string): Promise<StoredPayment[]>;
  /** Payments and slips, from the first. */
  allPayments(insuranceNumber: string): Promise<StoredPayment[]>;
}

const BENEFITS = `SELECT kind, decision_number AS decisionNumber, decided_on AS decidedOn, scheme, from_day AS fromDay,
  to_day AS toDay, amount, payer, days, months, settled_in AS settledIn, method, account_end AS accountEnd,
  bank_name AS bankName, place, training, status, updated_on AS updatedOn
  FROM records_benefit WHERE insurance_number = ?`;
const NEWEST = 'ORDER BY from_day DESC, id DESC';
const PAYMENT = `SELECT decision_number AS decisionNumber, kind, month, amount, previous_amount AS previousAmount,
  paid_on AS paidOn, state, slip_number AS slipNumber, reason, updated_on AS updatedOn
  FROM records_benefit_payment WHERE insurance_number = ?`;

export const benefitQueries = (db: Database): BenefitQueries => ({
  benefitsOf: (insuranceNumber, kind) =>
    kind
      ? db.rows<StoredBenefit>(`${BENEFITS} AND kind = ? ${NEWEST}`, [insuranceNumber, kind])
      : db.rows<StoredBenefit>(`${BENEFITS} ${NEWEST}`, [insuranceNumber]),
  paymentsOf: (insuranceNumber, before) =>
    db.rows<StoredPayment>(
      `${PAYMENT} AND kind = 'payment' AND month < ? ORDER BY month DESC, decision_number LIMIT ${PAYMENTS + 1}`,
      [insuranceNumber, before],
    ),
  adjustmentsOf: (insuranceNumber) =>
    db.rows<StoredPayment>(`${PAYMENT} AND kind = 'adjustment' ORDER BY month DESC, decision_number`, [
      insuranceNumber,
    ]),
  allPayments: (insuranceNumber) =>
    db.rows<StoredPayment>(`${PAYMENT} ORDER BY month, decision_number, kind`, [insuranceNumber]),
});
