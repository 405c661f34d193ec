import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { newId } from '../../core/ids.js';
import { choice, codeOf, day, optional, words } from '../../core/import/cells.js';
import { fieldsOf, withRules, type Field, type Line, type LineRule } from '../../core/import/fields.js';
import { into, type Importer } from '../../core/import/importer.js';
import { facilityCode } from './facility-code.rules.js';
import type { CardRow } from './card.model.js';
import { parseCardNumber } from './card.rules.js';
import { personField, strangers } from './person.importer.js';

const STATES = { 'còn hiệu lực': 'active', 'đã thu hồi': 'withdrawn' } as const;

const fields = {
  ...personField,
  ma_the: {
    label: 'Mã thẻ BHYT',
    about: '15 ký tự: 2 chữ cái, mức hưởng 1-5, mã tỉnh, 10 số, ví dụ DN4484812345678',
    required: true,
    cell: codeOf(/^[A-Z]{2}[1-5]\d{2}[A-Z0-9]{10}$/, '15 ký tự, ví dụ DN4484812345678'),
  },
  khu_vuc: {
    label: 'Mã nơi sinh sống',
    about: 'K1, K2, K3 hoặc trống',
    cell: optional(codeOf(/^K[123]$/, 'K1, K2 hoặc K3')),
  },
  tu_ngay: { label: 'Giá trị từ', about: 'dd/mm/yyyy', required: true, cell: day },
  den_ngay: { label: 'Giá trị đến', about: 'dd/mm/yyyy; trống khi không ghi hạn', cell: optional(day) },
  ma_noi_dkbd: {
    label: 'Mã nơi ĐKKCBBĐ',
    about: 'Mã CSKCB, ví dụ 48001',
    required: true,
    digits: [5],
    cell: facilityCode,
  },
  ten_noi_dkbd: { label: 'Nơi ĐKKCBBĐ', about: 'Tên cơ sở', required: true, cell: words(160) },
  du_5_nam_tu: { label: 'Đủ 5 năm liên tục từ', about: 'dd/mm/yyyy', cell: optional(day) },
  ngay_cap: { label: 'Ngày cấp', about: 'dd/mm/yyyy', required: true, cell: day },
  noi_cap: { label: 'Nơi cấp', about: 'Ví dụ BHXH thành phố Đà Nẵng', required: true, cell: words(120) },
  tinh_trang: {
    label: 'Tình trạng',
    about: '"còn hiệu lực" (khi để trống) hoặc "đã thu hồi"',
    cell: optional(choice<CardRow['state']>(STATES)),
  },
} satisfies Record<string, Field<unknown>>;

type CardLine = Line<typeof fields>;

const RULES: readonly LineRule<CardLine>[] = [
  [
    'den_ngay',
    ({ tu_ngay, den_ngay }) => den_ngay !== null && den_ngay < tu_ngay,
    'Giá trị đến đứng trước Giá trị từ. Hãy xem lại hai ngày này.',
  ],
  [
    // Old cards carry letters there and name nobody.
    'ma_the',
    ({ ma_the, ma_so_bhxh }) => /\d{10}$/.test(ma_the) && !ma_the.endsWith(ma_so_bhxh),
    ({ ma_so_bhxh }) => `10 số cuối của Mã thẻ BHYT khác Mã số BHXH ${ma_so_bhxh}. Hãy xem lại thẻ của ai.`,
  ],
];

const rowOf = (line: CardLine): CardRow => ({
  id: newId(),
  insuranceNumber: line.ma_so_bhxh,
  number: line.ma_the,
  objectCode: parseCardNumber(line.ma_the)?.objectCode ?? '',
  level: parseCardNumber(line.ma_the)?.level ?? '',
  areaCode: line.khu_vuc,
  validFrom: line.tu_ngay,
  validTo: line.den_ngay,
  facilityCode: line.ma_noi_dkbd,
  facilityName: line.ten_noi_dkbd,
  fiveYearsFrom: line.du_5_nam_tu,
  issuedOn: line.ngay_cap,
  issuedBy: line.noi_cap,
  state: line.tinh_trang ?? 'active',
});

/** Cards of health insurance, each period by number and first day. */
export const cardImporter = ({ db, cards }: { db: Database; cards: Table<CardRow> }): Importer<CardLine> => {
  const { columns, schema } = fieldsOf(fields);
  return {
    kind: 'cards',
    title: 'Thẻ BHYT',
    columns,
    schema: withRules(schema, RULES),
    targets: [into<CardLine, CardRow>({ table: cards, key: ['number', 'validFrom'], keep: ['id'], row: rowOf })],
    check: (lines) => strangers(db, lines),
  };
};
