import { seedDemoLookup } from '../../../seeders/demo/lookup.js';
import { provinceLookup } from '../../../seeders/province/lookup.js';
import { seedLookup } from '../../../seeders/reference/lookup.js';
import { agencies, holidays, places } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import type { PublicSearch } from '../../core/public-search.js';
import { askedOf } from './asked.queries.js';
import { catalogController } from './catalog.controller.js';
import { createCatalogQueries } from './catalog.queries.js';
import { topicOf } from './catalog.rules.js';
import type { ListControllers } from './lookup.routes.js';
import { officeController } from './office.controller.js';
import { createOfficeQueries } from './office.queries.js';
import { publicSearch } from './public-search.queries.js';
import type { LookupSettings } from './settings.js';
import type { Tables } from './tables.js';
import { KINDS } from './word.model.js';

/** The lists, each given what it needs. */
export const wireLists = ({ db, clock, use, settings }: ModuleContext<LookupSettings>): ListControllers => {
  const ports = { agencies: use(agencies), places: use(places), holidays: use(holidays), clock };
  const { tiles } = settings;
  const parts = { ...ports, tiles, asked: askedOf(ports), queries: createCatalogQueries(db) };
  return {
    catalogs: {
      'cskcb-giay-nghi-viec': catalogController('cskcb-giay-nghi-viec', parts),
      'cskcb-kcb-bhyt': catalogController('cskcb-kcb-bhyt', parts),
      'don-vi-tham-gia': catalogController('don-vi-tham-gia', parts),
      'diem-thu': catalogController('diem-thu', parts),
    },
    offices: officeController({ ...parts, queries: createOfficeQueries(ports.agencies) }),
  };
};

/** What fills the tables where no import does; the pages that show them are old then. */
export const seedsOf = ({ uow, topics, clock }: ModuleContext<LookupSettings>, tables: Tables) => {
  const seed = (fill: (into: Tables, now: Date) => Promise<void>): Promise<void> =>
    uow.run(async () => {
      await fill(tables, clock.now());
      for (const kind of KINDS) await topics.moveOn(topicOf(kind));
    });
  return {
    reference: () => seed(seedLookup),
    demo: () => seed(seedDemoLookup),
    province: () => Promise.resolve(provinceLookup(tables, clock.now())),
  };
};

/** What of them the search of the header finds. */
export const wireSearch = ({ db, clock, use }: ModuleContext<LookupSettings>): readonly PublicSearch[] =>
  publicSearch({ clock, catalogs: createCatalogQueries(db), offices: createOfficeQueries(use(agencies)) });
