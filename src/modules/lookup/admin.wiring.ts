import { agencies, places } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { adminListController, type AdminListController } from './admin.controller.js';
import { adminRowController, type AdminRowController } from './admin-row.controller.js';
import { ADMIN_LISTS } from './admin.rules.js';
import { adminStore, createAdminService } from './admin.service.js';
import { createCatalogQueries } from './catalog.queries.js';
import type { LookupImporters } from './importers.js';
import type { Tables } from './tables.js';
import type { WordIndex } from './word.service.js';

/** The pages of administrators: the rules of the files hold for single rows, too. */
export const wireAdmin = (
  ctx: ModuleContext<unknown>,
  { tables, words, importers }: { tables: Tables; words: WordIndex; importers: LookupImporters },
): AdminListController & AdminRowController => {
  const { clock, journal, acts } = ctx;
  const ports = { agencies: ctx.use(agencies), places: ctx.use(places) };
  const stores = {
    'co-so-kcb': adminStore(ADMIN_LISTS['co-so-kcb'], tables.facilities, importers.facility),
    'don-vi': adminStore(ADMIN_LISTS['don-vi'], tables.employers, importers.employer),
    'diem-thu': adminStore(ADMIN_LISTS['diem-thu'], tables.agents, importers.agent),
  };
  return {
    ...adminListController({ ...ports, clock, queries: createCatalogQueries(ctx.db) }),
    ...adminRowController({ ...ports, journal, acts, stores, service: createAdminService({ ...ctx, words }) }),
  };
};
