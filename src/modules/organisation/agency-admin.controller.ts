import type { Places } from '../../contracts/organisation.js';
import type { Journal } from '../../core/audit/journal.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { page, redirect, type FormRetry, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { ImportColumn } from '../../core/import/importer.js';
import { presentAgencies, presentAgency } from './agency-admin.presenter.js';
import type { AgencyAdminQueries, AgencyPage } from './agency-admin.queries.js';
import { cellsOf, SUBJECT } from './agency-admin.rules.js';
import type { AgencyInput, AgencyListInput, CloseInput, ReopenInput } from './agency-admin.schema.js';
import type { AgencyAdministration } from './agency-admin.service.js';
import type { AgencyRow } from './agency.model.js';
import { agencyPaths } from './paths.js';

export interface AgencyAdminControllerParts {
  readonly places: Places;
  readonly journal: Journal;
  readonly acts: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly columns: readonly ImportColumn[];
  readonly queries: AgencyAdminQueries;
  readonly administration: AgencyAdministration;
}

/** Acts that the page of an agency tells of. */
const LATEST = 30;
const NOTHING: AgencyPage = { rows: [], count: 0 };
const NO_INPUT: AgencyListInput = { ten: '', ma: '', tinh: '', tinhTrang: '', sau: '', truoc: '' };

const codeOf = ({ params }: Pick<PageRequest, 'params'>): string => params['code'] ?? '';

const communesIn = (cells: string | undefined): string[] => cells?.match(/\d{5}/g) ?? [];

const typedIn = ({ values }: FormRetry): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat().join(' ')]));

const again = ({ cells }: AgencyInput): FormRetry => ({
  values: { ...cells, xa_phuc_vu: communesIn(cells['xa_phuc_vu']) },
  faults: [],
});

/** What a new agency begins with: below the administrator's own one, in its province, with its hours. */
const beginningsOf = (own: AgencyRow | undefined): Record<string, string> => ({
  cap: own?.level === 'province' ? 'cơ sở' : '',
  ma_cap_tren: own?.level === 'local' ? '' : (own?.code ?? ''),
  ma_tinh: own?.provinceCode ?? '',
  gio_lam_viec: own?.openingHours ?? '',
  nhan_ho_so: 'có',
});

/** The page of one agency: the form, how it ends, and what happened to it. */
const drawerOf = (parts: AgencyAdminControllerParts) => {
  const { administration, queries, journal, places } = parts;
  return async (by: Actor, code: string | undefined, retry?: FormRetry): Promise<Reply> => {
    const row = code === undefined ? undefined : await administration.find(by, code);
    const reach = new Set(await administration.reach(by));
    const all = await queries.all();
    const start = row ? cellsOf(row) : beginningsOf(all.find((each) => each.code === by.attributes['agencyCode']));
    const cells = { ...start, ...(retry && typedIn(retry)) };
    const data = presentAgency({
      row,
      cells,
      columns: parts.columns,
      acts: parts.acts,
      today: dayOf(parts.clock.now()),
      provinces: await places.provinces(),
      communes: cells['ma_tinh'] ? await places.communes(cells['ma_tinh']) : [],
      agencies: all.filter((each) => reach.has(each.code) || each.code === row?.parentCode),
      history: row ? await journal.list({ subject: { kind: SUBJECT, id: row.code } }, { limit: LATEST }) : [],
    });
    return page('organisation/agency', {
      ...data,
      serving: communesIn(cells['xa_phuc_vu']),
      ...(retry && { retry }),
    });
  };
};

/** Administrators keep the agencies one by one; many at a time come as files. */
export const agencyAdminController = (parts: AgencyAdminControllerParts) => {
  const { administration, queries, places, clock } = parts;
  const draw = drawerOf(parts);

  const drawList = async (by: Actor, input: AgencyListInput, read: boolean): Promise<Reply> => {
    const { ten: name, ma: code, tinh: province, tinhTrang: state, sau: after, truoc: before } = input;
    const today = dayOf(clock.now());
    const filter = { name, code, province, state, today, reach: await administration.reach(by) };
    const found = read ? await queries.page(filter, { after, before }) : NOTHING;
    const data = presentAgencies({ input, found, provinces: await places.provinces(), today });
    return page('organisation/agencies', { ...data, searched: read });
  };

  const done = ({ session }: PageRequest, code: string, text: string): Reply => {
    session.flash({ kind: 'ok', text });
    return redirect(agencyPaths.row(code));
  };

  const list: Handler<AgencyListInput> = ({ actor, input }) => drawList(actor, input, true);
  const reshowList: Handler = ({ actor }) => drawList(actor, NO_INPUT, false);
  const newRow: Handler = ({ actor, retry }) => draw(actor, undefined, retry);
  const row: Handler = (request) => draw(request.actor, codeOf(request), request.retry);

  const add: Handler<AgencyInput> = async (request) => {
    const { actor, input } = request;
    if (input.choosesProvince) return draw(actor, undefined, again(input));
    const code = await administration.add(actor, input.cells);
    return done(request, code, `Đã thêm cơ quan ${code}. Trang tra cứu có cơ quan này ngay.`);
  };

  const change: Handler<AgencyInput> = async (request) => {
    const { actor, input } = request;
    const code = codeOf(request);
    if (input.choosesProvince) return draw(actor, code, again(input));
    await administration.change(actor, { code, seen: Number(input.cells['phienBan']) }, input.cells);
    return done(request, code, 'Đã lưu. Trang tra cứu dùng bản mới ngay.');
  };

  const close: Handler<CloseInput> = async (request) => {
    const { phienBan: seen, denNgay: validTo, thayThe, lyDoNgung: why } = request.input;
    const code = codeOf(request);
    await administration.close(request.actor, { code, seen }, { validTo, replacedBy: thayThe || null, why });
    return done(request, code, 'Đã ghi ngày hoạt động cuối. Sau ngày này người dân không còn được dẫn tới đây.');
  };

  const reopen: Handler<ReopenInput> = async (request) => {
    const { phienBan: seen, lyDoMo } = request.input;
    const code = codeOf(request);
    await administration.reopen(request.actor, { code, seen }, lyDoMo);
    return done(request, code, 'Cơ quan hoạt động trở lại. Trang tra cứu có cơ quan này ngay.');
  };

  return { list, reshowList, newRow, row, add, change, close, reopen };
};

export type AgencyAdminController = ReturnType<typeof agencyAdminController>;
