import { seedDemoLookup } from '../../../seeders/demo/lookup.js';
import { seedLookup } from '../../../seeders/reference/lookup.js';
import { agencies, places } from '../../contracts/organisation.js';
import { defineModule } from '../../core/module.js';
import { collectionAgentImporter } from './collection-agent.importer.js';
import { employerImporter } from './employer.importer.js';
import { facilityImporter } from './facility.importer.js';
import { lookupMigrations } from './migrations.js';
import { openTables, TABLE_NAMES } from './tables.js';

/** What anybody may look up: facilities, employers, where contributions are paid. */
export const lookup = defineModule({
  id: 'lookup',
  title: 'Facilities, employers, collection agents',
  requires: [agencies, places],
  tables: TABLE_NAMES,
  migrations: lookupMigrations,
  setup: ({ db, uow, clock, use }) => {
    const tables = openTables(db.sequelize);
    const parts = { agencies: use(agencies), places: use(places), clock };
    return {
      importers: [
        facilityImporter(tables.facilities, parts),
        employerImporter(tables.employers, parts),
        collectionAgentImporter(tables.agents, parts),
      ],
      seed: {
        reference: () => uow.run(() => seedLookup(tables, clock.now())),
        demo: () => uow.run(() => seedDemoLookup(tables, clock.now())),
      },
    };
  },
});
