import type { Table } from '../../core/db/table.js';
import { codeOf, digitsOf, optional } from '../../core/import/cells.js';
import { fieldsOf, withRules, type Field, type Line } from '../../core/import/fields.js';
import { into, type Importer } from '../../core/import/importer.js';
import type { EmployerRow } from './employer.model.js';
import { listingFields, listingOf, listingRules, placesExist, type ImporterParts } from './listing.importer.js';

const fields = {
  ma_don_vi: {
    label: 'Mã đơn vị',
    about: '2 chữ cái, 4 chữ hoặc số, 1 chữ cái, ví dụ TZ0101A',
    required: true,
    cell: codeOf(/^[A-Z]{2}[0-9A-Z]{4}[A-Z]$/, '2 chữ cái, 4 chữ hoặc số, 1 chữ cái, ví dụ TZ0101A'),
  },
  ...listingFields,
  // Who looks after it is what people search units by.
  ma_co_quan: {
    label: 'Mã cơ quan BHXH',
    about: 'Cơ quan BHXH quản lý đơn vị, 5 chữ số, ví dụ 04801',
    required: true,
    digits: [5],
    cell: digitsOf(5),
  },
  ma_so_thue: {
    label: 'Mã số thuế',
    about: '10 chữ số; chi nhánh thêm gạch ngang và 3 chữ số',
    digits: [10, 13],
    cell: optional(codeOf(/^\d{10}(?:-?\d{3})?$/, '10 chữ số, chi nhánh thêm gạch ngang và 3 chữ số')),
  },
} satisfies Record<string, Field<unknown>>;

type EmployerLine = Line<typeof fields>;

/** Employers by their code. */
export const employerImporter = (table: Table<EmployerRow>, parts: ImporterParts): Importer<EmployerLine> => {
  const { columns, schema } = fieldsOf(fields);
  return {
    kind: 'employers',
    title: 'Đơn vị tham gia BHXH',
    columns,
    schema: withRules(schema, listingRules),
    check: placesExist(parts),
    follow: (lines) =>
      parts.words.write(
        'employer',
        lines.map((line) => listingOf(line.ma_don_vi, line, parts.clock)),
      ),
    targets: [
      into({
        table,
        key: ['code'],
        stamps: ['updatedAt'],
        row: (line) => ({
          ...listingOf(line.ma_don_vi, line, parts.clock),
          taxCode: line.ma_so_thue?.replace(/^(\d{10})-?(\d{3})$/, '$1-$2') ?? null,
        }),
      }),
    ],
  };
};
