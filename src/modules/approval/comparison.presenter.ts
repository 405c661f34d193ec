import type { RegistryEntry } from '../../contracts/records.js';
import type { Dossier } from '../../contracts/registration.js';
import { birthHint, differences, nameHint, numberHint, sameName, type Segment } from './comparison.rules.js';
import type { RegistryAnswer } from './registry.queries.js';
import { sexWords } from './words.rules.js';

export interface ComparedRow {
  readonly label: string;
  readonly declared: readonly Segment[];
  readonly known: readonly Segment[];
  readonly result: 'same' | 'new' | 'different';
  readonly hint: string;
}

interface Field {
  readonly label: string;
  declared(dossier: Dossier): string;
  known(entry: RegistryEntry): string;
  readonly unit?: 'word';
  equal?(a: string, b: string): boolean;
  hint?(a: string, b: string): string;
}

const squeeze = (text: string): string =>
  text
    .toLocaleLowerCase('vi')
    .replace(/[\s,.]+/gu, ' ')
    .trim();

const fields: readonly Field[] = [
  { label: 'Mã số BHXH', declared: (d) => d.insuranceNumber, known: (e) => e.insuranceNumber, hint: numberHint },
  { label: 'Họ và tên', declared: (d) => d.fullName, known: (e) => e.fullName, equal: sameName, hint: nameHint },
  { label: 'Ngày sinh', declared: (d) => d.birthDate, known: (e) => e.birthDate, hint: birthHint },
  { label: 'Giới tính', declared: (d) => sexWords[d.sex], known: (e) => sexWords[e.sex] },
  { label: 'Số CMND/CCCD', declared: (d) => d.paperNumber, known: (e) => e.paperNumber ?? '', hint: numberHint },
  { label: 'Số điện thoại', declared: (d) => d.phone, known: (e) => e.phone ?? '', hint: numberHint },
  {
    label: 'Địa chỉ',
    declared: (d) => d.address,
    known: (e) => e.address,
    unit: 'word',
    equal: (a, b) => squeeze(a) === squeeze(b),
    hint: (_, b) =>
      /(?<!\p{L})(quận|huyện|thị xã)(?!\p{L})/iu.test(b.normalize('NFC'))
        ? 'Địa chỉ trước 01/07/2025'
        : 'Khác cách ghi hoặc nơi ở',
  },
];

const whole = (text: string, same = true): Segment[] => [{ text, same }];

const compare = (field: Field, dossier: Dossier, entry: RegistryEntry): ComparedRow => {
  const [declared, known] = [field.declared(dossier), field.known(entry)];
  const equal = field.equal ?? ((a: string, b: string) => a === b);
  if (known === '')
    return { label: field.label, declared: whole(declared), known: whole('Chưa có'), result: 'new', hint: '' };
  if (equal(declared, known))
    return { label: field.label, declared: whole(declared), known: whole(known), result: 'same', hint: '' };
  const [left, right] = differences(declared, known, field.unit ?? 'character');
  return {
    label: field.label,
    declared: left,
    known: right,
    result: 'different',
    hint: field.hint?.(declared, known) ?? '',
  };
};

const alone = (field: Field, dossier: Dossier): ComparedRow => ({
  label: field.label,
  declared: whole(field.declared(dossier)),
  known: [],
  result: 'new',
  hint: '',
});

/** The declared data beside the registry's, line by line. */
export const presentComparison = (dossier: Dossier, registry: RegistryAnswer) => {
  const found = registry.kind === 'found';
  const rows = fields.map((field) => (found ? compare(field, dossier, registry.entry) : alone(field, dossier)));
  const different = rows.filter(({ result }) => result === 'different').length;
  return { state: registry.kind, rows, different, others: rows.length - different };
};
