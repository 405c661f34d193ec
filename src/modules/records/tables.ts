import type { Sequelize } from 'sequelize';
import { benefitPaymentTable, benefitTable } from './benefit.model.js';
import { cardTable } from './card.model.js';
import { cardAttemptTable, cardUseTable } from './card-use.model.js';
import { benefitRuleTable, objectCodeTable } from './entitlement.model.js';
import { guardianshipTable } from './guardianship.model.js';
import { openingTable } from './opening.model.js';
import { participantTable } from './participant.model.js';
import { participationTable } from './participation.model.js';
import { pilotProvinceTable } from './pilot-province.model.js';
import { visitLineTable, visitPaperTable, visitTable } from './visit.model.js';

/** All tables of the module, bound to one connection. */
export const openTables = (sequelize: Sequelize) => ({
  people: participantTable(sequelize),
  participations: participationTable(sequelize),
  cards: cardTable(sequelize),
  cardUses: cardUseTable(sequelize),
  cardAttempts: cardAttemptTable(sequelize),
  pilotProvinces: pilotProvinceTable(sequelize),
  benefits: benefitTable(sequelize),
  benefitPayments: benefitPaymentTable(sequelize),
  visits: visitTable(sequelize),
  visitLines: visitLineTable(sequelize),
  visitPapers: visitPaperTable(sequelize),
  codes: objectCodeTable(sequelize),
  rules: benefitRuleTable(sequelize),
  openings: openingTable(sequelize),
  guardianships: guardianshipTable(sequelize),
});

export type Tables = ReturnType<typeof openTables>;

export const TABLE_NAMES = [
  'records_participant',
  'records_participation',
  'records_card',
  'records_card_use',
  'records_card_attempt',
  'records_pilot_province',
  'records_benefit',
  'records_benefit_payment',
  'records_visit',
  'records_visit_line',
  'records_visit_paper',
  'records_object_code',
  'records_benefit_rule',
  'records_opening',
  'records_guardianship',
] as const;
