import type { Agencies, Places } from '../../contracts/organisation.js';
import type { Journal } from '../../core/audit/journal.js';
import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type FormRetry, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { listOf } from './admin.controller.js';
import { presentRow } from './admin.presenter.js';
import { ADMIN_LISTS, type AdminListName } from './admin.rules.js';
import type { RowInput } from './admin.schema.js';
import type { AdminService, AdminStore } from './admin.service.js';
import { cellsOf } from './cells.rules.js';
import { adminPaths } from './paths.js';

export interface AdminRowParts {
  readonly agencies: Agencies;
  readonly places: Places;
  readonly journal: Journal;
  readonly acts: Readonly<Record<string, string>>;
  readonly service: AdminService;
  readonly stores: Readonly<Record<AdminListName, AdminStore>>;
}

/** Acts that the page of a row tells of. */
const LATEST = 30;

const codeOf = ({ params }: Pick<PageRequest, 'params'>): string => params['code'] ?? '';

const typedIn = (retry: FormRetry): Record<string, string> =>
  Object.fromEntries(Object.entries(retry.values).map(([name, value]) => [name, [value].flat()[0] ?? '']));

const again = ({ cells }: RowInput): FormRetry => ({ values: cells, faults: [] });

/** The page of one row: the form, and what happened to it. */
const drawerOf = ({ agencies, places, journal, acts, stores }: AdminRowParts) => {
  return async (list: AdminListName, code: string | undefined, retry?: FormRetry): Promise<Reply> => {
    const { importer, one } = stores[list];
    const row = code === undefined ? undefined : await one(code);
    if (code !== undefined && !row) throw new NotFoundError(`Không có ${ADMIN_LISTS[list].one} mang mã này.`);
    const { kind } = ADMIN_LISTS[list].catalog;
    const keeper = row?.agencyCode ? await agencies.find(row.agencyCode) : undefined;
    const receiving = await agencies.receiving();
    const own = (await agencies.own())?.provinceCode ?? '';
    const cells: Record<string, string> = {
      ...(row ? cellsOf[kind](row) : { ma_tinh: own }),
      ...(retry && typedIn(retry)),
    };
    const history =
      code === undefined
        ? []
        : await journal.list({ subject: { kind: `lookup-${kind}`, id: code } }, { limit: LATEST });
    const data = presentRow(list, {
      ...{ columns: importer.columns, cells, code, history, acts },
      seen: row?.updatedAt.getTime() ?? 0,
      provinces: await places.provinces(),
      communes: cells['ma_tinh'] ? await places.communes(cells['ma_tinh']) : [],
      // An agency that takes nothing any more stays chosen where it is.
      agencies: keeper && !receiving.includes(keeper) ? [keeper, ...receiving] : receiving,
    });
    return page('lookup/admin-row', { ...data, ...(retry && { retry }) });
  };
};

/** Administrators keep the rows of the lists one by one; many at a time come as files. */
export const adminRowController = (parts: AdminRowParts) => {
  const { service, stores } = parts;
  const drawRow = drawerOf(parts);

  const newRow: Handler = (request) => drawRow(listOf(request), undefined, request.retry);
  const row: Handler = (request) => drawRow(listOf(request), codeOf(request), request.retry);

  const add: Handler<RowInput> = async (request) => {
    const { input, session } = request;
    const name = listOf(request);
    if (input.choosesProvince) return drawRow(name, undefined, again(input));
    const code = await service.add(stores[name], input.cells);
    session.flash({ kind: 'ok', text: `Đã thêm ${ADMIN_LISTS[name].one} ${code}. Người dân tìm thấy ngay.` });
    return redirect(adminPaths(name).row(code));
  };

  const change: Handler<RowInput> = async (request) => {
    const { input, session } = request;
    const [name, code] = [listOf(request), codeOf(request)];
    if (input.choosesProvince) return drawRow(name, code, again(input));
    await service.change(stores[name], input.cells, { code, seen: Number(input.cells['phienBan']) });
    session.flash({ kind: 'ok', text: 'Đã lưu. Trang tra cứu dùng bản mới ngay.' });
    return redirect(adminPaths(name).row(code));
  };

  const close: Handler = async (request) => {
    const [name, code] = [listOf(request), codeOf(request)];
    await service.close(stores[name], code);
    request.session.flash({ kind: 'ok', text: 'Đã chuyển sang Đã ngừng từ hôm nay. Đổi lại được ở ô Tình trạng.' });
    return redirect(adminPaths(name).row(code));
  };

  return { newRow, row, add, change, close };
};

export type AdminRowController = ReturnType<typeof adminRowController>;
