import { dayOf, type Clock, type Day } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { choice, day, matching, optional } from '../../core/import/cells.js';
import { fieldsOf, withRules, type Field, type Line, type LineRule } from '../../core/import/fields.js';
import { into, type Importer } from '../../core/import/importer.js';
import { personField, strangers } from './person.importer.js';
import { placeFields, visitCode } from './visit-fields.importer.js';
import type { VisitPaperRow } from './visit.model.js';
import { yearOf } from './visit.rules.js';

const KINDS: Readonly<Record<string, VisitPaperRow['kind']>> = {
  'Giấy nghỉ việc hưởng BHXH': 'sick-leave',
  'Giấy ra viện': 'discharge',
  'Giấy chứng sinh': 'birth',
  'Tóm tắt hồ sơ bệnh án': 'summary',
  'Giấy nghỉ dưỡng thai': 'prenatal-leave',
};
const STATES: Readonly<Record<string, VisitPaperRow['state']>> = {
  'Đã cấp': 'issued',
  'Đã giải quyết hưởng': 'settled',
  'Đã hủy': 'cancelled',
};

const fields = {
  ...personField,
  ...placeFields,
  ma_luot_kham: { label: 'Mã lượt khám', about: 'Lượt khám được cấp giấy, khi biết', cell: optional(visitCode) },
  loai_giay: {
    label: 'Loại chứng từ',
    about: Object.keys(KINDS).join(', '),
    required: true,
    cell: choice<VisitPaperRow['kind']>(KINDS),
  },
  so_seri: {
    label: 'Số seri',
    about: 'Như trên giấy',
    required: true,
    cell: matching(/^[0-9A-Z/.-]{1,40}$/, 'chữ cái không dấu, số và các dấu / . -, không quá 40 ký tự'),
  },
  ngay_cap: { label: 'Ngày cấp', about: 'dd/mm/yyyy', required: true, cell: day },
  nghi_tu: { label: 'Nghỉ từ ngày', about: 'dd/mm/yyyy, với giấy cho nghỉ', cell: optional(day) },
  nghi_den: { label: 'Nghỉ đến ngày', about: 'dd/mm/yyyy, với giấy cho nghỉ', cell: optional(day) },
  trang_thai: {
    label: 'Trạng thái',
    about: '"Đã cấp", "Đã giải quyết hưởng" hoặc "Đã hủy"',
    required: true,
    cell: choice<VisitPaperRow['state']>(STATES),
  },
  ngay_cap_nhat: { label: 'Ngày cập nhật', about: 'dd/mm/yyyy, để trống thì là ngày nạp', cell: optional(day) },
} satisfies Record<string, Field<unknown>>;

type PaperLine = Line<typeof fields>;

const RULES: readonly LineRule<PaperLine>[] = [
  [
    'nghi_den',
    ({ nghi_tu, nghi_den }) => (nghi_tu === null) !== (nghi_den === null),
    'Nghỉ từ ngày và Nghỉ đến ngày đi cùng nhau. Hãy ghi cả hai hoặc để trống cả hai.',
  ],
  [
    'nghi_den',
    ({ nghi_tu, nghi_den }) => nghi_tu !== null && nghi_den !== null && nghi_den < nghi_tu,
    'Nghỉ đến ngày đứng trước Nghỉ từ ngày. Hãy xem lại hai ngày này.',
  ],
];

const rowOf = (line: PaperLine, today: Day): Omit<VisitPaperRow, 'id'> => ({
  insuranceNumber: line.ma_so_bhxh,
  facilityCode: line.ma_cskcb,
  facilityName: line.ten_cskcb,
  visitCode: line.ma_luot_kham,
  kind: line.loai_giay,
  serialNumber: line.so_seri,
  issuedOn: line.ngay_cap,
  year: yearOf(line.ngay_cap),
  fromDay: line.nghi_tu,
  toDay: line.nghi_den,
  state: line.trang_thai,
  updatedOn: line.ngay_cap_nhat ?? today,
});

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly visitPapers: Table<VisitPaperRow>;
}

/** Papers of facilities by facility, kind and serial number. */
export const visitPaperImporter = ({ db, clock, visitPapers }: Parts): Importer<PaperLine> => {
  const { columns, schema } = fieldsOf(fields);
  return {
    kind: 'visit-papers',
    title: 'Giấy do cơ sở khám chữa bệnh cấp',
    columns,
    schema: withRules(schema, RULES),
    targets: [
      into<PaperLine, VisitPaperRow>({
        table: visitPapers,
        key: ['facilityCode', 'kind', 'serialNumber'],
        stamps: ['updatedOn'],
        row: (line) => rowOf(line, dayOf(clock.now())),
      }),
    ],
    check: (lines) => strangers(db, lines),
  };
};
