import { code, count, day, money, optional, serial, text } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

export const benefitMigrations: readonly Migration[] = [
  {
    name: '030-benefit',
    up: (tools) =>
      tools.createTable('records_benefit', {
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
      }),
  },
  {
    name: '031-benefit-person',
    up: (tools) =>
      tools.addIndex('records_benefit', ['insuranceNumber', 'kind', 'fromDay', 'decisionNumber'], { unique: true }),
  },
  {
    name: '032-benefit-payment',
    up: (tools) =>
      tools.createTable('records_benefit_payment', {
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
      }),
  },
  {
    name: '033-benefit-payment-person',
    up: (tools) =>
      tools.addIndex('records_benefit_payment', ['insuranceNumber', 'kind', 'month', 'decisionNumber'], {
        unique: true,
        name: 'records_benefit_payment__person',
      }),
  },
];
