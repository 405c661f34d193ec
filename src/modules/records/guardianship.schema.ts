import { z } from 'zod';
import { digits, single } from '../../core/form-values.js';
import { dayIn } from '../../core/typed-dates.js';
import type { GuardianPaper, Relation } from './guardianship.rules.js';

const relations = ['mother', 'father', 'guardian'] as const satisfies readonly Relation[];
const papers = ['birth-certificate', 'adoption', 'recognition', 'court'] as const satisfies readonly GuardianPaper[];

const until = z.preprocess(
  single,
  z.string().transform((typed, context) => {
    if (typed === '') return null;
    const day = dayIn(typed);
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'Ngày chưa đúng. Hãy nhập ngày/tháng/năm, ví dụ 31/12/2030.' });
    return z.NEVER;
  }),
);

const isTicked = z.preprocess((value) => single(value) !== '', z.boolean());

/** A guardian as the officer reads him off the papers. */
export const guardianForm = z.object({
  so: z.preprocess(
    digits,
    z.string().regex(/^(\d{10}|\d{12})$/, 'Nhập đủ 10 chữ số của mã số BHXH hoặc 12 chữ số của số định danh.'),
  ),
  hoTen: z.preprocess(
    single,
    z.string().min(2, 'Nhập họ và tên của người giám hộ.').max(120, 'Họ và tên dài quá 120 ký tự.'),
  ),
  quanHe: z.preprocess(single, z.enum(relations, 'Chọn quan hệ với người được giám hộ.')),
  giayTo: z.preprocess(single, z.enum(papers, 'Chọn giấy tờ chứng minh mà bạn đã xem bản gốc.')),
  soGiayTo: z.preprocess(
    single,
    z.string().min(3, 'Ghi số và ngày của giấy tờ, ví dụ 125/2019 ngày 04/06/2019.').max(80, 'Dài quá 80 ký tự.'),
  ),
  den: until,
  dongY: isTicked,
  daXem: isTicked.refine(Boolean, 'Đánh dấu khi bạn đã xem bản gốc và giấy tờ tùy thân của người giám hộ.'),
});
export type GuardianForm = z.infer<typeof guardianForm>;

export const guardianEndForm = z.object({
  giamHo: z.preprocess(single, z.string().max(36)),
  lyDo: z.preprocess(
    single,
    z.string().min(5, 'Ghi lý do kết thúc, ít nhất 5 ký tự.').max(200, 'Lý do dài quá 200 ký tự. Hãy viết gọn lại.'),
  ),
});
export type GuardianEndForm = z.infer<typeof guardianEndForm>;
