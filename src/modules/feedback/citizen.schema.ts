import { z } from 'zod';
import { digits, paragraphs, single } from '../../core/form-values.js';
import { checkEmail, checkPhone, type Checked } from '../../core/contact.js';

/** What came in, before anything is asked of it: the button that chooses the province checks nothing. */
export const rawForm = z.record(z.string(), z.unknown());
export type RawForm = z.infer<typeof rawForm>;

const short = (least: number, most: number, name: string, what: string) =>
  z.preprocess(single, z.string().min(least, what).max(most, `${name} dài quá ${most} ký tự. Hãy viết gọn lại.`));

const by = (rule: (text: string) => Checked) =>
  z.preprocess(
    single,
    z.string().transform((text, context) => {
      const result = rule(text);
      if ('value' in result) return result.value;
      context.addIssue({ code: 'custom', message: result.fault });
      return z.NEVER;
    }),
  );

const coded = (pattern: RegExp, what: string) => z.preprocess(single, z.string().regex(pattern, what));
const ticked = z.preprocess((value) => value === 'on', z.boolean());

export const TEXT_MOST = 4_000;
const long = (least: number, what: string) =>
  z.preprocess(
    paragraphs,
    z.string().min(least, what).max(TEXT_MOST, 'Nội dung dài quá 4.000 ký tự. Hãy viết gọn lại hoặc gửi kèm tệp.'),
  );

const NUMBER = /^(\d{10})?$/;
/** The form of feedback. No field of it names an owner, a monitor, a state or a deadline. */
export const tellForm = z
  .object({
    linhVuc: z.preprocess(single, z.string().min(1, 'Hãy chọn lĩnh vực của phản ánh.').max(40, 'Chọn lĩnh vực.')),
    tieuDe: short(5, 150, 'Tiêu đề', 'Hãy ghi tiêu đề, ít nhất 5 ký tự.'),
    noiDung: long(20, 'Hãy viết rõ điều bạn phản ánh, ít nhất 20 ký tự.'),
    tinh: coded(/^(\d{2})?$/, 'Chọn tỉnh, thành phố trong danh sách.'),
    xa: coded(/^(\d{5})?$/, 'Chọn phường, xã trong danh sách.'),
    diaDiem: short(0, 240, 'Địa điểm', ''),
    coQuan: coded(/^(\d{5})?$/, 'Chọn cơ quan trong danh sách.'),
    anDanh: ticked,
    hoTen: short(0, 120, 'Họ tên', ''),
    dienThoai: by(checkPhone),
    thuDienTu: by(checkEmail),
    diaChi: short(0, 240, 'Địa chỉ', ''),
    maSo: z.preprocess(digits, z.string().regex(NUMBER, 'Mã số BHXH có 10 chữ số. Hãy xem lại, hoặc để trống.')),
  })
  .refine(({ anDanh, hoTen = '' }) => anDanh || hoTen.length >= 2, {
    path: ['hoTen'],
    message: 'Hãy ghi họ tên, hoặc chọn Gửi ẩn danh.',
    // Told together with whatever else is wrong.
    when: () => true,
  });
export type TellInput = z.infer<typeof tellForm>;

/** Code and phone of the tracking page; people type the code with or without its marks. */
export const trackForm = z.object({
  ma: z.preprocess(
    (value) =>
      single(value)
        .toUpperCase()
        .replace(/[\s.-]/g, '')
        .replace(/^PA/, ''),
    z
      .string()
      .min(1, 'Hãy nhập mã phản ánh, ví dụ PA-7KQ2M9XD.')
      .max(40, 'Mã phản ánh có dạng PA và 8 chữ, số. Hãy xem lại trong tin nhắn.')
      .transform((code) => `PA-${code}`),
  ),
  dienThoai: by(checkPhone),
});
export type TrackInput = z.infer<typeof trackForm>;

export const supplyForm = z.object({ noiDung: long(2, 'Hãy viết phần bổ sung.') });
export const reopenForm = z.object({ noiDung: long(10, 'Hãy ghi vì sao chưa được giải quyết, ít nhất 10 ký tự.') });
export type WordsInput = z.infer<typeof supplyForm>;

export const rateForm = z.object({
  diem: coded(/^[1-5]$/, 'Hãy chọn từ 1 đến 5.').transform(Number),
  nhanXet: short(0, 500, 'Nhận xét', ''),
});
export type RateInput = z.infer<typeof rateForm>;

export const solvedForm = z.object({
  daXong: z.enum(['co', 'chua'], 'Hãy chọn đã giải quyết hoặc chưa.').transform((value) => value === 'co'),
});
export type SolvedInput = z.infer<typeof solvedForm>;

const DONE = ['bo-sung', 'mo-lai', 'danh-gia', 'giai-quyet'] as const;
/** What was done on the page before this one. */
export const shownQuery = z.object({ xong: z.enum(DONE).optional().catch(undefined) });
export type ShownQuery = z.infer<typeof shownQuery>;
export type Done = (typeof DONE)[number];

export const arrivalQuery = z.object({ tu: z.preprocess(single, z.string().max(8_000).catch('')) });
export type ArrivalQuery = z.infer<typeof arrivalQuery>;

/** Newest first: from below this moment and id. */
export const ownQuery = z.object({ sau: z.preprocess(single, z.string().max(80).catch('')) });
export type OwnQuery = z.infer<typeof ownQuery>;
