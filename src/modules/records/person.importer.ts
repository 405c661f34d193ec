import type { Database } from '../../core/db/connection.js';
import { rowsIn } from '../../core/db/rows-in.js';
import { digitsOf } from '../../core/import/cells.js';
import type { Field } from '../../core/import/fields.js';
import type { ImportFault } from '../../core/import/importer.js';

/** Whose line it is, in files about people who are there already. */
export const personField = {
  ma_so_bhxh: {
    label: 'Mã số BHXH',
    required: true,
    about: '10 chữ số, người đã có trong hệ thống',
    digits: [10],
    cell: digitsOf(10),
  },
} satisfies Record<string, Field<unknown>>;

const KNOWN = 'SELECT insurance_number AS number FROM records_participant WHERE insurance_number IN (?)';
const REASON = 'Chưa có người tham gia với mã số BHXH này. Hãy nạp tệp người tham gia (participants) trước.';

/** Lines about people who are not there. */
export const strangers = async (
  db: Database,
  lines: readonly { readonly ma_so_bhxh: string }[],
): Promise<Map<number, ImportFault>> => {
  const numbers = lines.map(({ ma_so_bhxh }) => ma_so_bhxh);
  const known = new Set((await rowsIn<{ number: string }>(db, KNOWN, numbers)).map(({ number }) => number));
  return new Map(
    numbers.flatMap((number, index) =>
      known.has(number) ? [] : [[index, { column: 'ma_so_bhxh', reason: REASON }] as const],
    ),
  );
};
