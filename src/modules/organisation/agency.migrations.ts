import { code, day, instant, optional } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

/** Agencies that end, and who goes on with their work. */
export const agencyMigrations: readonly Migration[] = [
  {
    name: '040-agency-valid-to',
    up: (tools) => tools.addColumn('organisation_agency', 'validTo', optional(day())),
  },
  {
    name: '041-agency-replaced-by',
    up: (tools) => tools.addColumn('organisation_agency', 'replacedBy', optional(code(5))),
  },
  {
    name: '042-agency-updated-at',
    up: (tools) => tools.addColumn('organisation_agency', 'updatedAt', optional(instant())),
  },
];
