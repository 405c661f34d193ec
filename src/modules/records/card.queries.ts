import type { Database } from '../../core/db/connection.js';
import type { CardRow } from './card.model.js';
import type { BenefitRuleRow, ObjectCodeRow } from './entitlement.model.js';

export type StoredCard = Omit<CardRow, 'insuranceNumber'>;

/** Reads about cards and what they entitle to. */
export interface CardQueries {
  cardsOf(insuranceNumber: string): Promise<StoredCard[]>;
  codes(objectCode: string): Promise<ObjectCodeRow[]>;
  rules(level: string): Promise<BenefitRuleRow[]>;
}

const CARDS = `SELECT id, number, object_code AS objectCode, level, area_code AS areaCode, valid_from AS validFrom,
  valid_to AS validTo, facility_code AS facilityCode, facility_name AS facilityName, five_years_from AS fiveYearsFrom,
  issued_on AS issuedOn, issued_by AS issuedBy, state FROM records_card WHERE insurance_number = ? ORDER BY valid_from`;
const CODES = `SELECT id, code, name, payer_group AS payerGroup, level, valid_from AS validFrom, valid_to AS validTo
  FROM records_object_code WHERE code = ? ORDER BY valid_from`;
const RULES = `SELECT id, level, valid_from AS validFrom, percent, summary, points,
  area_points AS areaPoints
  FROM records_benefit_rule WHERE level = ? ORDER BY valid_from`;

export const cardQueries = (db: Database): CardQueries => ({
  cardsOf: (insuranceNumber) => db.rows<StoredCard>(CARDS, [insuranceNumber]),
  codes: (objectCode) => db.rows<ObjectCodeRow>(CODES, [objectCode]),
  rules: (level) => db.rows<BenefitRuleRow>(RULES, [level]),
});
