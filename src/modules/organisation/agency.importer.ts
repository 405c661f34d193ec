import type { AgencyLevel, Places } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import { choice, codeOf, decimal, digitsOf, optional, words, yesNo } from '../../core/import/cells.js';
import { fieldsOf, withRules, type Field, type Line, type LineRule } from '../../core/import/fields.js';
import { into, type ImportFault, type Importer } from '../../core/import/importer.js';
import { fold } from '../../core/text.js';
import type { AgencyRow } from './agency.model.js';
import { pathTo, placeFault, type TreeNode } from './agency.rules.js';

const LEVELS = { 'trung ương': 'central', tỉnh: 'province', 'cơ sở': 'local' } as const;

const fields = {
  ma_co_quan: {
    label: 'Mã cơ quan BHXH',
    about: '5 chữ số: 0, mã tỉnh, số thứ tự, ví dụ 04802',
    required: true,
    digits: [5],
    cell: digitsOf(5),
  },
  ten: { label: 'Tên', about: 'Ví dụ BHXH cơ sở Thanh Khê', required: true, cell: words(160) },
  ten_ngan: { label: 'Tên ngắn', about: 'Để trống thì như Tên', cell: words(120) },
  cap: { label: 'Cấp', about: '"trung ương", "tỉnh" hoặc "cơ sở"', required: true, cell: choice<AgencyLevel>(LEVELS) },
  ma_cap_tren: {
    label: 'Mã cấp trên',
    about: 'Cơ quan cấp trên, 5 chữ số, đứng trước trong tệp hoặc đã có; trống với BHXH Việt Nam',
    digits: [5],
    cell: optional(digitsOf(5)),
  },
  ma_tinh: { label: 'Mã tỉnh', about: '2 chữ số; trống với trung ương', digits: [2], cell: optional(digitsOf(2)) },
  xa_phuc_vu: {
    label: 'Xã phục vụ',
    about: 'Mã các phường, xã, cách nhau bằng dấu cách; trống thì cả tỉnh',
    cell: optional(codeOf(/^(?:\d{5})+$/, 'các mã 5 chữ số cách nhau bằng dấu cách, ví dụ 20209 20305')),
  },
  dia_chi: { label: 'Địa chỉ', about: 'Số nhà, đường, phường xã, tỉnh', required: true, cell: words(240) },
  dien_thoai: { label: 'Điện thoại', about: 'Số để người dân gọi', required: true, cell: words(40) },
  gio_lam_viec: {
    label: 'Giờ làm việc',
    about: 'Ví dụ: Thứ Hai đến Thứ Sáu, 7:30-11:30, 13:00-17:00',
    required: true,
    cell: words(160),
  },
  vi_do: { label: 'Vĩ độ', about: 'Độ, phần lẻ sau dấu chấm hoặc phẩy, ví dụ 16.069', cell: optional(decimal(5, 24)) },
  kinh_do: { label: 'Kinh độ', about: 'Như vĩ độ, ví dụ 108.187', cell: optional(decimal(100, 118)) },
  nhan_ho_so: { label: 'Nhận hồ sơ', about: '"có" hoặc "không"', required: true, cell: yesNo },
} satisfies Record<string, Field<unknown>>;

export type AgencyLine = Line<typeof fields>;

const HALF_POINT = 'Vĩ độ và Kinh độ đi cùng nhau. Hãy ghi cả hai hoặc để trống cả hai.';

const RULES: readonly LineRule<AgencyLine>[] = [
  ['vi_do', ({ vi_do, kinh_do }) => vi_do === null && kinh_do !== null, HALF_POINT],
  ['kinh_do', ({ vi_do, kinh_do }) => vi_do !== null && kinh_do === null, HALF_POINT],
  ['ma_tinh', ({ cap, ma_tinh }) => cap !== 'central' && !ma_tinh, 'Cơ quan cấp tỉnh và cơ sở phải có Mã tỉnh.'],
  [
    'ma_cap_tren',
    ({ cap, ma_cap_tren }) => cap !== 'central' && !ma_cap_tren,
    'Cơ quan cấp tỉnh và cơ sở phải có Mã cấp trên.',
  ],
];

const communesOf = ({ xa_phuc_vu }: AgencyLine): string[] => xa_phuc_vu?.match(/\d{5}/g) ?? [];

interface Parts {
  readonly table: Table<AgencyRow>;
  readonly places: Places;
  readonly clock: Clock;
  /** In the unit of work at hand: what is remembered of the tree is old. */
  moveOn(): Promise<void>;
}

const unknownPlace = async (places: Places, line: AgencyLine): Promise<ImportFault | undefined> => {
  const { ma_tinh } = line;
  if (ma_tinh && !(await places.province(ma_tinh)))
    return {
      column: 'ma_tinh',
      reason: `Không có tỉnh mã ${ma_tinh} trong 34 tỉnh, thành phố hiện nay. Hãy xem lại mã.`,
    };
  for (const code of communesOf(line)) {
    const commune = await places.commune(code);
    if (!commune || commune.provinceCode !== ma_tinh)
      return { column: 'xa_phuc_vu', reason: `Không có phường, xã mã ${code} trong tỉnh ${ma_tinh ?? '(trống)'}.` };
  }
  return undefined;
};

/** Agencies by their code; parents go before those below them. */
export const agencyImporter = ({ table, places, clock, moveOn }: Parts): Importer<AgencyLine> => {
  const { columns, schema } = fieldsOf(fields);
  /** Paths as `check` found them, for the rows of the same batch. */
  const paths = new WeakMap<AgencyLine, string>();

  const check = async (lines: readonly AgencyLine[]): Promise<ReadonlyMap<number, ImportFault>> => {
    const rows = await table.many({}, { columns: ['code', 'parentCode', 'level', 'provinceCode', 'validTo'] });
    const tree = new Map<string, TreeNode>(rows.map((row) => [row.code, row]));
    const faults = new Map<number, ImportFault>();
    for (const [index, line] of lines.entries()) {
      const { ma_co_quan: code, cap: level, ma_cap_tren: parentCode, ma_tinh: provinceCode } = line;
      const node = { code, level, parentCode, provinceCode, validTo: tree.get(code)?.validTo ?? null };
      const fault = placeFault(node, tree, dayOf(clock.now())) ?? (await unknownPlace(places, line));
      if (fault) faults.set(index, fault);
      else {
        tree.set(code, node);
        paths.set(line, pathTo(code, tree));
      }
    }
    return faults;
  };

  const rowOf = (line: AgencyLine): AgencyRow => ({
    code: line.ma_co_quan,
    name: line.ten,
    shortName: line.ten_ngan || line.ten.slice(0, 120),
    nameFolded: fold(line.ten),
    level: line.cap,
    parentCode: line.ma_cap_tren,
    path: paths.get(line) ?? '',
    provinceCode: line.ma_tinh,
    serves: JSON.stringify(communesOf(line)),
    address: line.dia_chi,
    phone: line.dien_thoai,
    openingHours: line.gio_lam_viec,
    latitude: line.vi_do,
    longitude: line.kinh_do,
    locationApproximate: false,
    receives: line.nhan_ho_so,
    validTo: null,
    replacedBy: null,
    updatedAt: clock.now(),
  });

  return {
    kind: 'agencies',
    title: 'Cơ quan BHXH',
    columns,
    schema: withRules(schema, RULES),
    check,
    follow: moveOn,
    // That an agency ends is said on its own page, with who goes on: no file opens it again.
    targets: [into({ table, key: ['code'], keep: ['validTo', 'replacedBy'], stamps: ['updatedAt'], row: rowOf })],
  };
};
