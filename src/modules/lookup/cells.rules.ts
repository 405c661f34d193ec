import { date } from '../../core/http/format.js';
import type { CollectionAgentRow } from './collection-agent.model.js';
import type { EmployerRow } from './employer.model.js';
import type { FacilityRow } from './facility.model.js';
import type { Listing, OpenPlace } from './listing.model.js';

/** A row of any list. */
export type ListRow = Listing & Partial<OpenPlace & FacilityRow & CollectionAgentRow & EmployerRow>;

const STATES = { active: 'đang hoạt động', paused: 'tạm ngừng', ended: 'đã ngừng' } as const;
const TIERS = { initial: 'ban đầu', basic: 'cơ bản', advanced: 'chuyên sâu' } as const;

const yesNo = (value: boolean | undefined): string => (value ? 'có' : 'không');
const text = (value: number | string | null | undefined): string => String(value ?? '');

const common = (row: ListRow) => ({
  ten: row.name,
  ma_tinh: row.provinceCode,
  ma_xa: text(row.communeCode),
  dia_chi: row.address,
  ma_co_quan: text(row.agencyCode),
  dien_thoai: row.phone,
  tinh_trang: STATES[row.state],
  tu_ngay: date(row.validFrom),
  den_ngay: date(row.validTo),
});

const spot = (row: ListRow) => ({
  gio_lam_viec: text(row.openingHours),
  vi_do: text(row.latitude),
  kinh_do: text(row.longitude),
});

/** A row as a line of a file has it: the form of administrators is such a line. */
export const cellsOf: Readonly<Record<'facility' | 'employer' | 'agent', (row: ListRow) => Record<string, string>>> = {
  facility: (row) => ({
    ma_cskcb: row.code,
    ...common(row),
    cap: row.tier ? TIERS[row.tier] : '',
    hang: row.grade === 'special' ? 'đặc biệt' : text(row.grade),
    ky_hop_dong_bhyt: yesNo(row.signsContract),
    cap_giay_nghi_viec: yesNo(row.issuesSickLeave),
    nhan_dang_ky_ban_dau: yesNo(row.takesRegistration),
    ...spot(row),
  }),
  employer: (row) => ({ ma_don_vi: row.code, ...common(row), ma_so_thue: text(row.taxCode) }),
  agent: (row) => ({
    ma_diem_thu: row.code,
    ...common(row),
    loai: row.kind === 'agent' ? 'đại lý thu' : 'điểm thu',
    nguoi_phu_trach: text(row.contactPerson),
    ...spot(row),
  }),
};
