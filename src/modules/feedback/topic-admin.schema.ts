import { z } from 'zod';
import { seenVersion, single, ticked } from '../../core/form-values.js';

const days = (label: string, low: number) =>
  z.preprocess(
    single,
    z
      .string()
      .regex(/^\d{1,3}$/, `${label}: nhập số ngày làm việc.`)
      .transform(Number)
      .refine((value) => value >= low && value <= 90, `${label}: từ ${low} đến 90 ngày làm việc.`),
  );

export const topicForm = z
  .object({
    phienBan: seenVersion('Trang này đã cũ. Hãy mở lại rồi sửa.'),
    ten: z.preprocess(single, z.string().min(3, 'Hãy ghi tên lĩnh vực.').max(120, 'Tên dài quá 120 ký tự.')),
    donVi: z.preprocess(single, z.string().regex(/^\d{5}$/, 'Chọn đơn vị theo dõi.')),
    phanLoai: days('Phân loại', 1),
    traLoi: days('Trả lời', 1),
    phucTap: days('Trả lời vụ việc phức tạp', 1),
    giaHan: days('Gia hạn', 0),
    khan: ticked,
    ngung: ticked,
  })
  .superRefine(({ phanLoai, traLoi, phucTap }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (traLoi < phanLoai) fault('traLoi', 'Hạn trả lời không ngắn hơn hạn phân loại.');
    if (phucTap < traLoi) fault('phucTap', 'Hạn của vụ việc phức tạp không ngắn hơn hạn thường.');
  });
export type TopicInput = z.infer<typeof topicForm>;
