import type { Day } from '../../core/clock.js';

/** What something cost and who paid it, whole đồng. */
export interface Costs {
  /** Thành tiền. */
  readonly amount: number;
  /** BHYT TT. */
  readonly insurerPaid: number;
  /** BN cùng chi trả. */
  readonly coPayment: number;
  /** BN tự trả: outside what the fund covers. */
  readonly selfPaid: number;
  /** Nguồn khác. */
  readonly otherSource: number;
}

/** Insurer, co-payment, own money and other sources make up the amount; nothing is below zero. */
export const addsUp = (costs: Costs): boolean => {
  const { amount, insurerPaid, coPayment, selfPaid, otherSource } = costs;
  const parts = [insurerPaid, coPayment, selfPaid, otherSource];
  return parts.every((part) => part >= 0) && parts.reduce((sum, part) => sum + part, 0) === amount;
};

export interface Priced {
  readonly amount: number;
  readonly quantity: number;
  /** May have a fraction. */
  readonly unitPrice: number;
}

/** Quantity times price comes to the amount, but for what rounding the price to whole đồng can do. */
export const isPlausible = ({ amount, quantity, unitPrice }: Priced): boolean =>
  quantity > 0 && unitPrice >= 0 && Math.abs(quantity * unitPrice - amount) <= Math.max(1, quantity / 2);

const NOTHING: Costs = { amount: 0, insurerPaid: 0, coPayment: 0, selfPaid: 0, otherSource: 0 };

export const sumOf = (rows: readonly Costs[]): Costs =>
  rows.reduce(
    (sum, row) => ({
      amount: sum.amount + row.amount,
      insurerPaid: sum.insurerPaid + row.insurerPaid,
      coPayment: sum.coPayment + row.coPayment,
      selfPaid: sum.selfPaid + row.selfPaid,
      otherSource: sum.otherSource + row.otherSource,
    }),
    NOTHING,
  );

/** What the patient paid: his share and what the fund does not cover. */
export const paidByPatient = ({ coPayment, selfPaid }: Costs): number => coPayment + selfPaid;

export const yearOf = (day: Day): string => day.slice(0, 4);

export interface YearOfVisits {
  readonly year: string;
  readonly count: number;
}

/** The nearest year that has something, when the one looked at has not: the latest before it, else the first after. */
export const nearestYear = (years: readonly string[], year: string): string | undefined => {
  const sorted = years.toSorted();
  return sorted.findLast((each) => each < year) ?? sorted.find((each) => each > year);
};
