import { z } from 'zod';
import { single } from '../../core/form-values.js';
import { clean } from '../../core/text.js';

const STALE = 'Trang này đã cũ. Tải lại trang rồi chọn lại.';

const code = z.preprocess(single, z.string().regex(/^[a-z][a-z-]{1,39}$/, STALE));
const version = z.preprocess(
  single,
  z
    .string()
    .regex(/^\d{1,4}$/, STALE)
    .transform(Number),
);

export const consentForm = z.object({ muc: code, ban: version });
export type ConsentForm = z.infer<typeof consentForm>;

export const withdrawalForm = z.object({ muc: code });
export type WithdrawalForm = z.infer<typeof withdrawalForm>;

/** Paragraphs are kept: only what is invisible goes. */
const paragraphs = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .split(/\r?\n/)
        .map(clean)
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    : '';

/** A new version of a text. */
export const textForm = z.object({
  ban: version,
  tieuDe: z.preprocess(
    single,
    z.string().min(5, 'Hãy viết tên mục đích, ít nhất 5 ký tự.').max(160, 'Tên mục đích dài quá 160 ký tự.'),
  ),
  noiDung: z.preprocess(
    paragraphs,
    z
      .string()
      .min(50, 'Hãy nói rõ dữ liệu nào, để làm gì, giữ bao lâu; ít nhất 50 ký tự.')
      .max(5_000, 'Nội dung dài quá 5.000 ký tự. Hãy viết gọn lại.'),
  ),
  coSo: z.preprocess(
    single,
    z.string().min(5, 'Hãy ghi cơ sở pháp lý, hoặc "Sự đồng ý của bạn".').max(300, 'Cơ sở pháp lý dài quá 300 ký tự.'),
  ),
});
export type TextInput = z.infer<typeof textForm>;
