import { addDays, type Day } from '../../src/core/clock.js';
import type { BenefitPaymentRow, BenefitRow } from '../../src/modules/records/benefit.model.js';
import { monthAt, monthIndex } from '../../src/modules/records/month.rules.js';
import type { Random } from '../random.js';

export type NewBenefit = Omit<BenefitRow, 'id'>;
export type NewPayment = Omit<BenefitPaymentRow, 'id'>;

export const AGENCY = 'BHXH thành phố Đà Nẵng';
const BANKS = [
  'Vietcombank, chi nhánh Đà Nẵng',
  'VietinBank, chi nhánh Đà Nẵng',
  'Agribank, chi nhánh Hải Châu',
] as const;
/** Months of payments that a pensioner has in the demo. */
const PAID_MONTHS = 30;

export interface Maker {
  readonly insuranceNumber: string;
  readonly today: Day;
  readonly chance: Random;
}

/** What every benefit has in common. */
export const benefit = (
  { insuranceNumber, today, chance }: Maker,
  own: Pick<NewBenefit, 'kind' | 'scheme' | 'fromDay' | 'amount' | 'payer' | 'status'> & Partial<NewBenefit>,
): NewBenefit => ({
  insuranceNumber,
  decisionNumber: `${chance.int(100, 9_999)}/QĐ-BHXH`,
  decidedOn: addDays(own.fromDay, own.kind === 'monthly' ? -12 : 18),
  ...{ toDay: null, days: 0, months: 0, settledIn: null, place: null, training: null },
  ...{ method: 'bank', accountEnd: String(chance.int(1_000, 9_999)), bankName: chance.pick(BANKS) },
  updatedOn: today,
  ...own,
});

/** A monthly benefit with the months paid so far and the slip that raised it. */
export const monthly = (maker: Maker, scheme: string, fromDay: Day, amount: number) => {
  const row = benefit(maker, {
    ...{
      kind: 'monthly',
      scheme,
      fromDay,
      amount,
      payer: AGENCY,
      status: 'current',
      place: 'Bưu điện phường Hải Châu',
    },
  });
  const { insuranceNumber, decisionNumber, updatedOn } = row;
  const thisMonth = monthIndex(maker.today);
  const first = Math.max(monthIndex(fromDay.slice(0, 7)), thisMonth - PAID_MONTHS);
  const raised = Math.max(first, thisMonth - 20);
  const before = Math.round(amount / 1.15);
  const payments = Array.from({ length: thisMonth - first + 1 }, (_, index): NewPayment => {
    const month = monthAt(first + index);
    const paidOn = `${month}-05`;
    const paid = paidOn <= maker.today;
    return {
      ...{ insuranceNumber, decisionNumber, kind: 'payment', month, amount: first + index < raised ? before : amount },
      ...{ previousAmount: null, paidOn: paid ? paidOn : null, state: paid ? 'paid' : 'pending', slipNumber: null },
      ...{ reason: null, updatedOn },
    };
  });
  const slip: NewPayment = {
    ...{ insuranceNumber, decisionNumber, kind: 'adjustment', month: monthAt(raised), amount, previousAmount: before },
    ...{ paidOn: null, state: 'paid', slipNumber: `ĐC-${maker.chance.int(1_000, 9_999)}`, updatedOn },
    reason: 'Điều chỉnh tăng 15% theo Nghị định của Chính phủ',
  };
  return { rows: [row], payments: raised > first ? [...payments, slip] : payments };
};
