import { dayOf, type Clock, type Day } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { number } from '../../core/http/format.js';
import { newId } from '../../core/ids.js';
import { fieldsOf, withRules, type LineRule } from '../../core/import/fields.js';
import { into, type Importer } from '../../core/import/importer.js';
import { strangers } from './person.importer.js';
import { fields, type VisitLine } from './visit-fields.importer.js';
import type { VisitLineRow, VisitRow } from './visit.model.js';
import { addsUp, isPlausible, yearOf, type Costs } from './visit.rules.js';

const costsOf = (line: VisitLine): Costs => ({
  amount: line.thanh_tien,
  insurerPaid: line.bhyt_tt,
  coPayment: line.cung_chi_tra,
  selfPaid: line.tu_tra,
  otherSource: line.nguon_khac,
});

const totalsOf = (line: VisitLine): Costs => ({
  amount: line.tong_chi_phi,
  insurerPaid: line.tong_bhyt_tt,
  coPayment: line.tong_cung_chi_tra,
  selfPaid: line.tong_tu_tra,
  otherSource: line.tong_nguon_khac,
});

const sumText = ({ amount, insurerPaid, coPayment, selfPaid, otherSource }: Costs, name: string): string =>
  `BHYT TT ${number(insurerPaid)} + cùng chi trả ${number(coPayment)} + tự trả ${number(selfPaid)} + nguồn khác ${number(otherSource)} = ${number(insurerPaid + coPayment + selfPaid + otherSource)}, khác ${name} ${number(amount)}.`;

const priced = (line: VisitLine) => ({ amount: line.thanh_tien, quantity: line.so_luong, unitPrice: line.don_gia });

const RULES: readonly LineRule<VisitLine>[] = [
  [
    'ngay_ra',
    ({ ngay_vao, ngay_ra }) => ngay_ra !== null && ngay_ra < ngay_vao,
    'Ngày ra đứng trước Ngày vào. Hãy xem lại hai ngày này.',
  ],
  ['thanh_tien', (line) => !addsUp(costsOf(line)), (line) => sumText(costsOf(line), 'Thành tiền')],
  ['tong_chi_phi', (line) => !addsUp(totalsOf(line)), (line) => sumText(totalsOf(line), 'Tổng chi phí')],
  [
    'don_gia',
    (line) => !isPlausible(priced(line)),
    (line) =>
      `Số lượng ${number(line.so_luong)} x Đơn giá ${number(line.don_gia)} khác Thành tiền ${number(line.thanh_tien)}. Đơn giá không có dấu chấm giữa hàng nghìn.`,
  ],
];

const visitOf = (line: VisitLine, today: Day): VisitRow => ({
  id: newId(),
  insuranceNumber: line.ma_so_bhxh,
  facilityCode: line.ma_cskcb,
  facilityName: line.ten_cskcb,
  code: line.ma_luot_kham,
  kind: line.loai_kham,
  cardNumber: line.ma_the,
  admittedAt: line.ngay_vao,
  dischargedAt: line.ngay_ra,
  year: yearOf(dayOf(line.ngay_vao)),
  icd10: line.ma_benh,
  diagnosis: line.ten_benh,
  otherDiagnoses: line.benh_kem_theo,
  department: line.khoa,
  discharge: line.tinh_trang_ra,
  outcome: line.ket_qua,
  followUpOn: line.ngay_tai_kham,
  ...totalsOf(line),
  updatedOn: line.ngay_cap_nhat ?? today,
});

const costLineOf = (line: VisitLine): Omit<VisitLineRow, 'id'> => ({
  facilityCode: line.ma_cskcb,
  visitCode: line.ma_luot_kham,
  number: line.stt,
  section: line.nhom,
  itemCode: line.ma_chi_phi,
  name: line.ten_chi_phi,
  unit: line.don_vi_tinh,
  quantity: line.so_luong,
  unitPrice: line.don_gia,
  percent: line.muc_huong,
  ...costsOf(line),
});

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly visits: Table<VisitRow>;
  readonly visitLines: Table<VisitLineRow>;
}

/** Visits, one line of the file for each cost line, with the columns of the visit repeated. */
export const visitImporter = ({ db, clock, visits, visitLines }: Parts): Importer<VisitLine> => {
  const { columns, schema } = fieldsOf(fields);
  return {
    kind: 'visits',
    title: 'Lượt khám chữa bệnh và chi phí',
    columns,
    schema: withRules(schema, RULES),
    targets: [
      into<VisitLine, VisitRow>({
        table: visits,
        key: ['facilityCode', 'code'],
        keep: ['id'],
        stamps: ['updatedOn'],
        row: (line) => visitOf(line, dayOf(clock.now())),
      }),
      into<VisitLine, VisitLineRow>({
        table: visitLines,
        key: ['facilityCode', 'visitCode', 'number'],
        row: costLineOf,
      }),
    ],
    check: (lines) => strangers(db, lines),
  };
};
