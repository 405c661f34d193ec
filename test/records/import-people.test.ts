import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileRejects, fileSource, rejectedPath } from '../../src/core/import/files.js';
import type { ImportOutcome } from '../../src/core/import/imports.js';
import { participantTable, type ParticipantRow } from '../../src/modules/records/participant.model.js';
import { participationTable, type ParticipationRow } from '../../src/modules/records/participation.model.js';
import type { Table } from '../../src/core/db/table.js';
import { openHouse, type House } from '../kit/house.js';

let house: House;
let folder: string;
let people: Table<ParticipantRow>;
let stretches: Table<ParticipationRow>;
beforeAll(async () => {
  house = await openHouse();
  folder = mkdtempSync(join(tmpdir(), 'ansinh-import-'));
  people = participantTable(house.app.db.sequelize);
  stretches = participationTable(house.app.db.sequelize);
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = (): string => join(folder, 'tep.csv');

/** Takes rows of a kind in: one object for each line. */
const take = async (kind: string, rows: readonly Record<string, string>[]): Promise<ImportOutcome> => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text = ''): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => names.map((name) => cell(row[name])).join(';'));
  writeFileSync(path(), `${names.join(';')}\n${lines.join('\n')}\n`);
  const importer = house.app.imports.kinds().find((known) => known.kind === kind);
  if (!importer) throw new Error(`no kind ${kind}`);
  return house.app.imports.run(importer, {
    source: await fileSource(path()),
    rejects: fileRejects(rejectedPath(path())),
  });
};

/** Column and reason of each refused line. */
const reasons = (): string[] =>
  parse(readFileSync(rejectedPath(path()), 'utf8'), { bom: true, delimiter: ';', from: 2 }).map(
    ([, column = '', reason = '']: string[]) => `${column}: ${reason}`,
  );

const PERSON = {
  ma_so_bhxh: '0123456789',
  so_cccd: '048190001299',
  ho_ten: 'Trần Thị Bưởi',
  ngay_sinh: '12/05/1990',
  gioi_tinh: 'nữ',
  so_giay_to: '',
  dien_thoai: '+84 905 612 347',
  email: 'Buoi@Vidu.VN',
  so_nha: '12 Lê Lợi',
  ma_xa: '20194',
  ma_tinh: '48',
  dia_chi: '12 Lê Lợi, phường Hải Châu, thành phố Đà Nẵng',
  dia_chi_cu: '',
  ma_ho: '4800000012',
  quan_he: 'Con',
};

