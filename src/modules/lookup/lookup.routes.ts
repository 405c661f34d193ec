import { ORGANISATION_TOPIC } from '../../contracts/organisation.js';
import { access, get, type Route } from '../../core/http/route.js';
import type { CatalogController } from './catalog.controller.js';
import { CATALOGS, topicOf, type CatalogName } from './catalog.rules.js';
import { catalogSchema, communesSchema } from './catalog.schema.js';
import { showIndex } from './index.controller.js';
import type { OfficeController } from './office.controller.js';
import { catalogPath, csvPath, paths } from './paths.js';

export interface ListControllers {
  readonly catalogs: Readonly<Record<CatalogName, CatalogController>>;
  readonly offices: OfficeController;
}

/** A whole list is some megabytes: not more often than this. */
const downloads = { points: 30, perSeconds: 600 };
const cache = 'public, max-age=0, s-maxage=60';

/** Places, units and the agencies that look after them; what is open now is a minute old at most. */
const topicsOf = (name: CatalogName): string[] => [topicOf(CATALOGS[name].kind), ORGANISATION_TOPIC];
const offices = [ORGANISATION_TOPIC];

const names = Object.keys(CATALOGS) as CatalogName[];

/** Lists that anybody may search. */
export const listRoutes = ({ catalogs, offices: office }: ListControllers): Route[] => [
  get(paths.index, { access: access.public, cache, handler: showIndex }),
  get(paths.communes, { access: access.public, form: communesSchema, session: 'none', handler: office.communes }),
  get(paths.offices, {
    access: access.public,
    form: catalogSchema,
    topics: offices,
    reshow: office.reshow,
    handler: office.show,
  }),
  get(csvPath(paths.offices), {
    access: access.public,
    form: catalogSchema,
    topics: offices,
    limit: downloads,
    session: 'none',
    handler: office.csv,
  }),
  ...names.flatMap((name) => [
    get(catalogPath(name), {
      access: access.public,
      form: catalogSchema,
      topics: topicsOf(name),
      reshow: catalogs[name].reshow,
      handler: catalogs[name].show,
    }),
    get(csvPath(catalogPath(name)), {
      access: access.public,
      form: catalogSchema,
      limit: downloads,
      session: 'none',
      handler: catalogs[name].csv,
    }),
  ]),
];
