import { addDays, type Day } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import type { AgencyRow } from './agency.model.js';
import { isOpenOn } from './agency.rules.js';

export const MANAGE = 'organisation.manage';

export const agencyPermissions = [{ id: MANAGE, label: 'Quản lý cơ quan BHXH', roles: ['admin'] }] as const;

export const agencyActs = {
  'organisation.agency-added': 'Thêm cơ quan BHXH',
  'organisation.agency-changed': 'Sửa cơ quan BHXH',
  'organisation.agency-closed': 'Ngừng cơ quan BHXH',
  'organisation.agency-reopened': 'Mở lại cơ quan BHXH',
} as const;

/** Kind of subject under which the audit has agencies. */
export const SUBJECT = 'organisation-agency';

/** Columns of which one of these words is chosen. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  cap: ['trung ương', 'tỉnh', 'cơ sở'],
  nhan_ho_so: ['có', 'không'],
};

export const LONGEST_REASON = 300;

/** What is wrong with a reason: it stands in the history, so that the next one need not ask. */
export const reasonFault = (reason: string): string | undefined => {
  if (reason.length < 5) return 'Hãy ghi lý do hoặc căn cứ, ví dụ: Quyết định số 391/QĐ-BHXH.';
  return reason.length > LONGEST_REASON ? `Lý do dài quá ${LONGEST_REASON} ký tự. Hãy ghi ngắn lại.` : undefined;
};

const LEVELS = { central: 'trung ương', province: 'tỉnh', local: 'cơ sở' } as const;
const text = (value: number | string | null): string => String(value ?? '');

/** An agency as a line of a file has it: the form of administrators is such a line. */
export const cellsOf = (row: AgencyRow): Record<string, string> => ({
  ma_co_quan: row.code,
  ten: row.name,
  ten_ngan: row.shortName,
  cap: LEVELS[row.level],
  ma_cap_tren: text(row.parentCode),
  ma_tinh: text(row.provinceCode),
  xa_phuc_vu: (JSON.parse(row.serves) as string[]).join(' '),
  dia_chi: row.address,
  dien_thoai: row.phone,
  gio_lam_viec: row.openingHours,
  vi_do: text(row.latitude),
  kinh_do: text(row.longitude),
  nhan_ho_so: row.receives ? 'có' : 'không',
});

/** When the row was written, as forms carry it; 0 for never. */
export const stampOf = ({ updatedAt }: Pick<AgencyRow, 'updatedAt'>): number => updatedAt?.getTime() ?? 0;

/** How an agency is to end. */
export interface Closing {
  readonly validTo: Day;
  readonly replacedBy: string | null;
}

type Node = Pick<AgencyRow, 'code' | 'name' | 'parentCode' | 'level' | 'provinceCode' | 'validTo' | 'replacedBy'>;

const NAMED = 5;

/** Those that go on with the work, one after the other. */
const successors = (from: string | null, tree: ReadonlyMap<string, Node>): string[] => {
  const way: string[] = [];
  for (let at = from; at !== null && !way.includes(at); at = tree.get(at)?.replacedBy ?? null) way.push(at);
  return way;
};

/** Why an agency cannot end like this, and the field to look at. */
export const closingFault = (
  agency: Node,
  { validTo, replacedBy }: Closing,
  tree: ReadonlyMap<string, Node>,
): { readonly field: string; readonly message: string } | undefined => {
  const { code } = agency;
  const below = [...tree.values()].filter((other) => other.parentCode === code && isOpenOn(other, addDays(validTo, 1)));
  if (below.length > 0) {
    const names = below.slice(0, NAMED).map((other) => other.code);
    const more = below.length > NAMED ? ', …' : '';
    return {
      field: 'denNgay',
      message: `Còn ${below.length} cơ quan hoạt động ở dưới sau ngày này: ${names.join(', ')}${more}. Hãy chuyển hoặc ngừng các cơ quan đó trước.`,
    };
  }
  if (replacedBy === null) return undefined;
  const wrong = (message: string) => ({ field: 'thayThe', message });
  const successor = tree.get(replacedBy);
  if (!successor) return wrong(`Không có cơ quan ${replacedBy}. Hãy chọn trong danh sách.`);
  if (successors(replacedBy, tree).includes(code))
    return wrong(`${replacedBy} lại do chính ${code} thay thế, thành vòng tròn. Hãy chọn cơ quan khác.`);
  if (!isOpenOn(successor, addDays(validTo, 1)))
    return wrong(
      `${replacedBy} chỉ hoạt động đến hết ${date(successor.validTo)}. Hãy chọn cơ quan còn hoạt động sau ngày này.`,
    );
  if (successor.provinceCode !== null && successor.provinceCode !== agency.provinceCode)
    return wrong(`${replacedBy} thuộc tỉnh khác. Hãy chọn cơ quan cùng tỉnh hoặc của trung ương.`);
  return undefined;
};
