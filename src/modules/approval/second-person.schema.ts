import { z } from 'zod';
import { single } from '../../core/form-values.js';

/** Where the next page of the list begins. */
export const waitingSchema = z.object({
  sau: z.preprocess(single, z.string().max(36, 'Địa chỉ này không còn dùng được. Mở lại danh sách.')),
});
export type WaitingInput = z.infer<typeof waitingSchema>;

/** **Không đồng ý**: the first officer reads why. */
export const rejectSchema = z.object({
  lyDo: z.preprocess(
    single,
    z
      .string()
      .min(1, 'Viết lý do để người đề nghị biết phải xem lại gì.')
      .max(500, 'Lý do dài quá 500 ký tự. Hãy viết gọn lại.'),
  ),
});
export type RejectInput = z.infer<typeof rejectSchema>;
