import { z } from 'zod';
import { single } from '../../core/form-values.js';
import { toAscii } from '../../core/text.js';
import { SHORT_REASON } from './assessment.rules.js';
import { version } from './assessment.schema.js';

const NO_PLACES = 'Lý do không có chỗ điền như {ten}. Hãy viết một câu dùng được cho mọi hồ sơ.';
const PERSONAL = 'Câu này có dãy số giống giấy tờ hoặc số điện thoại. Hãy viết chung, không có dữ liệu cá nhân.';

const plainWords = (value: string): boolean => !/[{}]/.test(value);
const nothingPersonal = (value: string): boolean => !/\d[\d\s.-]{7,}\d/.test(value);

/** A reason as it is typed. The short form may be typed with marks: the SMS takes them off. */
export const reasonSchema = z.object({
  noiDung: z.preprocess(
    single,
    z
      .string()
      .min(5, 'Hãy viết lý do bằng một câu ngắn, ví dụ: Ảnh mờ hoặc chụp thiếu, không đọc được.')
      .max(200, 'Lý do dài quá 200 ký tự. Hãy viết gọn lại, chi tiết để ở Viết thêm.')
      .refine(plainWords, NO_PLACES)
      .refine(nothingPersonal, PERSONAL),
  ),
  cauNgan: z.preprocess(
    (value) => toAscii(single(value)),
    z
      .string()
      .min(5, 'Hãy viết câu ngắn cho SMS, ví dụ: Anh mo hoac chup thieu.')
      .max(SHORT_REASON, `Câu cho SMS dài quá ${SHORT_REASON} ký tự nên tin nhắn sẽ bị cắt. Hãy viết ngắn lại.`)
      .refine(plainWords, NO_PLACES)
      .refine(nothingPersonal, PERSONAL),
  ),
  thuTu: z.preprocess(
    single,
    z
      .string()
      .regex(/^\d{1,3}$/, 'Thứ tự là một số từ 0 đến 999.')
      .transform(Number),
  ),
});
export type ReasonInput = z.infer<typeof reasonSchema>;

/** The same for one that is there already. */
export const reasonChangeSchema = reasonSchema.extend({
  phienBan: version,
  dangDung: z.preprocess(
    single,
    z.string().transform((value) => value !== ''),
  ),
});
export type ReasonChangeInput = z.infer<typeof reasonChangeSchema>;
