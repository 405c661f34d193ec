import type { Table } from '../../core/db/table.js';
import { choice, codeOf, optional, yesNo } from '../../core/import/cells.js';
import { fieldsOf, withRules, type Field, type Line } from '../../core/import/fields.js';
import { into, type Importer } from '../../core/import/importer.js';
import type { FacilityRow, Tier } from './facility.model.js';
import {
  listingFields,
  listingOf,
  openPlaceFields,
  openPlaceOf,
  openPlaceRules,
  placesExist,
  type ImporterParts,
} from './listing.importer.js';

const TIERS = { 'ban đầu': 'initial', 'cơ bản': 'basic', 'chuyên sâu': 'advanced' } as const;
const GRADES = { 'đặc biệt': 'special', '1': '1', '2': '2', '3': '3', '4': '4' } as const;

const fields = {
  ma_cskcb: {
    label: 'Mã CSKCB',
    about: '2 chữ số của tỉnh cũ và 3 chữ số hoặc chữ cái, ví dụ 48001, 01MG1',
    required: true,
    digits: [5],
    cell: codeOf(/^\d{2}[0-9A-Z]{3}$/, '2 chữ số và 3 chữ số hoặc chữ cái, ví dụ 48001'),
  },
  ...listingFields,
  cap: {
    label: 'Cấp chuyên môn',
    about: '"ban đầu", "cơ bản" hoặc "chuyên sâu"',
    cell: optional(choice<Tier>(TIERS)),
  },
  hang: { label: 'Hạng', about: '"đặc biệt", 1, 2, 3 hoặc 4', cell: optional(choice<string>(GRADES)) },
  ky_hop_dong_bhyt: { label: 'Ký hợp đồng KCB BHYT', about: '"có" hoặc "không"', required: true, cell: yesNo },
  cap_giay_nghi_viec: {
    label: 'Cấp giấy nghỉ việc hưởng BHXH',
    about: '"có" hoặc "không"',
    required: true,
    cell: yesNo,
  },
  nhan_dang_ky_ban_dau: { label: 'Nhận đăng ký KCB ban đầu', about: '"có" hoặc "không"', required: true, cell: yesNo },
  ...openPlaceFields,
} satisfies Record<string, Field<unknown>>;

type FacilityLine = Line<typeof fields>;

/** Facilities by their code. */
export const facilityImporter = (table: Table<FacilityRow>, parts: ImporterParts): Importer<FacilityLine> => {
  const { columns, schema } = fieldsOf(fields);
  return {
    kind: 'facilities',
    title: 'Cơ sở khám chữa bệnh',
    columns,
    schema: withRules(schema, openPlaceRules),
    check: placesExist(parts),
    follow: (lines) =>
      parts.words.write(
        'facility',
        lines.map((line) => listingOf(line.ma_cskcb, line, parts.clock)),
      ),
    targets: [
      into({
        table,
        key: ['code'],
        stamps: ['updatedAt'],
        row: (line) => ({
          ...listingOf(line.ma_cskcb, line, parts.clock),
          ...openPlaceOf(line),
          tier: line.cap,
          grade: line.hang,
          signsContract: line.ky_hop_dong_bhyt,
          issuesSickLeave: line.cap_giay_nghi_viec,
          takesRegistration: line.nhan_dang_ky_ban_dau,
        }),
      }),
    ],
  };
};
