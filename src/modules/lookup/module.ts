import { messenger } from '../../contracts/notification.js';
import { agencies, holidays, places } from '../../contracts/organisation.js';
import { numberFinder } from '../../contracts/records.js';
import { defineModule } from '../../core/module.js';
import { lookupActs, lookupPermissions } from './acts.rules.js';
import { adminRoutes } from './admin.routes.js';
import { wireAdmin } from './admin.wiring.js';
import { lookupImporters } from './importers.js';
import { listRoutes } from './lookup.routes.js';
import { front, nav } from './menu.js';
import { lookupMigrations } from './migrations.js';
import { numberRoutes } from './number.routes.js';
import { wireNumber } from './number.wiring.js';
import { lookupSettings, type LookupSettings } from './settings.js';
import { openTables, TABLE_NAMES } from './tables.js';
import { seedsOf, wireLists, wireSearch } from './wiring.js';
import { createWordIndex } from './word.service.js';

/** What anybody may look up: facilities, employers, where contributions are paid. */
export const lookup = defineModule<LookupSettings>({
  id: 'lookup',
  title: 'Lookups: agencies, facilities, employers, collection agents, the own number',
  requires: [agencies, places, holidays, messenger, numberFinder],
  permissions: lookupPermissions,
  acts: lookupActs,
  config: lookupSettings,
  tables: TABLE_NAMES,
  migrations: lookupMigrations,
  setup: (ctx) => {
    const { db, topics, settings } = ctx;
    const tables = openTables(db.sequelize);
    const words = createWordIndex(db, tables.words, topics);
    const number = wireNumber(ctx, tables);
    const importers = lookupImporters(ctx, tables, words);
    return {
      routes: [
        ...listRoutes(wireLists(ctx)),
        ...numberRoutes(number.controller),
        ...adminRoutes(wireAdmin(ctx, { tables, words, importers })),
      ],
      nav,
      front,
      publicSearch: wireSearch(ctx),
      jobs: [{ name: 'lookup.attempts', every: '35 * * * *', run: async () => void (await number.attempts.sweep()) }],
      imageSources: settings.tiles ? [new URL(settings.tiles).origin] : [],
      importers: Object.values(importers),
      seed: seedsOf(ctx, tables),
    };
  },
});
