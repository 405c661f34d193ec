import { dayOf, type Clock, type Day } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { choice, codeOf, day, money, optional, readAs, words, yesNo } from '../../core/import/cells.js';
import { fieldsOf, withRules, type Line, type LineRule } from '../../core/import/fields.js';
import { into, type Importer } from '../../core/import/importer.js';
import { readMonth } from './month.rules.js';
import type { ParticipationRow } from './participation.model.js';
import type { Participation } from './participation.rules.js';
import { personField, strangers } from './person.importer.js';

const month = readAs(
  readMonth,
  (label, text) => `${label} "${text}" không phải một tháng. Hãy ghi tháng/năm, ví dụ 03/2018 hoặc 2018-03.`,
);

const FUNDS = {
  BHXH: 'bhxh',
  BHTN: 'bhtn',
  'BHTNLĐ-BNN': 'bhtnld',
  BHTNLĐ: 'bhtnld',
  BHYT: 'bhyt',
} as const;
const KINDS = { 'Bắt buộc': 'compulsory', 'Tự nguyện': 'voluntary', 'Hộ gia đình': 'household' } as const;
const STATES = { 'Đã đóng': 'paid', 'Chậm đóng': 'late', 'Tạm dừng': 'suspended', 'Thai sản': 'maternity' } as const;

const fields = {
  ...personField,
  quy: { label: 'Quỹ', required: true, about: 'BHXH, BHTN, BHTNLĐ-BNN hoặc BHYT', cell: choice(FUNDS) },
  loai: {
    label: 'Loại tham gia',
    required: true,
    about: '"bắt buộc", "tự nguyện" (BHXH) hoặc "hộ gia đình" (BHYT)',
    cell: choice(KINDS),
  },
  tu_thang: { label: 'Từ tháng', required: true, about: 'mm/yyyy hoặc yyyy-mm', cell: month },
  den_thang: { label: 'Đến tháng', required: true, about: 'mm/yyyy hoặc yyyy-mm, tính cả tháng này', cell: month },
  ma_don_vi: {
    label: 'Mã đơn vị',
    about: 'bắt buộc khi tham gia bắt buộc, ví dụ TZ0101A',
    cell: optional(codeOf(/^[0-9A-Z]{4,10}$/, '4 đến 10 chữ cái và chữ số, ví dụ TZ0101A')),
  },
  ten_don_vi: {
    label: 'Tên đơn vị',
    about: 'bắt buộc khi tham gia bắt buộc, không quá 200 ký tự',
    cell: words(200),
  },
  chuc_danh: { label: 'Nghề nghiệp, chức danh', about: 'không quá 160 ký tự', cell: words(160) },
  chuc_vu: { label: 'Chức vụ', about: 'không quá 120 ký tự', cell: words(120) },
  noi_lam_viec: { label: 'Nơi làm việc', about: 'không quá 200 ký tự', cell: words(200) },
  tien_luong_dong: {
    label: 'Tiền lương đóng',
    required: true,
    about: 'số đồng nguyên một tháng: 5000000 hoặc 5.000.000',
    cell: money,
  },
  muc_luong: { label: 'Mức lương', about: 'để trống thì như tiền lương đóng', cell: optional(money) },
  trang_thai: {
    label: 'Trạng thái',
    required: true,
    about: '"đã đóng", "chậm đóng", "tạm dừng" hoặc "thai sản"',
    cell: choice(STATES),
  },
  huong_mot_lan: { label: 'Đã hưởng một lần', about: '"có" hoặc "không", chỉ với quỹ BHXH', cell: yesNo },
  ngay_cap_nhat: { label: 'Ngày cập nhật', about: 'dd/mm/yyyy, để trống thì là ngày nạp', cell: optional(day) },
};

type Input = Line<typeof fields>;

/** What the cells of a line say together; the first column is where to look. */
const RULES: readonly LineRule<Input>[] = [
  [
    'den_thang',
    ({ tu_thang, den_thang }) => den_thang < tu_thang,
    'Đến tháng đứng trước Từ tháng. Hãy xem lại hai tháng này.',
  ],
  [
    'ma_don_vi',
    ({ loai, ma_don_vi, ten_don_vi }) => loai === 'compulsory' && (!ma_don_vi || !ten_don_vi),
    'Tham gia bắt buộc phải có Mã đơn vị và Tên đơn vị.',
  ],
  [
    'loai',
    ({ loai, quy }) => loai === 'voluntary' && quy !== 'bhxh',
    'Tự nguyện chỉ có ở quỹ BHXH. Hãy xem lại Quỹ và Loại tham gia.',
  ],
  [
    'loai',
    ({ loai, quy }) => loai === 'household' && quy !== 'bhyt',
    'Hộ gia đình chỉ có ở quỹ BHYT. Hãy xem lại Quỹ và Loại tham gia.',
  ],
  [
    'huong_mot_lan',
    ({ huong_mot_lan, quy }) => huong_mot_lan && quy !== 'bhxh',
    'Chỉ thời gian đóng BHXH mới hưởng một lần. Hãy ghi "không" hoặc sửa Quỹ.',
  ],
];

/** Names that stand where there is no employer. */
const OWN_NAMES: Readonly<Record<Participation['kind'], string>> = {
  compulsory: '',
  voluntary: 'Tham gia BHXH tự nguyện',
  household: 'Tham gia theo hộ gia đình',
};

const rowOf = (input: Input, today: Day): Omit<ParticipationRow, 'id'> => ({
  insuranceNumber: input.ma_so_bhxh,
  fund: input.quy,
  kind: input.loai,
  fromMonth: input.tu_thang,
  toMonth: input.den_thang,
  employerCode: input.ma_don_vi,
  employerName: input.ten_don_vi || OWN_NAMES[input.loai],
  jobTitle: input.chuc_danh,
  position: input.chuc_vu,
  workplace: input.noi_lam_viec,
  wageForContribution: input.tien_luong_dong,
  wage: input.muc_luong ?? input.tien_luong_dong,
  status: input.trang_thai,
  lumpSummed: input.huong_mot_lan,
  updatedOn: input.ngay_cap_nhat ?? today,
});

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly participations: Table<ParticipationRow>;
}

/**
 * Stretches of months. A stretch is found again by person, fund, employer and first month; who has no employer has one
 * stretch in a fund that begins in a month.
 */
export const participationImporter = ({ db, clock, participations }: Parts): Importer<Input> => {
  const { columns, schema } = fieldsOf(fields);
  return {
    kind: 'participation',
    title: 'Quá trình tham gia',
    columns,
    schema: withRules(schema, RULES),
    targets: [
      into<Input, ParticipationRow>({
        table: participations,
        key: ['insuranceNumber', 'fund', 'fromMonth', 'employerCode'],
        stamps: ['updatedOn'],
        row: (input) => rowOf(input, dayOf(clock.now())),
      }),
    ],
    check: (inputs) => strangers(db, inputs),
  };
};
