import { z } from 'zod';
import { single, ticked } from '../../core/form-values.js';
import { text, version } from './work.schema.js';

/** A text that officers begin an answer with. */
export const templateForm = z.object({
  tieuDe: z.preprocess(
    single,
    z.string().min(3, 'Hãy đặt tên mẫu, ít nhất 3 ký tự.').max(120, 'Tên mẫu dài quá 120 ký tự. Hãy viết gọn lại.'),
  ),
  linhVuc: z.preprocess(single, z.string().max(40, 'Chọn lĩnh vực trong danh sách.')),
  noiDung: text({ min: 10, max: 4_000, what: 'Nội dung', short: 'Hãy viết nội dung mẫu, ít nhất 10 ký tự.' }),
});
export type TemplateInput = z.infer<typeof templateForm>;

export const templateChangeForm = templateForm.safeExtend({ phienBan: version, ngungDung: ticked });
export type TemplateChangeInput = z.infer<typeof templateChangeForm>;
