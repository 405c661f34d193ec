import { dayOf, type Clock, type Day } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { choice, codeOf, day, matching, money, optional, whole, words } from '../../core/import/cells.js';
import { fieldsOf, withRules, type Field, type Line, type LineRule } from '../../core/import/fields.js';
import { into, type Importer } from '../../core/import/importer.js';
import type { BenefitRow } from './benefit.model.js';
import { accountEndOf, type BenefitKind } from './benefit.rules.js';
import { personField, strangers } from './person.importer.js';

const KINDS: Readonly<Record<string, BenefitKind>> = {
  'BHXH một lần': 'lump_sum',
  'Ốm đau, thai sản': 'sickness_maternity',
  'Hàng tháng': 'monthly',
  BHTN: 'unemployment',
};
const METHODS = { 'Qua tài khoản': 'bank', 'Tiền mặt': 'cash', 'Qua đơn vị': 'employer' } as const;
const STATES = {
  'Đã chi trả': 'paid',
  'Chờ chi trả': 'pending',
  'Đang hưởng': 'current',
  'Tạm dừng': 'suspended',
  'Đã chấm dứt': 'ended',
  'Bảo lưu': 'reserved',
} as const;

const fields = {
  ...personField,
  nhom: {
    label: 'Nhóm',
    about: '"BHXH một lần", "Ốm đau, thai sản" (cả dưỡng sức), "Hàng tháng" hoặc "BHTN"',
    required: true,
    cell: choice<BenefitKind>(KINDS),
  },
  so_quyet_dinh: {
    label: 'Số quyết định',
    about: 'Số QĐ hưởng, hoặc số danh sách giải quyết',
    required: true,
    cell: matching(/^[\p{L}\d /.,_-]{1,60}$/u, 'chữ, số và các dấu / . , _ -, không quá 60 ký tự'),
  },
  ngay_quyet_dinh: { label: 'Ngày quyết định', about: 'dd/mm/yyyy', required: true, cell: day },
  che_do: { label: 'Chế độ', about: 'Như trên quyết định: Ốm đau, Lương hưu ...', required: true, cell: words(120) },
  tu_ngay: { label: 'Từ ngày', about: 'dd/mm/yyyy', required: true, cell: day },
  den_ngay: { label: 'Đến ngày', about: 'dd/mm/yyyy; trống khi chưa có', cell: optional(day) },
  so_tien: {
    label: 'Số tiền',
    about: 'Đồng: một tháng với hàng tháng và BHTN, còn lại là cả lần',
    required: true,
    cell: money,
  },
  don_vi_chi_tra: { label: 'Tên đơn vị', about: 'Đơn vị, cơ quan chi trả', required: true, cell: words(200) },
  so_ngay: { label: 'Số ngày nghỉ', about: '0 đến 1000; trống là 0', cell: optional(whole(0, 1_000)) },
  so_thang: {
    label: 'Số tháng',
    about: 'Số tháng được tính hoặc được hưởng; trống là 0',
    cell: optional(whole(0, 900)),
  },
  dot_quyet_toan: { label: 'Đợt quyết toán', about: 'Ví dụ Đợt 2 tháng 06/2024', cell: optional(words(60)) },
  hinh_thuc: {
    label: 'Hình thức nhận',
    about: '"Qua tài khoản", "Tiền mặt" hoặc "Qua đơn vị"',
    cell: optional(choice<'bank' | 'cash' | 'employer'>(METHODS)),
  },
  so_tai_khoan: {
    label: 'Số tài khoản',
    about: 'Chỉ 4 số cuối được giữ lại',
    cell: optional(codeOf(/^[X*]*\d{4,20}$/, '4 đến 20 chữ số')),
  },
  ngan_hang: { label: 'Tên ngân hàng', about: 'Không quá 160 ký tự', cell: optional(words(160)) },
  noi_nhan: { label: 'Nơi nhận', about: 'Không quá 200 ký tự', cell: optional(words(200)) },
  hoc_nghe: { label: 'Hỗ trợ học nghề', about: 'Với BHTN, không quá 200 ký tự', cell: optional(words(200)) },
  trang_thai: {
    label: 'Trạng thái',
    about: '"Đã chi trả", "Chờ chi trả", "Đang hưởng", "Tạm dừng", "Đã chấm dứt" hoặc "Bảo lưu"',
    required: true,
    cell: choice<BenefitRow['status']>(STATES),
  },
  ngay_cap_nhat: { label: 'Ngày cập nhật', about: 'dd/mm/yyyy, để trống thì là ngày nạp', cell: optional(day) },
} satisfies Record<string, Field<unknown>>;

type BenefitLine = Line<typeof fields>;

const RULES: readonly LineRule<BenefitLine>[] = [
  [
    'den_ngay',
    ({ tu_ngay, den_ngay }) => den_ngay !== null && den_ngay < tu_ngay,
    'Đến ngày đứng trước Từ ngày. Hãy xem lại hai ngày này.',
  ],
  [
    'so_tai_khoan',
    ({ hinh_thuc, so_tai_khoan }) => hinh_thuc !== 'bank' && so_tai_khoan !== null,
    'Có Số tài khoản mà Hình thức nhận không phải "Qua tài khoản". Hãy xem lại hai ô này.',
  ],
  [
    'trang_thai',
    ({ nhom, trang_thai }) => trang_thai === 'reserved' && nhom !== 'unemployment',
    'Chỉ BHTN mới có trạng thái "Bảo lưu". Hãy xem lại Nhóm và Trạng thái.',
  ],
];

const rowOf = (line: BenefitLine, today: Day): Omit<BenefitRow, 'id'> => ({
  insuranceNumber: line.ma_so_bhxh,
  kind: line.nhom,
  decisionNumber: line.so_quyet_dinh,
  decidedOn: line.ngay_quyet_dinh,
  scheme: line.che_do,
  fromDay: line.tu_ngay,
  toDay: line.den_ngay,
  amount: line.so_tien,
  payer: line.don_vi_chi_tra,
  days: line.so_ngay ?? 0,
  months: line.so_thang ?? 0,
  settledIn: line.dot_quyet_toan,
  method: line.hinh_thuc,
  accountEnd: accountEndOf(line.so_tai_khoan ?? ''),
  bankName: line.ngan_hang,
  place: line.noi_nhan,
  training: line.hoc_nghe,
  status: line.trang_thai,
  updatedOn: line.ngay_cap_nhat ?? today,
});

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly benefits: Table<BenefitRow>;
}

/** Benefits by person, group, decision and first day. */
export const benefitImporter = ({ db, clock, benefits }: Parts): Importer<BenefitLine> => {
  const { columns, schema } = fieldsOf(fields);
  return {
    kind: 'benefits',
    title: 'Thông tin hưởng',
    columns,
    schema: withRules(schema, RULES),
    targets: [
      into<BenefitLine, BenefitRow>({
        table: benefits,
        key: ['insuranceNumber', 'kind', 'fromDay', 'decisionNumber'],
        stamps: ['updatedOn'],
        row: (line) => rowOf(line, dayOf(clock.now())),
      }),
    ],
    check: (lines) => strangers(db, lines),
  };
};
