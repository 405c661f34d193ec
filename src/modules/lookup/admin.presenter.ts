import type { Agency, Commune, Province } from '../../contracts/organisation.js';
import { presentAct } from '../../core/audit/changes.js';
import type { JournalRow } from '../../core/audit/journal.js';
import { extentText, unfinishedOf, waysOn } from './list.presenter.js';
import type { ImportColumn } from '../../core/import/importer.js';
import { capital, presentColumn } from '../../core/import/one-line.js';
import { ADMIN_LISTS, CHOICES, type AdminListName } from './admin.rules.js';
import type { AdminListInput } from './admin.schema.js';
import type { CatalogPage, CatalogRow } from './catalog.queries.js';
import { adminPaths, withFilled } from './paths.js';

const TAGS = {
  active: { kind: 'ok', icon: 'check-lg', text: 'Đang hoạt động' },
  paused: { kind: 'work', icon: 'hourglass-split', text: 'Tạm ngừng' },
  ended: { kind: 'off', icon: 'lock-fill', text: 'Đã ngừng' },
} as const;

const names = Object.keys(ADMIN_LISTS) as AdminListName[];

const tabsOf = (current: AdminListName) =>
  names.map((name) => ({
    label: ADMIN_LISTS[name].title,
    href: adminPaths(name).list,
    current: name === current,
  }));

const pagerOf = (list: AdminListName, input: AdminListInput, found: CatalogPage) => {
  const { tinh, ma, ten } = input;
  const way = (place: Record<string, string>) => withFilled(adminPaths(list).list, { tinh, ma, ten, ...place });
  const back = found.previous && way({ truoc: found.previous });
  const forth = found.next && way({ sau: found.next });
  const extent = { ...found, shown: found.rows.length };
  return {
    pager: found.rows.length ? { text: extentText(extent), ...waysOn(extent, back, forth) } : undefined,
    ...(found.unfinished && { unfinished: unfinishedOf(ADMIN_LISTS[list].one, forth ?? back ?? '') }),
  };
};

const options = (list: readonly { readonly code: string; readonly name: string }[]) =>
  list.map(({ code, name }) => ({ value: code, text: name }));

export interface AdminListParts {
  readonly input: AdminListInput;
  readonly found: CatalogPage;
  readonly provinces: readonly Province[];
  agencyName(row: CatalogRow): string;
}

/** A list of administrators: its rows, the filter and the way to add one. */
export const presentAdminList = (list: AdminListName, { input, found, provinces, agencyName }: AdminListParts) => {
  const paths = adminPaths(list);
  const filtered = Boolean(input.tinh || input.ma || input.ten);
  return {
    title: ADMIN_LISTS[list].title,
    one: ADMIN_LISTS[list].one,
    paths,
    tabs: tabsOf(list),
    filter: { tinh: input.tinh, ma: input.ma, ten: input.ten },
    filtered,
    provinces: options(provinces),
    rows: found.rows.map((row) => ({
      code: row.code,
      name: row.name,
      address: row.address,
      agency: agencyName(row),
      href: paths.row(row.code),
      tag: TAGS[row.state],
    })),
    ...pagerOf(list, input, found),
  };
};

export interface RowParts {
  readonly columns: readonly ImportColumn[];
  readonly cells: Readonly<Record<string, string>>;
  /** The code of a row that is there; undefined for a new one. */
  readonly code: string | undefined;
  readonly seen: number;
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
  readonly agencies: readonly Agency[];
  readonly history: readonly JournalRow[];
  readonly acts: Readonly<Record<string, string>>;
}

const choicesFor = (name: string, { provinces, communes, agencies }: RowParts) => {
  if (name === 'ma_tinh') return options(provinces);
  if (name === 'ma_xa') return options(communes);
  if (name === 'ma_co_quan')
    return agencies.map(({ code, shortName }) => ({ value: code, text: `${shortName} (${code})` }));
  return CHOICES[name]?.map((word) => ({ value: word, text: capital(word) }));
};

/** What a column is called where one chooses by name instead of typing a code. */
const CHOSEN: Readonly<Record<string, string>> = {
  ma_tinh: 'Tỉnh, thành phố',
  ma_xa: 'Phường, xã, đặc khu',
  ma_co_quan: 'Cơ quan BHXH quản lý',
};

const fieldOf = (column: ImportColumn, parts: RowParts) =>
  presentColumn(column, {
    value: parts.cells[column.name] ?? '',
    label: CHOSEN[column.name],
    options: choicesFor(column.name, parts),
  });

/** Of what was added there is nothing before. */
const eventOf = (row: JournalRow, acts: RowParts['acts']) => ({
  ...presentAct(row, acts),
  ...(row.action === 'lookup.row-added' && { changes: [] }),
});

/** The form of one row, filled in as a line of a file, and what happened to it. */
export const presentRow = (list: AdminListName, parts: RowParts) => {
  const { columns, code, seen, history, acts, cells } = parts;
  const { title, one, key } = ADMIN_LISTS[list];
  const paths = adminPaths(list);
  return {
    title: code === undefined ? `Thêm ${one}` : (cells['ten'] ?? code),
    listTitle: title,
    one,
    paths,
    scripts: ['communes.js'],
    code: code ?? '',
    seen,
    action: code === undefined ? paths.add : paths.row(code),
    closing: code !== undefined && cells['tinh_trang'] !== 'đã ngừng' ? paths.close(code) : '',
    fields: columns.filter(({ name }) => code === undefined || name !== key).map((column) => fieldOf(column, parts)),
    history: history.map((row) => eventOf(row, acts)),
  };
};
