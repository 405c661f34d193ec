import type { Holidays, Places } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import { file, page, type Handler, type Reply } from '../../core/http/route.js';
import type { ReadAsked } from './asked.queries.js';
import { momentOf } from './catalog.controller.js';
import type { CatalogInput, CommunesInput } from './catalog.schema.js';
import { csvOf } from '../../core/csv.js';
import { OFFICE_HEADING, officeRow } from './csv-row.presenter.js';
import { presentList } from './list.presenter.js';
import type { OfficePage, OfficeQueries } from './office.queries.js';
import { pointsOf, presentAgency } from './place.presenter.js';

export interface OfficeParts {
  readonly clock: Clock;
  readonly holidays: Holidays;
  readonly places: Places;
  readonly asked: ReadAsked;
  /** Address of map tiles; the map draws its own land without. */
  readonly tiles: string | undefined;
  readonly queries: OfficeQueries;
}

const LIST = 'co-quan-bhxh';
const NOTHING: OfficePage = { rows: [], at: 0, count: 0 };
const NO_INPUT: CatalogInput = { tinh: undefined, xa: '', coQuan: '', ma: '', ten: '', sau: '', truoc: '' };

/** Agencies of social insurance, and the communes of a province for whoever chooses one. */
export const officeController = ({ clock, holidays, places, tiles, asked: readAsked, queries }: OfficeParts) => {
  const draw = async (input: CatalogInput, read: boolean): Promise<Reply> => {
    const asked = await readAsked(input);
    const found = read ? await queries.page(asked.filter, { after: input.sau, before: input.truoc }) : NOTHING;
    const moment = await momentOf(clock, holidays);
    return page('lookup/places', {
      ...presentList(LIST, asked, { ...found, shown: found.rows.length }),
      places: found.rows.map((agency) => presentAgency(agency, moment)),
      points: pointsOf(found.rows),
      tiles,
      wide: true,
      searched: read,
    });
  };

  const show: Handler<CatalogInput> = ({ input }) => draw(input, true);
  const reshow: Handler = () => draw(NO_INPUT, false);

  const csv: Handler<CatalogInput> = async ({ input }) => {
    const { filter } = await readAsked(input);
    const lines = async function* (): AsyncGenerator<string[][]> {
      yield (await queries.all(filter)).map(officeRow);
    };
    return file('text/csv; charset=utf-8', csvOf(OFFICE_HEADING, lines()), { name: `${LIST}.csv` });
  };

  const communes: Handler<CommunesInput> = async ({ input }) => {
    const list = (await places.communes(input.tinh)).map(({ code, name }) => ({ code, name }));
    return file('application/json', Buffer.from(JSON.stringify(list)), { cache: 'public, max-age=86400' });
  };

  return { show, reshow, csv, communes };
};

export type OfficeController = ReturnType<typeof officeController>;
