import type { Commune, Province } from '../../contracts/organisation.js';
import { presentAct } from '../../core/audit/changes.js';
import type { JournalRow } from '../../core/audit/journal.js';
import type { Day } from '../../core/clock.js';
import { date, number } from '../../core/http/format.js';
import type { ImportColumn } from '../../core/import/importer.js';
import { capital, presentColumn, type Cells } from '../../core/import/one-line.js';
import { CHOICES, stampOf } from './agency-admin.rules.js';
import type { AgencyListInput } from './agency-admin.schema.js';
import type { AgencyPage } from './agency-admin.queries.js';
import type { AgencyRow } from './agency.model.js';
import { isOpenOn } from './agency.rules.js';
import { agencyPaths, paths } from './paths.js';

const LEVELS = { central: 'Trung ương', province: 'Cấp tỉnh', local: 'Cơ sở' } as const;

const tagOf = (agency: AgencyRow, today: Day) => {
  if (!isOpenOn(agency, today)) return { kind: 'off', icon: 'lock-fill', text: 'Đã ngừng' };
  if (agency.validTo !== null)
    return { kind: 'wait', icon: 'hourglass-split', text: `Đến hết ${date(agency.validTo)}` };
  return { kind: 'ok', icon: 'check-lg', text: 'Đang hoạt động' };
};

const named = ({ code, shortName }: Pick<AgencyRow, 'code' | 'shortName'>) => ({
  value: code,
  text: `${shortName} (${code})`,
});

const options = (list: readonly { readonly code: string; readonly name: string }[]) =>
  list.map(({ code, name }) => ({ value: code, text: name }));

const listAddress = (params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([, value]) => value !== '');
  return filled.length ? `${agencyPaths.list}?${new URLSearchParams(filled).toString()}` : agencyPaths.list;
};

export interface AgencyListParts {
  readonly input: AgencyListInput;
  readonly found: AgencyPage;
  readonly provinces: readonly Province[];
  readonly today: Day;
}

/** The agencies within reach: rows, filter and the way to add one. */
export const presentAgencies = ({ input, found, provinces, today }: AgencyListParts) => {
  const { sau: _after, truoc: _before, ...filter } = input;
  const { rows, count, next, previous } = found;
  return {
    title: 'Cơ quan BHXH',
    paths: { ...agencyPaths, import: paths.uploads },
    filter,
    filtered: Object.values(filter).some(Boolean),
    provinces: options(provinces),
    states: [
      { value: 'mo', text: 'Đang hoạt động' },
      { value: 'ngung', text: 'Đã ngừng' },
    ],
    rows: rows.map((row) => ({
      code: row.code,
      name: row.name,
      level: LEVELS[row.level],
      parent: row.parentCode ?? '',
      address: row.address,
      receives: row.receives,
      href: agencyPaths.row(row.code),
      tag: tagOf(row, today),
    })),
    pager: rows.length > 0 && {
      text: `${number(rows.length)} trong ${number(count)} cơ quan`,
      ...(previous && { previous: listAddress({ ...filter, truoc: previous }) }),
      ...(next && { next: listAddress({ ...filter, sau: next }) }),
    },
  };
};

export interface AgencyParts {
  readonly columns: readonly ImportColumn[];
  readonly cells: Cells;
  /** The row that is there; undefined for a new one. */
  readonly row: AgencyRow | undefined;
  readonly today: Day;
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
  /** Agencies within reach, and the one above. */
  readonly agencies: readonly AgencyRow[];
  readonly history: readonly JournalRow[];
  readonly acts: Readonly<Record<string, string>>;
}

/** What a column is called where one chooses by name instead of typing a code. */
const CHOSEN: Readonly<Record<string, string>> = {
  ma_tinh: 'Tỉnh, thành phố',
  ma_cap_tren: 'Cơ quan cấp trên',
  xa_phuc_vu: 'Phường, xã phục vụ',
};

const choicesFor = (name: string, { provinces, communes, agencies, row }: AgencyParts) => {
  if (name === 'ma_tinh') return options(provinces);
  if (name === 'xa_phuc_vu') return options(communes);
  if (name === 'ma_cap_tren')
    return agencies.filter(({ level, code }) => level !== 'local' && code !== row?.code).map(named);
  return CHOICES[name]?.map((word) => ({ value: word, text: capital(word) }));
};

const fieldOf = (column: ImportColumn, parts: AgencyParts) =>
  presentColumn(column, {
    value: parts.cells[column.name] ?? '',
    label: CHOSEN[column.name],
    options: choicesFor(column.name, parts),
  });

/** Of what was added there is nothing before. */
const eventOf = (row: JournalRow, acts: AgencyParts['acts']) => ({
  ...presentAct(row, acts),
  ...(row.action === 'organisation.agency-added' && { changes: [] }),
});

/** How an agency ends, or has ended. */
const endOf = (row: AgencyRow, { today, agencies }: AgencyParts) => ({
  tag: tagOf(row, today),
  ended: row.validTo !== null,
  validTo: date(row.validTo),
  replacedBy: row.replacedBy ?? '',
  today: date(today),
  successors: agencies.filter((other) => other.code !== row.code && isOpenOn(other, today)).map(named),
});

/** The form of one agency, filled in as a line of a file; how it ends; and what happened to it. */
export const presentAgency = (parts: AgencyParts) => {
  const { columns, row, history, acts } = parts;
  return {
    title: row?.name ?? 'Thêm cơ quan',
    paths: { list: agencyPaths.list, import: paths.uploads },
    code: row?.code ?? '',
    seen: row ? stampOf(row) : 0,
    action: row ? agencyPaths.row(row.code) : agencyPaths.add,
    fields: columns.filter(({ name }) => !row || name !== 'ma_co_quan').map((column) => fieldOf(column, parts)),
    ...(row && {
      closing: agencyPaths.close(row.code),
      reopening: agencyPaths.reopen(row.code),
      end: endOf(row, parts),
    }),
    history: history.map((each) => eventOf(each, acts)),
  };
};
