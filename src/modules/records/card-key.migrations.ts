import type { Migration } from '../../core/db/migrator.js';

/** By which files of cards find a period again. */
export const cardKeyMigrations: readonly Migration[] = [
  {
    name: '048-card-number',
    up: (tools) => tools.addIndex('records_card', ['number', 'validFrom'], { unique: true }),
  },
];
