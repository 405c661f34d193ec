import { z } from 'zod';
import { day as dayCell } from '../../core/import/cells.js';
import { CellFault } from '../../core/import/fields.js';
import { single } from '../../core/form-values.js';
import { reasonFault } from './agency-admin.rules.js';

const short = (length: number, message: string) => z.preprocess(single, z.string().max(length, message));
const place = z.preprocess(single, z.string().regex(/^(\d{5})?$/, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'));

/** The filter of the list; empty means: not asked for. */
export const agencyListSchema = z.object({
  ten: short(100, 'Tên dài quá 100 ký tự. Hãy gõ vài từ trong tên là đủ.'),
  ma: z.preprocess(single, z.string().regex(/^\d{0,5}$/, 'Mã cơ quan có 5 chữ số. Có thể gõ phần đầu của mã.')),
  tinh: z.preprocess(single, z.string().regex(/^(\d{2})?$/, 'Chọn tỉnh, thành phố trong danh sách.')),
  tinhTrang: z.preprocess(single, z.enum(['', 'mo', 'ngung'], 'Chọn tình trạng trong danh sách.')),
  sau: place,
  truoc: place,
});
export type AgencyListInput = z.infer<typeof agencyListSchema>;

const why = z.preprocess(
  single,
  z.string().superRefine((reason, context) => {
    const message = reasonFault(reason);
    if (message) context.addIssue({ code: 'custom', message });
  }),
);

const seen = z.preprocess(single, z.string().regex(/^\d{1,16}$/, 'Trang đã cũ. Hãy mở lại rồi sửa.')).transform(Number);

/** Several boxes of one name are one cell of a file: codes with blanks between them. */
const cellOf = (value: unknown): string => (Array.isArray(value) ? value.map(single).join(' ') : single(value));

/** An agency as it was typed; what its fields must be is said by the importer. */
export const agencySchema = z.record(z.string(), z.unknown()).transform((raw) => ({
  cells: Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, cellOf(value)])),
  choosesProvince: 'chonTinh' in raw,
}));
export type AgencyInput = z.infer<typeof agencySchema>;

const lastDay = dayCell('Ngày hoạt động cuối');

/** How an agency ends. Its fields have names of their own: they stand on the page of the other form. */
export const closeSchema = z.object({
  phienBan: seen,
  lyDoNgung: why,
  denNgay: z.preprocess(
    single,
    z.string().transform((text, context): string => {
      const day = text === '' ? new CellFault('Hãy nhập ngày hoạt động cuối.') : lastDay(text);
      if (typeof day === 'string') return day;
      context.addIssue({ code: 'custom', message: day.reason });
      return '';
    }),
  ),
  thayThe: z.preprocess(single, z.string().regex(/^(\d{5})?$/, 'Chọn cơ quan trong danh sách.')),
});
export type CloseInput = z.infer<typeof closeSchema>;

export const reopenSchema = z.object({ phienBan: seen, lyDoMo: why });
export type ReopenInput = z.infer<typeof reopenSchema>;
