import { z } from 'zod';
import { single } from '../../core/form-values.js';
import { versionNumber } from './editor.schema.js';

/** A category as an editor writes it. */
export const categoryForm = z.object({
  ten: z.preprocess(
    single,
    z.string().min(3, 'Hãy đặt tên chuyên mục, ít nhất 3 ký tự.').max(60, 'Tên dài quá 60 ký tự. Hãy viết gọn lại.'),
  ),
  thuTu: z.preprocess(
    single,
    z
      .string()
      .regex(/^\d{1,4}$/, 'Thứ tự là một số từ 0 đến 9999, số nhỏ đứng trước.')
      .transform(Number),
  ),
  dangDung: z.preprocess((value) => value === 'on', z.boolean()),
  huongDan: z.preprocess((value) => value === 'on', z.boolean()),
  phienBan: versionNumber,
});
export type CategoryInput = z.infer<typeof categoryForm>;
