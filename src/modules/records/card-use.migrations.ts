import { code, count, flag, instant, json, optional, primary, text, unique } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

export const cardUseMigrations: readonly Migration[] = [
  {
    name: '050-card-use',
    up: (tools) =>
      tools.createTable('records_card_use', {
        id: primary(code(22)),
        cardId: code(36),
        insuranceNumber: code(10),
        accountId: code(36),
        codeHash: unique(code(64)),
        createdAt: instant(),
        expiresAt: instant(),
        checks: count(),
        lastCheckedAt: optional(instant()),
      }),
  },
  {
    name: '051-card-use-holder',
    up: (tools) => tools.addIndex('records_card_use', ['insuranceNumber', 'accountId', 'expiresAt']),
  },
  { name: '052-card-use-end', up: (tools) => tools.addIndex('records_card_use', ['expiresAt']) },
  {
    name: '053-card-attempt',
    up: (tools) =>
      tools.createTable('records_card_attempt', { bucket: primary(code(64)), failures: count(), until: instant() }),
  },
  { name: '054-card-attempt-end', up: (tools) => tools.addIndex('records_card_attempt', ['until']) },
  {
    name: '055-pilot-province',
    up: (tools) =>
      tools.createTable('records_pilot_province', {
        code: primary(code(2)),
        name: text(60),
        active: flag(),
        changedAt: instant(),
      }),
  },
  {
    name: '056-benefit-rule-area',
    up: (tools) => tools.addColumn('records_benefit_rule', 'areaPoints', optional(json())),
  },
];
