import type { Catalog } from './catalog.rules.js';

export const MANAGE = 'lookup.manage';

/** A list as administrators keep it: with everything that has ended. */
export interface AdminList {
  readonly title: string;
  /** What one row is: "cơ sở". */
  readonly one: string;
  readonly catalog: Catalog;
  /** Column of the files by which a row is found again. */
  readonly key: string;
}

const YES_NO = ['có', 'không'] as const;

/** The lists by the last word of their address. */
export const ADMIN_LISTS = {
  'co-so-kcb': {
    title: 'Cơ sở khám chữa bệnh',
    one: 'cơ sở',
    catalog: { kind: 'facility', table: 'lookup_facility', open: false, only: '' },
    key: 'ma_cskcb',
  },
  'don-vi': {
    title: 'Đơn vị tham gia BHXH',
    one: 'đơn vị',
    catalog: { kind: 'employer', table: 'lookup_employer', open: false, only: '' },
    key: 'ma_don_vi',
  },
  'diem-thu': {
    title: 'Điểm thu, đại lý thu',
    one: 'điểm thu',
    catalog: { kind: 'agent', table: 'lookup_collection_agent', open: false, only: '' },
    key: 'ma_diem_thu',
  },
} as const satisfies Record<string, AdminList>;

export type AdminListName = keyof typeof ADMIN_LISTS;

export const isAdminList = (name: string): name is AdminListName => Object.hasOwn(ADMIN_LISTS, name);

/** Columns of which one of these words is chosen; the first is what an empty cell means where it may be empty. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  tinh_trang: ['đang hoạt động', 'tạm ngừng', 'đã ngừng'],
  cap: ['ban đầu', 'cơ bản', 'chuyên sâu'],
  hang: ['đặc biệt', '1', '2', '3', '4'],
  ky_hop_dong_bhyt: YES_NO,
  cap_giay_nghi_viec: YES_NO,
  nhan_dang_ky_ban_dau: YES_NO,
  loai: ['đại lý thu', 'điểm thu'],
};
