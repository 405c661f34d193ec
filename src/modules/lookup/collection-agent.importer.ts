import type { Table } from '../../core/db/table.js';
import { choice, codeOf, words } from '../../core/import/cells.js';
import { fieldsOf, withRules, type Field, type Line } from '../../core/import/fields.js';
import { into, type Importer } from '../../core/import/importer.js';
import type { CollectionAgentRow } from './collection-agent.model.js';
import {
  listingFields,
  listingOf,
  openPlaceFields,
  openPlaceOf,
  openPlaceRules,
  placesExist,
  type ImporterParts,
} from './listing.importer.js';

const KINDS = { 'đại lý thu': 'agent', 'điểm thu': 'point' } as const;

const fields = {
  ma_diem_thu: {
    label: 'Mã điểm thu',
    about: '3 đến 20 chữ cái không dấu, chữ số, gạch ngang, ví dụ DL-04801-01',
    required: true,
    cell: codeOf(/^[0-9A-Z-]{3,20}$/, '3 đến 20 chữ cái không dấu, chữ số, gạch ngang, ví dụ DL-04801-01'),
  },
  ...listingFields,
  loai: {
    label: 'Loại',
    about: '"đại lý thu" hoặc "điểm thu"',
    required: true,
    cell: choice<CollectionAgentRow['kind']>(KINDS),
  },
  nguoi_phu_trach: { label: 'Người phụ trách', about: 'Người dân hỏi ai', cell: words(120) },
  ...openPlaceFields,
} satisfies Record<string, Field<unknown>>;

type CollectionAgentLine = Line<typeof fields>;

/** Agents and points of collection by their code. */
export const collectionAgentImporter = (
  table: Table<CollectionAgentRow>,
  parts: ImporterParts,
): Importer<CollectionAgentLine> => {
  const { columns, schema } = fieldsOf(fields);
  return {
    kind: 'collection-agents',
    title: 'Điểm thu, đại lý thu',
    columns,
    schema: withRules(schema, openPlaceRules),
    check: placesExist(parts),
    follow: (lines) =>
      parts.words.write(
        'agent',
        lines.map((line) => listingOf(line.ma_diem_thu, line, parts.clock)),
      ),
    targets: [
      into({
        table,
        key: ['code'],
        stamps: ['updatedAt'],
        row: (line) => ({
          ...listingOf(line.ma_diem_thu, line, parts.clock),
          ...openPlaceOf(line),
          kind: line.loai,
          contactPerson: line.nguoi_phu_trach,
        }),
      }),
    ],
  };
};
