import { z } from 'zod';
import { digits, single } from '../../core/form-values.js';
import { birthIn } from '../../core/typed-dates.js';

const NUMBER = 'Nhập đủ 10 chữ số của mã số BHXH hoặc 12 chữ số của số định danh.';
const BIRTH = 'Ngày sinh chưa đúng dạng. Hãy nhập ngày/tháng/năm, ví dụ 12/05/1990, hoặc năm.';

const searchFields = {
  so: z.preprocess(digits, z.string().regex(/^(\d{10}|\d{12})?$/, NUMBER)),
  hoTen: z.preprocess(single, z.string().max(100, 'Họ và tên dài quá 100 ký tự.')),
  ngaySinh: z.preprocess(
    (value) => single(value).replace(/\s/g, ''),
    z.string().refine((value) => value === '' || birthIn(value) !== undefined, BIRTH),
  ),
};

/** An exact number, or whole name and birth date. */
export const personSearchForm = z.object(searchFields).superRefine(({ so, hoTen, ngaySinh }, context) => {
  const miss = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  if (so !== '') return;
  if (hoTen === '' && ngaySinh === '') return miss('so', 'Nhập mã số BHXH, số định danh, hoặc họ tên và ngày sinh.');
  if (hoTen === '') miss('hoTen', 'Nhập cả họ và tên để tìm theo ngày sinh.');
  if (ngaySinh === '') miss('ngaySinh', 'Nhập cả ngày sinh để tìm theo họ tên.');
});
export type PersonSearchForm = z.infer<typeof personSearchForm>;

/** What was searched for travels along, so that the page can be shown again; it is not looked at. */
export const personOpenForm = z.object({
  so: z.preprocess(digits, z.string().max(12).catch('')),
  hoTen: z.preprocess(single, z.string().max(100).catch('')),
  ngaySinh: z.preprocess(single, z.string().max(10).catch('')),
  nguoi: z.preprocess(single, z.string().regex(/^([0-9a-f-]{36}|\d{10})$/, 'Chọn một người trong kết quả tìm được.')),
  mucDich: z.preprocess(
    single,
    z
      .string()
      .min(10, 'Nêu mục đích rõ hơn, ít nhất 10 ký tự, ví dụ: Trả lời người dân hỏi về thẻ BHYT.')
      .max(300, 'Mục đích dài quá 300 ký tự. Hãy viết gọn lại.'),
  ),
});
export type PersonOpenForm = z.infer<typeof personOpenForm>;