describe('participants', () => {
  test('every column comes in, in its normal form', async () => {
    expect((await take('participants', [PERSON])).counts).toMatchObject({ added: 1, rejected: 0 });
    expect(await people.one({ insuranceNumber: '0123456789' })).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      insuranceNumber: '0123456789',
      citizenId: '048190001299',
      fullName: 'Trần Thị Bưởi',
      nameFolded: 'tran thi buoi',
      birthDate: '1990-05-12',
      birthPrecision: 'day',
      sex: 'female',
      paperNumber: null,
      phone: '0905612347',
      email: 'buoi@vidu.vn',
      street: '12 Lê Lợi',
      communeCode: '20194',
      provinceCode: '48',
      address: '12 Lê Lợi, phường Hải Châu, thành phố Đà Nẵng',
      oldAddress: null,
      householdCode: '4800000012',
      householdRole: '08',
      updatedAt: house.clock.now(),
    });
  });

  test.each([
    ['1958', '1958', 'year'],
    ['5/1958', '1958-05', 'month'],
    ['1/2/1958', '1958-02-01', 'day'],
    ['01-02-1958', '1958-02-01', 'day'],
    ['1958-02-01', '1958-02-01', 'day'],
    ['29/02/2000', '2000-02-29', 'day'],
  ])('a birth date of %s', async (ngay_sinh, birthDate, birthPrecision) => {
    await take('participants', [{ ...PERSON, ngay_sinh }]);
    expect(await people.one({ insuranceNumber: '0123456789' })).toMatchObject({ birthDate, birthPrecision });
  });

  test('one person, one line: the name is changed, the id stays', async () => {
    const before = await people.one({ insuranceNumber: '0123456789' });
    const { counts } = await take('participants', [{ ...PERSON, ho_ten: 'Trần Thị Bưởi Năm' }]);
    expect(counts).toMatchObject({ added: 0, changed: 1 });
    const after = await people.one({ insuranceNumber: '0123456789' });
    expect(after).toMatchObject({ id: before?.id, fullName: 'Trần Thị Bưởi Năm', nameFolded: 'tran thi buoi nam' });
  });

  test.each([
    ['ma_so_bhxh', '', /Thiếu Mã số BHXH/],
    ['ma_so_bhxh', '123456789', /có 9 chữ số, phải có 10: có lẽ Excel đã bỏ số 0 ở đầu/],
    ['ma_so_bhxh', '4.81E+09', /Excel viết tắt/],
    ['ma_so_bhxh', 'HS4010120', /10 chữ số/],
    ['so_cccd', '48190001299', /có 11 chữ số, phải có 12: có lẽ Excel/],
    ['ho_ten', 'Trần 3', /chữ số hoặc ký tự lạ/],
    ['ho_ten', 'x'.repeat(121), /dài quá 120/],
    ['ngay_sinh', '30/02/1990', /không có trong lịch/],
    ['ngay_sinh', '13/1990', /không có trong lịch/],
    ['ngay_sinh', '1899', /không có trong lịch/],
    ['ngay_sinh', '12.05.90', /không có trong lịch/],
    ['gioi_tinh', 'F', /"Nam", "Nữ"/],
    ['so_giay_to', '12345678', /có 8 chữ số, phải có 9: có lẽ Excel/],
    ['dien_thoai', '905612347', /có 9 chữ số.*có lẽ Excel/],
    ['dien_thoai', '0412345678', /không phải số điện thoại Việt Nam/],
    ['email', 'buoi@', /chưa đúng dạng/],
    ['so_nha', 'x'.repeat(161), /dài quá 160/],
    ['ma_xa', '2019', /phải có 5/],
    ['ma_tinh', '1', /phải có 2: có lẽ Excel/],
    ['dia_chi', '', /Thiếu Địa chỉ/],
    ['ma_ho', 'x'.repeat(21), /không quá 20/],
    ['quan_he', 'Bạn', /mã từ 00 đến 22/],
  ])('%s "%s" is refused', async (column, text, sentence) => {
    expect((await take('participants', [{ ...PERSON, [column]: text }])).counts.rejected).toBe(1);
    const [reason = ''] = reasons();
    expect(reason).toMatch(new RegExp(`^${column}: `));
    expect(reason).toMatch(sentence);
  });

  test('a citizen number belongs to one person, whether the other is there or in the same file', async () => {
    const other = { ...PERSON, ma_so_bhxh: '4800000001' };
    const [third, fourth] = ['4800000002', '4800000003'].map((ma_so_bhxh) => ({
      ...PERSON,
      ma_so_bhxh,
      so_cccd: '048190001300',
    }));
    const { counts } = await take('participants', [PERSON, other, third ?? PERSON, fourth ?? PERSON]);
    expect(counts).toMatchObject({ added: 1, rejected: 2 });
    expect(reasons()).toEqual([
      'so_cccd: Số CCCD này đã thuộc người có mã số BHXH 0123•••789. Hãy xem lại hai người này.',
      'so_cccd: Số CCCD này đã thuộc người có mã số BHXH 4800•••002. Hãy xem lại hai người này.',
    ]);
  });
});

