import type { Agencies, Holidays } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { file, page, type Handler, type Reply } from '../../core/http/route.js';
import type { ReadAsked } from './asked.queries.js';
import type { CatalogPage, CatalogQueries } from './catalog.queries.js';
import { CATALOGS, readPlace, type CatalogName } from './catalog.rules.js';
import type { CatalogInput } from './catalog.schema.js';
import { csvOf } from '../../core/csv.js';
import { csvHeading, csvRow } from './csv-row.presenter.js';
import { presentEmployer } from './employer.presenter.js';
import { presentList } from './list.presenter.js';
import { pointsOf, presentRow, type Moment } from './place.presenter.js';

export interface CatalogParts {
  readonly clock: Clock;
  readonly agencies: Agencies;
  readonly holidays: Holidays;
  readonly asked: ReadAsked;
  /** Address of map tiles; the map draws its own land without. */
  readonly tiles: string | undefined;
  readonly queries: CatalogQueries;
}

export interface CatalogController {
  readonly show: Handler<CatalogInput>;
  /** The same page after a search that cannot be read: without rows. */
  readonly reshow: Handler;
  readonly csv: Handler<CatalogInput>;
}

const NOTHING: CatalogPage = { rows: [], at: 0, count: 0, more: false };
const NO_INPUT: CatalogInput = { tinh: undefined, xa: '', coQuan: '', ma: '', ten: '', sau: '', truoc: '' };

/** The moment at which places are open or not. */
export const momentOf = async (clock: Clock, holidays: Holidays): Promise<Moment> => {
  const now = clock.now();
  return { now, holiday: (await holidays.nameOf(dayOf(now))) !== undefined };
};

/** One list of places or units: searched, page by page, and as a file. */
export const catalogController = (list: CatalogName, parts: CatalogParts): CatalogController => {
  const { clock, agencies, holidays, tiles, asked: readAsked, queries } = parts;

  const rowsOf = async ({ rows }: CatalogPage) => {
    if (list !== 'don-vi-tham-gia') {
      const moment = await momentOf(clock, holidays);
      return { places: rows.map((row) => presentRow(row, list, moment)), points: pointsOf(rows), tiles };
    }
    const today = dayOf(clock.now());
    const units = rows.map(async (row) => {
      const agency = row.agencyCode ? await agencies.find(row.agencyCode) : undefined;
      return presentEmployer(row, agency?.shortName ?? '', today);
    });
    return { units: await Promise.all(units) };
  };

  const draw = async (input: CatalogInput, read: boolean): Promise<Reply> => {
    const asked = await readAsked(input);
    const place = input.truoc ? readPlace('before', input.truoc) : readPlace('after', input.sau);
    const found = read ? await queries.page(CATALOGS[list], asked.filter, place) : NOTHING;
    const data = presentList(list, asked, { ...found, shown: found.rows.length });
    const view = list === 'don-vi-tham-gia' ? 'lookup/employers' : 'lookup/places';
    return page(view, { ...data, ...(await rowsOf(found)), wide: true, searched: read });
  };

  return {
    show: ({ input }) => draw(input, true),
    reshow: () => draw(NO_INPUT, false),
    csv: async ({ input }) => {
      const { filter } = await readAsked(input);
      const lines = async function* (): AsyncGenerator<string[][]> {
        for await (const rows of queries.all(CATALOGS[list], filter)) yield rows.map((row) => csvRow(list, row));
      };
      return file('text/csv; charset=utf-8', csvOf(csvHeading(list), lines()), { name: `${list}.csv` });
    },
  };
};
