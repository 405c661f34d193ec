import type { Sequelize } from 'sequelize';
import { code, count, day, id, json, optional, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

export interface ObjectCodeRow {
  id: string;
  code: string;
  /** Who it stands for, in Vietnamese. */
  name: string;
  /** Who pays, 1 to 6. */
  payerGroup: number;
  /** Benefit level 1 to 5; null where the law is unclear and the printed level counts. */
  level: string | null;
  validFrom: string;
  validTo: string | null;
}

export interface BenefitRuleRow {
  id: string;
  level: string;
  validFrom: string;
  /** Share paid inside the covered scope. */
  percent: number;
  summary: string;
  /** JSON list of sentences; {smallVisit}, {copayment} and {fiveYears} are filled in. */
  points: string;
  /** JSON list of sentences for people of the areas K1, K2 and K3 alone. */
  areaPoints: string | null;
}

/** Object codes of health insurance (mã đối tượng), dated. */
export const objectCodeTable = (sequelize: Sequelize): Table<ObjectCodeRow> =>
  defineTable<ObjectCodeRow>(sequelize, 'records_object_code', {
    id: id(),
    code: code(2),
    name: text(200),
    payerGroup: count(),
    level: optional(code(1)),
    validFrom: day(),
    validTo: optional(day()),
  });

/** What each benefit level means, as sentences for the holder, dated. */
export const benefitRuleTable = (sequelize: Sequelize): Table<BenefitRuleRow> =>
  defineTable<BenefitRuleRow>(sequelize, 'records_benefit_rule', {
    id: id(),
    level: code(1),
    validFrom: day(),
    percent: count(),
    summary: text(300),
    points: json(),
    areaPoints: optional(json()),
  });
