import type { Agencies, Places } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import { choice, day, decimal, digitsOf, optional, words } from '../../core/import/cells.js';
import type { Field, Line, LineRule } from '../../core/import/fields.js';
import type { ImportFault } from '../../core/import/importer.js';
import { fold } from '../../core/text.js';
import type { Listing, ListingState, OpenPlace } from './listing.model.js';
import type { WordIndex } from './word.service.js';

export interface ImporterParts {
  readonly agencies: Agencies;
  readonly places: Places;
  readonly clock: Clock;
  readonly words: WordIndex;
}

const STATES = { 'đang hoạt động': 'active', 'tạm ngừng': 'paused', 'đã ngừng': 'ended' } as const;

/** Columns that every list has, behind code and name. */
export const listingFields = {
  ten: { label: 'Tên', about: 'Tên đầy đủ, viết có dấu', required: true, cell: words(200) },
  ma_tinh: {
    label: 'Mã tỉnh',
    about: 'Mã tỉnh, thành phố hiện nay, 2 chữ số, ví dụ 48',
    required: true,
    digits: [2],
    cell: digitsOf(2),
  },
  ma_xa: {
    label: 'Mã xã',
    about: 'Mã phường, xã, đặc khu hiện nay, 5 chữ số, ví dụ 20242',
    digits: [5],
    cell: optional(digitsOf(5)),
  },
  dia_chi: { label: 'Địa chỉ', about: 'Số nhà, đường, phường xã, tỉnh', required: true, cell: words(300) },
  ma_co_quan: {
    label: 'Mã cơ quan BHXH',
    about: 'Cơ quan BHXH quản lý, 5 chữ số, ví dụ 04801',
    digits: [5],
    cell: optional(digitsOf(5)),
  },
  dien_thoai: { label: 'Điện thoại', about: 'Số để người dân gọi', cell: words(40) },
  tinh_trang: {
    label: 'Tình trạng',
    about: '"đang hoạt động" (khi để trống), "tạm ngừng" hoặc "đã ngừng"',
    cell: optional(choice<ListingState>(STATES)),
  },
  tu_ngay: { label: 'Từ ngày', about: 'Ngày bắt đầu, dd/mm/yyyy', cell: optional(day) },
  den_ngay: { label: 'Đến ngày', about: 'Ngày kết thúc, dd/mm/yyyy', cell: optional(day) },
} satisfies Record<string, Field<unknown>>;

/** Columns of what stands on the map. */
export const openPlaceFields = {
  gio_lam_viec: { label: 'Giờ làm việc', about: 'Ví dụ: Thứ Hai đến Thứ Sáu, 7:30-17:00', cell: words(160) },
  vi_do: { label: 'Vĩ độ', about: 'Độ, phần lẻ sau dấu chấm hoặc phẩy, ví dụ 16.073', cell: optional(decimal(5, 24)) },
  kinh_do: { label: 'Kinh độ', about: 'Như vĩ độ, ví dụ 108.215', cell: optional(decimal(100, 118)) },
} satisfies Record<string, Field<unknown>>;

type ListingLine = Line<typeof listingFields>;
type OpenPlaceLine = Line<typeof openPlaceFields>;

export const listingOf = (code: string, line: ListingLine, clock: Clock): Listing => ({
  code,
  name: line.ten,
  nameFolded: fold(line.ten),
  provinceCode: line.ma_tinh,
  communeCode: line.ma_xa,
  address: line.dia_chi,
  agencyCode: line.ma_co_quan,
  phone: line.dien_thoai,
  state: line.tinh_trang ?? 'active',
  validFrom: line.tu_ngay,
  validTo: line.den_ngay,
  updatedAt: clock.now(),
});

export const openPlaceOf = (line: OpenPlaceLine): OpenPlace => ({
  openingHours: line.gio_lam_viec,
  latitude: line.vi_do,
  longitude: line.kinh_do,
  locationApproximate: false,
});

/** From the first day to the last. */
export const listingRules: readonly LineRule<ListingLine>[] = [
  [
    'den_ngay',
    ({ tu_ngay, den_ngay }) => tu_ngay !== null && den_ngay !== null && den_ngay < tu_ngay,
    'Đến ngày đứng trước Từ ngày. Hãy xem lại hai ngày này.',
  ],
];

const HALF_POINT = 'Vĩ độ và Kinh độ đi cùng nhau. Hãy ghi cả hai hoặc để trống cả hai.';

/** Half a point is none. */
export const openPlaceRules: readonly LineRule<ListingLine & OpenPlaceLine>[] = [
  ...listingRules,
  ['vi_do', ({ vi_do, kinh_do }) => vi_do === null && kinh_do !== null, HALF_POINT],
  ['kinh_do', ({ vi_do, kinh_do }) => vi_do !== null && kinh_do === null, HALF_POINT],
];

/** Whether province, commune and agency of lines are known, and the commune lies in the province. */
export const placesExist =
  ({ agencies, places }: ImporterParts) =>
  async (lines: readonly ListingLine[]): Promise<ReadonlyMap<number, ImportFault>> => {
    const faults = new Map<number, ImportFault>();
    for (const [index, { ma_tinh, ma_xa, ma_co_quan }] of lines.entries()) {
      const commune = ma_xa ? await places.commune(ma_xa) : undefined;
      if (!(await places.province(ma_tinh)))
        faults.set(index, {
          column: 'ma_tinh',
          reason: `Không có tỉnh mã ${ma_tinh} trong 34 tỉnh, thành phố hiện nay. Hãy xem lại mã.`,
        });
      else if (ma_xa && !commune)
        faults.set(index, { column: 'ma_xa', reason: `Không có phường, xã mã ${ma_xa}. Hãy dùng mã sau sáp nhập.` });
      else if (commune && commune.provinceCode !== ma_tinh)
        faults.set(index, {
          column: 'ma_xa',
          reason: `${commune.name} (${commune.code}) không thuộc tỉnh ${ma_tinh} mà thuộc tỉnh ${commune.provinceCode}.`,
        });
      else if (ma_co_quan && !(await agencies.find(ma_co_quan)))
        faults.set(index, {
          column: 'ma_co_quan',
          reason: `Không có cơ quan BHXH mã ${ma_co_quan}. Hãy nạp danh sách cơ quan trước.`,
        });
    }
    return faults;
  };
