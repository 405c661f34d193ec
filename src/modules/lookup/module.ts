import { seedDemoLookup } from '../../../seeders/demo/lookup.js';
import { seedLookup } from '../../../seeders/reference/lookup.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, holidays, places } from '../../contracts/organisation.js';
import { numberFinder } from '../../contracts/records.js';
import { defineModule } from '../../core/module.js';
import { lookupActs } from './acts.rules.js';
import { collectionAgentImporter } from './collection-agent.importer.js';
import { employerImporter } from './employer.importer.js';
import { facilityImporter } from './facility.importer.js';
import { listRoutes } from './lookup.routes.js';
import { nav } from './menu.js';
import { lookupMigrations } from './migrations.js';
import { numberRoutes } from './number.routes.js';
import { wireNumber } from './number.wiring.js';
import { lookupSettings, type LookupSettings } from './settings.js';
import { openTables, TABLE_NAMES } from './tables.js';
import { wireLists } from './wiring.js';
import { createWordIndex } from './word.service.js';

/** What anybody may look up: facilities, employers, where contributions are paid. */
export const lookup = defineModule<LookupSettings>({
  id: 'lookup',
  title: 'Lookups: agencies, facilities, employers, collection agents, the own number',
  requires: [agencies, places, holidays, messenger, numberFinder],
  acts: lookupActs,
  config: lookupSettings,
  tables: TABLE_NAMES,
  migrations: lookupMigrations,
  setup: (ctx) => {
    const { db, uow, clock, use, settings } = ctx;
    const tables = openTables(db.sequelize);
    const words = createWordIndex(db, tables.words);
    const number = wireNumber(ctx, tables);
    const parts = { agencies: use(agencies), places: use(places), clock, words };
    return {
      routes: [...listRoutes(wireLists(ctx)), ...numberRoutes(number.controller)],
      nav,
      jobs: [{ name: 'lookup.attempts', every: '35 * * * *', run: async () => void (await number.attempts.sweep()) }],
      imageSources: settings.tiles ? [new URL(settings.tiles).origin] : [],
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
