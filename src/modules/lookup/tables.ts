import type { Sequelize } from 'sequelize';
import { attemptTable } from './attempt.model.js';
import { collectionAgentTable } from './collection-agent.model.js';
import { employerTable } from './employer.model.js';
import { facilityTable } from './facility.model.js';
import { wordTable } from './word.model.js';

/** All tables of the module, bound to one connection. */
export const openTables = (sequelize: Sequelize) => ({
  facilities: facilityTable(sequelize),
  employers: employerTable(sequelize),
  agents: collectionAgentTable(sequelize),
  words: wordTable(sequelize),
  attempts: attemptTable(sequelize),
});

export type Tables = ReturnType<typeof openTables>;

export const TABLE_NAMES = [
  'lookup_facility',
  'lookup_employer',
  'lookup_collection_agent',
  'lookup_word',
  'lookup_attempt',
] as const;
