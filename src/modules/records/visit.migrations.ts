import { code, count, day, id, instant, money, number, optional, serial, text } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

const costs = () => ({
  amount: money(),
  insurerPaid: money(),
  coPayment: money(),
  selfPaid: money(),
  otherSource: money(),
});

export const visitMigrations: readonly Migration[] = [
  {
    name: '040-visit',
    up: (tools) =>
      tools.createTable('records_visit', {
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
      }),
  },
  {
    name: '041-visit-number',
    up: (tools) => tools.addIndex('records_visit', ['facilityCode', 'code'], { unique: true }),
  },
  {
    name: '042-visit-person',
    up: (tools) => tools.addIndex('records_visit', ['insuranceNumber', 'year', 'admittedAt']),
  },
  {
    name: '043-visit-line',
    up: (tools) =>
      tools.createTable('records_visit_line', {
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
      }),
  },
  {
    name: '044-visit-line-number',
    up: (tools) => tools.addIndex('records_visit_line', ['facilityCode', 'visitCode', 'number'], { unique: true }),
  },
  {
    name: '045-visit-paper',
    up: (tools) =>
      tools.createTable('records_visit_paper', {
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
      }),
  },
  {
    name: '046-visit-paper-number',
    up: (tools) => tools.addIndex('records_visit_paper', ['facilityCode', 'kind', 'serialNumber'], { unique: true }),
  },
  {
    name: '047-visit-paper-person',
    up: (tools) => tools.addIndex('records_visit_paper', ['insuranceNumber', 'year', 'issuedOn']),
  },
];