const STRETCH = {
  ma_so_bhxh: '0123456789',
  quy: 'BHXH',
  loai: 'Bắt buộc',
  tu_thang: '03/2018',
  den_thang: '2020-12',
  ma_don_vi: 'tz0101a',
  ten_don_vi: 'Công ty "Hải Vân"',
  chuc_danh: 'Thợ điện',
  chuc_vu: '',
  noi_lam_viec: 'Đà Nẵng',
  tien_luong_dong: '5.250.000',
  muc_luong: '',
  trang_thai: 'đã đóng',
  huong_mot_lan: '',
  ngay_cap_nhat: '',
};

describe('participation', () => {
  test('every column comes in, in its normal form', async () => {
    expect((await take('participation', [STRETCH])).counts).toMatchObject({ added: 1, rejected: 0 });
    expect(await stretches.one({ insuranceNumber: '0123456789' })).toMatchObject({
      fund: 'bhxh',
      kind: 'compulsory',
      fromMonth: '2018-03',
      toMonth: '2020-12',
      employerCode: 'TZ0101A',
      employerName: 'Công ty "Hải Vân"',
      jobTitle: 'Thợ điện',
      position: '',
      workplace: 'Đà Nẵng',
      wageForContribution: 5_250_000,
      wage: 5_250_000,
      status: 'paid',
      lumpSummed: false,
    });
  });

  test('a stretch is found again, with an employer and without; other employers and funds are others', async () => {
    const own = {
      ...STRETCH,
      loai: 'tự nguyện',
      ma_don_vi: '',
      ten_don_vi: '',
      tu_thang: '1/2022',
      den_thang: '6/2022',
    };
    const file = [STRETCH, { ...STRETCH, ma_don_vi: 'DN0102B' }, { ...STRETCH, quy: 'BHTNLĐ-BNN' }, own];
    expect((await take('participation', file)).counts).toMatchObject({ added: 3, unchanged: 1 });
    expect((await take('participation', file)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
    const longer = file.map((row) => ({ ...row, den_thang: '07/2022' }));
    expect((await take('participation', longer)).counts).toMatchObject({ added: 0, changed: 4 });
    expect(await stretches.count({})).toBe(4);
    expect(await stretches.one({ kind: 'voluntary' })).toMatchObject({
      employerCode: null,
      employerName: 'Tham gia BHXH tự nguyện',
      toMonth: '2022-07',
    });
  });

  test.each<[string, Partial<typeof STRETCH>, RegExp]>([
    ['ma_so_bhxh', { ma_so_bhxh: '4899999999' }, /Chưa có người tham gia.*participants/],
    ['quy', { quy: 'BHNT' }, /"BHXH", "BHTN"/],
    ['loai', { loai: 'tự nguyện', quy: 'BHTN' }, /Tự nguyện chỉ có ở quỹ BHXH/],
    ['loai', { loai: 'hộ gia đình' }, /Hộ gia đình chỉ có ở quỹ BHYT/],
    ['tu_thang', { tu_thang: '13/2018' }, /không phải một tháng/],
    ['tu_thang', { tu_thang: '01/03/2018' }, /không phải một tháng/],
    ['den_thang', { den_thang: '02/2018' }, /Đến tháng đứng trước Từ tháng/],
    ['ma_don_vi', { ma_don_vi: '' }, /phải có Mã đơn vị và Tên đơn vị/],
    ['tien_luong_dong', { tien_luong_dong: '5.25' }, /không phải số tiền/],
    ['tien_luong_dong', { tien_luong_dong: '-1' }, /không phải số tiền/],
    ['trang_thai', { trang_thai: 'nợ' }, /"Đã đóng", "Chậm đóng"/],
    ['huong_mot_lan', { huong_mot_lan: 'có', quy: 'BHYT' }, /Chỉ thời gian đóng BHXH/],
  ])('%s: %o is refused', async (column, change, sentence) => {
    expect((await take('participation', [{ ...STRETCH, ...change }])).counts.rejected).toBe(1);
    const [reason = ''] = reasons();
    expect(reason).toMatch(new RegExp(`^${column}: `));
    expect(reason).toMatch(sentence);
  });
});
