import { z } from 'zod';
import { single } from '../../core/form-values.js';

const place = (length: number, message: string) =>
  z.preprocess(single, z.string().regex(new RegExp(`^(\\d{${length}})?$`), message));

const cursor = z.preprocess(single, z.string().max(900, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'));

export const NAME_LENGTH = 100;

/** Who asks for one unit knows its code (7 signs) or its tax code (10 digits, a branch 13). */
const CODE = /^([A-Z]{2}[0-9A-Z]{4}[A-Z]|\d{10}(-\d{3})?)?$/;

const unitCode = z.preprocess(
  (value) =>
    single(value)
      .toUpperCase()
      .replace(/[\s.]/g, '')
      .replace(/^(\d{10})(\d{3})$/, '$1-$2'),
  z
    .string()
    .regex(CODE, 'Mã đơn vị có 7 chữ và số, ví dụ TZ0101A; mã số thuế có 10 chữ số. Hãy xem lại hoặc để trống.'),
);

/** The filter of a list as it stands in the address. Without `tinh` the province of this office is meant. */
export const catalogSchema = z.object({
  tinh: z.preprocess(
    (value) => (value === undefined ? undefined : single(value)),
    z
      .string()
      .regex(/^(\d{2})?$/, 'Chọn tỉnh, thành phố trong danh sách.')
      .optional(),
  ),
  xa: place(5, 'Chọn phường, xã trong danh sách.'),
  coQuan: place(5, 'Chọn cơ quan BHXH trong danh sách.'),
  ma: unitCode,
  ten: z.preprocess(
    single,
    z.string().max(NAME_LENGTH, `Tên dài quá ${NAME_LENGTH} ký tự. Hãy gõ vài từ trong tên là đủ.`),
  ),
  sau: cursor,
  truoc: cursor,
});
export type CatalogInput = z.infer<typeof catalogSchema>;

/** Which province's communes a page asks for. */
export const communesSchema = z.object({ tinh: place(2, 'Mã tỉnh có 2 chữ số.') });
export type CommunesInput = z.infer<typeof communesSchema>;
