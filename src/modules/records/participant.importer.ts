import { birthIn } from '../../core/typed-dates.js';
import { choice, codeOf, digitsOf, optional, readAs, words } from '../../core/import/cells.js';
import { fieldsOf, type Line } from '../../core/import/fields.js';
import { into, type Importer, type ImportFault } from '../../core/import/importer.js';
import { rowsIn } from '../../core/db/rows-in.js';
import type { Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { newId } from '../../core/ids.js';
import { fold } from '../../core/text.js';
import { readEmail, readHouseholdRole, readName, readPhone } from './participant-cell.rules.js';
import type { ParticipantRow } from './participant.model.js';
import { birthPrecision, maskNumber } from './participant.rules.js';

const birth = readAs(
  birthIn,
  (label, text) =>
    `${label} "${text}" không có trong lịch hoặc không đúng dạng. Hãy ghi ngày/tháng/năm, ví dụ 12/05/1990; chỉ biết tháng, năm thì ghi 05/1990 hoặc 1990.`,
);

const fields = {
  ma_so_bhxh: {
    label: 'Mã số BHXH',
    required: true,
    about: '10 chữ số, là khóa của tệp',
    digits: [10],
    cell: digitsOf(10),
  },
  so_cccd: { label: 'Số CCCD', about: '12 chữ số', digits: [12], cell: optional(digitsOf(12)) },
  ho_ten: {
    label: 'Họ và tên',
    required: true,
    about: 'có dấu, như trên giấy tờ',
    cell: readAs(
      readName,
      (label, text) => `${label} "${text}" có chữ số hoặc ký tự lạ, hoặc dài quá 120 ký tự. Hãy ghi như trên giấy tờ.`,
    ),
  },
  ngay_sinh: { label: 'Ngày sinh', required: true, about: 'dd/mm/yyyy, mm/yyyy hoặc yyyy', cell: birth },
  gioi_tinh: {
    label: 'Giới tính',
    required: true,
    about: '"nam" hoặc "nữ"',
    cell: choice({ Nam: 'male', Nữ: 'female' }),
  },
  so_giay_to: {
    label: 'Số giấy tờ khác',
    about: 'CMND 9 số hoặc hộ chiếu, khi chưa có CCCD',
    digits: [9],
    cell: optional(codeOf(/^[0-9A-Z]{5,15}$/, '5 đến 15 chữ cái và chữ số')),
  },
  dien_thoai: {
    label: 'Số điện thoại',
    about: '10 chữ số; +84 ở đầu được đổi thành 0',
    digits: [10, 11],
    cell: optional(
      readAs(
        readPhone,
        (label, text) =>
          `${label} "${text}" không phải số điện thoại Việt Nam. Hãy ghi 10 chữ số, ví dụ 0905612347, hoặc để trống.`,
      ),
    ),
  },
  email: {
    label: 'Địa chỉ thư',
    about: 'ví dụ ten@vidu.vn',
    cell: optional(
      readAs(readEmail, (label, text) => `${label} "${text}" chưa đúng dạng. Hãy ghi như ten@vidu.vn, hoặc để trống.`),
    ),
  },
  so_nha: { label: 'Số nhà, đường, thôn', about: 'không quá 160 ký tự', cell: optional(words(160)) },
  ma_xa: { label: 'Mã xã', about: '5 chữ số', digits: [5], cell: optional(digitsOf(5)) },
  ma_tinh: { label: 'Mã tỉnh', about: '2 chữ số', digits: [2], cell: optional(digitsOf(2)) },
  dia_chi: { label: 'Địa chỉ', required: true, about: 'cả dòng: số nhà, xã, tỉnh', cell: words(300) },
  dia_chi_cu: { label: 'Địa chỉ cũ', about: 'ba cấp, trước 01/07/2025', cell: optional(words(300)) },
  ma_ho: {
    label: 'Mã hộ',
    about: 'mã hộ gia đình, không quá 20 ký tự',
    cell: optional(codeOf(/^[0-9A-Z]{1,20}$/, 'không quá 20 chữ cái và chữ số')),
  },
  quan_he: {
    label: 'Quan hệ với chủ hộ',
    about: 'mã 00 đến 22 hoặc chữ: "Chủ hộ", "Con" ...',
    digits: [2],
    cell: optional(
      readAs(
        readHouseholdRole,
        (label, text) =>
          `${label} "${text}" không rõ. Hãy ghi mã từ 00 đến 22, hoặc chữ như "Chủ hộ", "Vợ", "Con", "Khác".`,
      ),
    ),
  },
};

type Input = Line<typeof fields>;

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly people: Table<ParticipantRow>;
}

const rowOf = (input: Input, now: Date): ParticipantRow => ({
  id: newId(),
  insuranceNumber: input.ma_so_bhxh,
  citizenId: input.so_cccd,
  fullName: input.ho_ten,
  nameFolded: fold(input.ho_ten),
  birthDate: input.ngay_sinh,
  birthPrecision: birthPrecision(input.ngay_sinh),
  sex: input.gioi_tinh,
  paperNumber: input.so_giay_to,
  phone: input.dien_thoai,
  email: input.email,
  street: input.so_nha,
  communeCode: input.ma_xa,
  provinceCode: input.ma_tinh,
  address: input.dia_chi,
  oldAddress: input.dia_chi_cu,
  householdCode: input.ma_ho,
  householdRole: input.quan_he,
  updatedAt: now,
});

const OWNERS =
  'SELECT insurance_number AS number, citizen_id AS citizenId FROM records_participant WHERE citizen_id IN (?)';

/** A citizen number belongs to one person: to whom the records or an earlier line gave it. */
const takenIds = async (db: Database, inputs: readonly Input[]): Promise<Map<number, ImportFault>> => {
  const ids = inputs.flatMap(({ so_cccd }) => so_cccd ?? []);
  const there = await rowsIn<{ number: string; citizenId: string }>(db, OWNERS, ids);
  const owners = new Map(there.map(({ citizenId, number }) => [citizenId, number]));
  const faults = new Map<number, ImportFault>();
  for (const [index, { so_cccd: citizenId, ma_so_bhxh: number }] of inputs.entries()) {
    if (!citizenId) continue;
    const owner = owners.get(citizenId) ?? number;
    owners.set(citizenId, owner);
    if (owner === number) continue;
    const reason = `Số CCCD này đã thuộc người có mã số BHXH ${maskNumber(owner)}. Hãy xem lại hai người này.`;
    faults.set(index, { column: 'so_cccd', reason });
  }
  return faults;
};

/** People of the member registry. */
export const participantImporter = ({ db, clock, people }: Parts): Importer<Input> => ({
  kind: 'participants',
  title: 'Người tham gia',
  ...fieldsOf(fields),
  targets: [
    into<Input, ParticipantRow>({
      table: people,
      key: ['insuranceNumber'],
      keep: ['id'],
      stamps: ['updatedAt'],
      row: (input) => rowOf(input, clock.now()),
    }),
  ],
  check: (inputs) => takenIds(db, inputs),
});
