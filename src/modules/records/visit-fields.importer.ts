import {
  choice,
  codeOf,
  day,
  decimal,
  matching,
  money,
  optional,
  readAs,
  whole,
  words,
} from '../../core/import/cells.js';
import type { Field, Line } from '../../core/import/fields.js';
import { facilityCode } from './facility-code.rules.js';
import { personField } from './person.importer.js';
import { readMoment } from './visit-cell.rules.js';
import type { LineSection, VisitRow } from './visit.model.js';

const moment = readAs(
  readMoment,
  (label, text) => `${label} "${text}" không phải ngày giờ. Hãy ghi ngày/tháng/năm giờ:phút, ví dụ 15/01/2026 08:30.`,
);

const KINDS: Readonly<Record<string, VisitRow['kind']>> = {
  'Khám bệnh': 'examination',
  'Điều trị ngoại trú': 'outpatient',
  'Điều trị nội trú': 'inpatient',
  'Điều trị ban ngày': 'day',
};
const DISCHARGES: Readonly<Record<string, NonNullable<VisitRow['discharge']>>> = {
  'Ra viện': 'home',
  'Chuyển viện': 'transferred',
  'Trốn viện': 'left',
  'Xin ra viện': 'requested',
};
const OUTCOMES: Readonly<Record<string, NonNullable<VisitRow['outcome']>>> = {
  Khỏi: 'cured',
  Đỡ: 'better',
  'Không thay đổi': 'same',
  'Nặng hơn': 'worse',
  'Tử vong': 'died',
};
const SECTIONS: Readonly<Record<string, LineSection>> = {
  'Khám bệnh': 'exam',
  'Ngày giường': 'bed',
  'Xét nghiệm': 'test',
  'Chẩn đoán hình ảnh': 'imaging',
  'Thủ thuật, phẫu thuật': 'procedure',
  Thuốc: 'drug',
  'Vật tư y tế': 'supply',
  'Vận chuyển': 'transport',
  Khác: 'other',
};

const cost = (label: string, about: string) => ({ label, about, required: true, cell: money });

export const placeFields = {
  ma_cskcb: { label: 'Mã CSKCB', about: 'Ví dụ 48001', required: true, digits: [5], cell: facilityCode },
  ten_cskcb: { label: 'Tên CSKCB', about: 'Tên cơ sở', required: true, cell: words(200) },
} satisfies Record<string, Field<unknown>>;

/** Number of a visit at its facility. */
export const visitCode = matching(/^[\x21-\x7e]{1,100}$/, 'không quá 100 chữ cái không dấu, chữ số và dấu');

/** Columns of the visit, repeated on each of its cost lines. */
export const visitFields = {
  ...personField,
  ...placeFields,
  ma_luot_kham: { label: 'Mã lượt khám', about: 'Mã hồ sơ (MA_LK) tại cơ sở', required: true, cell: visitCode },
  loai_kham: {
    label: 'Loại khám chữa bệnh',
    about: '"Khám bệnh", "Điều trị ngoại trú", "Điều trị nội trú" hoặc "Điều trị ban ngày"',
    required: true,
    cell: choice<VisitRow['kind']>(KINDS),
  },
  ma_the: {
    label: 'Mã thẻ BHYT',
    about: 'Thẻ đã dùng, 15 ký tự',
    cell: optional(codeOf(/^[A-Z]{2}[1-5]\d{2}[A-Z0-9]{10}$/, '15 ký tự, ví dụ DN4484812345678')),
  },
  ngay_vao: { label: 'Ngày vào', about: 'dd/mm/yyyy hh:mm', required: true, cell: moment },
  ngay_ra: { label: 'Ngày ra', about: 'dd/mm/yyyy hh:mm; trống khi còn điều trị', cell: optional(moment) },
  ma_benh: {
    label: 'Mã bệnh',
    about: 'ICD-10, ví dụ J00 hoặc E11.9',
    required: true,
    cell: matching(/^[A-Z]\d{2}(?:[.]?\d{1,2})?[+*]?$/, 'mã ICD-10, ví dụ J00 hoặc E11.9'),
  },
  ten_benh: { label: 'Tên bệnh', about: 'Chẩn đoán ra viện', required: true, cell: words(300) },
  benh_kem_theo: { label: 'Bệnh kèm theo', about: 'Không quá 500 ký tự', cell: optional(words(500)) },
  khoa: { label: 'Khoa', about: 'Không quá 120 ký tự', cell: optional(words(120)) },
  tinh_trang_ra: {
    label: 'Tình trạng ra viện',
    about: '"Ra viện", "Chuyển viện", "Trốn viện" hoặc "Xin ra viện"',
    cell: optional(choice<NonNullable<VisitRow['discharge']>>(DISCHARGES)),
  },
  ket_qua: {
    label: 'Kết quả điều trị',
    about: '"Khỏi", "Đỡ", "Không thay đổi", "Nặng hơn" hoặc "Tử vong"',
    cell: optional(choice<NonNullable<VisitRow['outcome']>>(OUTCOMES)),
  },
  ngay_tai_kham: { label: 'Ngày tái khám', about: 'dd/mm/yyyy', cell: optional(day) },
  tong_chi_phi: cost('Tổng chi phí', 'Đồng, cả lượt'),
  tong_bhyt_tt: cost('Tổng BHYT TT', 'Đồng, cả lượt'),
  tong_cung_chi_tra: cost('Tổng BN cùng chi trả', 'Đồng, cả lượt'),
  tong_tu_tra: cost('Tổng BN tự trả', 'Đồng, cả lượt'),
  tong_nguon_khac: cost('Tổng nguồn khác', 'Đồng, cả lượt'),
  ngay_cap_nhat: { label: 'Ngày cập nhật', about: 'dd/mm/yyyy, để trống thì là ngày nạp', cell: optional(day) },
} satisfies Record<string, Field<unknown>>;

/** Columns of one cost line. */
export const costFields = {
  stt: { label: 'Số thứ tự', about: 'Dòng thứ mấy của lượt khám', required: true, cell: whole(1, 9_999) },
  nhom: {
    label: 'Nhóm chi phí',
    about: Object.keys(SECTIONS).join(', '),
    required: true,
    cell: choice<LineSection>(SECTIONS),
  },
  ma_chi_phi: { label: 'Mã chi phí', about: 'Mã dịch vụ, thuốc, vật tư', required: true, cell: words(50) },
  ten_chi_phi: { label: 'Tên chi phí', about: 'Không quá 300 ký tự', required: true, cell: words(300) },
  don_vi_tinh: { label: 'Đơn vị tính', about: 'Lần, viên, ngày ...', required: true, cell: words(40) },
  so_luong: { label: 'Số lượng', about: 'Có thể có phần lẻ', required: true, cell: decimal(0, 1_000_000) },
  don_gia: { label: 'Đơn giá', about: 'Đồng, có thể có phần lẻ', required: true, cell: decimal(0, 10_000_000_000) },
  muc_huong: { label: 'Mức hưởng', about: 'Phần trăm, 0 đến 100', required: true, cell: whole(0, 100) },
  thanh_tien: cost('Thành tiền', 'Đồng'),
  bhyt_tt: cost('BHYT TT', 'Đồng'),
  cung_chi_tra: cost('BN cùng chi trả', 'Đồng'),
  tu_tra: cost('BN tự trả', 'Đồng'),
  nguon_khac: cost('Nguồn khác', 'Đồng'),
} satisfies Record<string, Field<unknown>>;

export const fields = { ...visitFields, ...costFields };

export type VisitLine = Line<typeof fields>;
