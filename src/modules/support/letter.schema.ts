import { z } from 'zod';
import { paragraphs, single } from '../../core/form-values.js';

const text = (least: number, most: number, name: string, what: string) =>
  z.preprocess(single, z.string().min(least, what).max(most, `${name} dài quá ${most} ký tự. Hãy viết gọn lại.`));

const MAIL = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\]{1,180}\.[a-z]{2,}$/i;
const PHONE = /^0\d{9,10}$/;
const plainPhone = (typed: string): string => typed.replace(/[\s.-]/g, '').replace(/^\+?84/, '0');

export const isMail = (contact: string): boolean => MAIL.test(contact);

/** A letter to the office. `trang` is a field that people do not see: only programs fill it in. */
export const letterForm = z
  .object({
    hoTen: text(2, 120, 'Họ tên', 'Hãy ghi họ tên để cơ quan biết gọi bạn thế nào.'),
    lienHe: z.preprocess(
      single,
      z
        .string()
        .min(1, 'Hãy ghi thư điện tử hoặc số điện thoại để cơ quan trả lời bạn.')
        .max(254, 'Thư điện tử dài quá 254 ký tự. Hãy kiểm tra lại.')
        .transform((typed) => (PHONE.test(plainPhone(typed)) ? plainPhone(typed) : typed))
        .refine((typed) => isMail(typed) || PHONE.test(typed), 'Chưa đúng dạng. Ví dụ an@vidu.vn hoặc 0905612347.'),
    ),
    tieuDe: text(5, 150, 'Tiêu đề', 'Hãy ghi tiêu đề, ít nhất 5 ký tự.'),
    noiDung: z.preprocess(
      paragraphs,
      z
        .string()
        .min(20, 'Hãy viết rõ điều cần hỏi, ít nhất 20 ký tự.')
        .max(4_000, 'Nội dung dài quá 4.000 ký tự. Hãy viết gọn lại.'),
    ),
    banSao: z.preprocess((value) => value === 'on', z.boolean()),
    trang: z.preprocess(single, z.string().max(0, 'Hãy tải lại trang rồi gửi lại.')),
  })
  .superRefine(({ banSao, lienHe }, context) => {
    if (banSao && !isMail(lienHe))
      context.addIssue({
        code: 'custom',
        path: ['lienHe'],
        message: 'Bản sao gửi qua thư điện tử: hãy ghi thư điện tử, hoặc bỏ chọn nhận bản sao.',
      });
  });
export type LetterInput = z.infer<typeof letterForm>;
