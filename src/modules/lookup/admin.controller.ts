import type { Agencies, Places } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { presentAdminList } from './admin.presenter.js';
import { ADMIN_LISTS, isAdminList, type AdminListName } from './admin.rules.js';
import type { AdminListInput } from './admin.schema.js';
import type { CatalogPage, CatalogQueries } from './catalog.queries.js';
import { readPlace } from './catalog.rules.js';
import { adminPaths } from './paths.js';

export interface AdminListControllerParts {
  readonly agencies: Agencies;
  readonly places: Places;
  readonly clock: Clock;
  readonly queries: CatalogQueries;
}

const NOTHING: CatalogPage = { rows: [], at: 0, count: 0, more: false };
const NO_INPUT: AdminListInput = { tinh: '', ma: '', ten: '', sau: '', truoc: '' };

export const listOf = ({ params }: Pick<PageRequest, 'params'>): AdminListName => {
  const name = params['list'] ?? '';
  if (!isAdminList(name)) throw new NotFoundError();
  return name;
};

/** The lists as administrators see them. */
export const adminListController = ({ agencies, places, clock, queries }: AdminListControllerParts) => {
  const drawList = async (list: AdminListName, input: AdminListInput, read: boolean): Promise<Reply> => {
    const filter = { province: input.tinh, commune: '', agency: '', code: input.ma, name: input.ten };
    const place = input.truoc ? readPlace('before', input.truoc) : readPlace('after', input.sau);
    const found = read
      ? await queries.page(ADMIN_LISTS[list].catalog, { ...filter, today: dayOf(clock.now()) }, place)
      : NOTHING;
    const keepers = await agencies.those(found.rows.flatMap(({ agencyCode }) => agencyCode ?? []));
    const known = new Map(keepers.map((agency) => [agency.code, agency]));
    return page('lookup/admin-list', {
      ...presentAdminList(list, {
        input,
        found,
        provinces: await places.provinces(),
        agencyName: ({ agencyCode }) => known.get(agencyCode ?? '')?.shortName ?? '',
      }),
      searched: read,
    });
  };

  const start: Handler = () => redirect(adminPaths('co-so-kcb').list);
  const list: Handler<AdminListInput> = (request) => drawList(listOf(request), request.input, true);
  const reshowList: Handler = (request) => drawList(listOf(request), NO_INPUT, false);

  return { start, list, reshowList };
};

export type AdminListController = ReturnType<typeof adminListController>;
