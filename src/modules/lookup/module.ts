import { seedDemoLookup } from '../../../seeders/demo/lookup.js';
import { seedLookup } from '../../../seeders/reference/lookup.js';
import { agencies, holidays, places } from '../../contracts/organisation.js';
import { defineModule } from '../../core/module.js';
import { collectionAgentImporter } from './collection-agent.importer.js';
import { employerImporter } from './employer.importer.js';
import { facilityImporter } from './facility.importer.js';
import { listRoutes } from './lookup.routes.js';
import { nav } from './menu.js';
import { lookupMigrations } from './migrations.js';
import { openTables, TABLE_NAMES } from './tables.js';
import { wireLists } from './wiring.js';
import { createWordIndex } from './word.service.js';

/** What anybody may look up: facilities, employers, where contributions are paid. */
export const lookup = defineModule({
  id: 'lookup',
  title: 'Facilities, employers, collection agents',
  requires: [agencies, places, holidays],
  tables: TABLE_NAMES,
  migrations: lookupMigrations,
  setup: (ctx) => {
    const { db, uow, clock, use } = ctx;
    const tables = openTables(db.sequelize);
    const words = createWordIndex(db, tables.words);
    const parts = { agencies: use(agencies), places: use(places), clock, words };
    return {
      routes: listRoutes(wireLists(ctx)),
      nav,
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
