import { z } from 'zod';
import { single } from '../../core/form-values.js';

const short = (length: number, message: string) => z.preprocess(single, z.string().max(length, message));

/** The filter of a list; empty means: not asked for. */
export const adminListSchema = z.object({
  tinh: z.preprocess(single, z.string().regex(/^(\d{2})?$/, 'Chọn tỉnh, thành phố trong danh sách.')),
  ma: short(20, 'Mã dài quá 20 ký tự. Hãy xem lại.').transform((code) => code.toUpperCase()),
  ten: short(100, 'Tên dài quá 100 ký tự. Hãy gõ vài từ trong tên là đủ.'),
  sau: short(900, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'),
  truoc: short(900, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'),
});
export type AdminListInput = z.infer<typeof adminListSchema>;

/** A row as it was typed; what it must be is said by the importer of its kind. */
export const rowSchema = z.record(z.string(), z.unknown()).transform((raw) => ({
  cells: Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, single(value)])),
  choosesProvince: 'chonTinh' in raw,
}));
export type RowInput = z.infer<typeof rowSchema>;
