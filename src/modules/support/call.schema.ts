import { z } from 'zod';
import { single } from '../../core/form-values.js';

const packed = (value: unknown): string =>
  single(value)
    .replace(/[\s.-]/g, '')
    .toUpperCase();

/** What is noted while somebody is on the line: as little as the case needs. */
export const callForm = z.object({
  coSo: z.preprocess(
    single,
    z.string().min(3, 'Hãy ghi tên hoặc mã cơ sở khám chữa bệnh.').max(200, 'Tên cơ sở dài quá 200 ký tự.'),
  ),
  maThe: z.preprocess(
    packed,
    z
      .string()
      .regex(/^(\d{10}|[A-Z]{2}[1-5]\d{12})$/, 'Hãy nhập mã số 10 chữ số hoặc mã thẻ 15 ký tự, ví dụ GD4480120878811.'),
  ),
  dienThoai: z.preprocess(
    (value) => packed(value).replace(/^\+?84/, '0'),
    z.string().regex(/^(0\d{9,10})?$/, 'Số gọi lại chưa đúng. Ví dụ 0905612347, hoặc bỏ trống.'),
  ),
  suCo: z.preprocess(
    single,
    z.string().min(10, 'Hãy ghi máy báo gì, ít nhất 10 ký tự.').max(500, 'Sự cố dài quá 500 ký tự.'),
  ),
});
export type CallInput = z.infer<typeof callForm>;

export const closingForm = z.object({
  ketQua: z.preprocess(
    single,
    z.string().min(10, 'Hãy ghi đã xử lý thế nào, ít nhất 10 ký tự.').max(500, 'Kết quả dài quá 500 ký tự.'),
  ),
});
export type ClosingInput = z.infer<typeof closingForm>;

export const callQuery = z.object({
  sau: z.preprocess(single, z.string().max(80, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.')),
});
export type CallQuery = z.infer<typeof callQuery>;
