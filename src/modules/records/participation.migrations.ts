import type { Migration } from '../../core/db/migrator.js';

/**
 * One row for each stretch. Where there is no employer the engines take nulls for different; that such a stretch is not
 * doubled either is the work of the one writer of this table, the import, of which one runs at a time.
 */
export const participationMigrations: readonly Migration[] = [
  {
    name: '070-participation-stretch',
    up: (tools) =>
      tools.addIndex('records_participation', ['insuranceNumber', 'fund', 'fromMonth', 'employerCode'], {
        unique: true,
        name: 'records_participation__stretch',
      }),
  },
];
