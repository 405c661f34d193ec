import { agencies, holidays, places } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import type { PublicSearch } from '../../core/public-search.js';
import { askedOf } from './asked.queries.js';
import { catalogController } from './catalog.controller.js';
import { createCatalogQueries } from './catalog.queries.js';
import type { ListControllers } from './lookup.routes.js';
import { officeController } from './office.controller.js';
import { createOfficeQueries } from './office.queries.js';
import { publicSearch } from './public-search.queries.js';
import type { LookupSettings } from './settings.js';

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

/** What of them the search of the header finds. */
export const wireSearch = ({ db, clock, use }: ModuleContext<LookupSettings>): readonly PublicSearch[] =>
  publicSearch({ clock, catalogs: createCatalogQueries(db), offices: createOfficeQueries(use(agencies)) });
