import { z } from 'zod';
import { seenVersion, single } from '../../core/form-values.js';

/** Characters of a text: written as a form it stays below what one request may carry. */
export const LONGEST_BODY = 12_000;

/** Markdown lives by its lines and their first blanks: only what is invisible goes. */
const lines = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/\t/g, '    ')
        .replace(/[^\P{C}\n]/gu, '')
        .trimEnd()
    : '';

const isAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
};

export const versionNumber = seenVersion('Trang này đã cũ. Hãy mở lại bài rồi sửa tiếp.');

const words = (least: number, most: number, missing: string, what: string) =>
  z.preprocess(single, z.string().min(least, missing).max(most, `${what} dài quá ${most} ký tự. Hãy viết gọn lại.`));

/** An article as an editor writes it. */
export const articleForm = z.object({
  viec: z.preprocess(single, z.enum(['luu', 'xem-truoc', 'anh']).catch('luu')),
  tieuDe: words(5, 160, 'Hãy viết tiêu đề, ít nhất 5 ký tự.', 'Tiêu đề'),
  tomTat: words(
    20,
    400,
    'Hãy viết tóm tắt một hai câu, ít nhất 20 ký tự: người đọc thấy câu này ở danh sách.',
    'Tóm tắt',
  ),
  chuyenMuc: z.preprocess(single, z.string().regex(/^[a-z0-9-]{2,40}$/, 'Hãy chọn chuyên mục.')),
  noiDung: z.preprocess(
    lines,
    z
      .string()
      .min(30, 'Hãy viết nội dung, ít nhất 30 ký tự.')
      .max(LONGEST_BODY, 'Nội dung dài quá 12.000 ký tự. Hãy chia thành hai bài.'),
  ),
  nguon: words(3, 200, 'Hãy ghi nguồn của bài, ví dụ: BHXH thành phố Đà Nẵng.', 'Nguồn'),
  duongDanNguon: z.preprocess(
    single,
    z
      .string()
      .max(400, 'Đường dẫn dài quá 400 ký tự.')
      .refine(
        (value) => value === '' || isAddress(value),
        'Đường dẫn bắt đầu bằng https://, ví dụ https://vidu.vn/bai.',
      ),
  ),
  anhBia: z.preprocess(single, z.string().regex(/^([0-9a-f-]{36})?$/, 'Hãy chọn ảnh trong danh sách.')),
  phienBan: versionNumber,
});
export type ArticleInput = z.infer<typeof articleForm>;

/** A new picture: what it shows must be said. The file comes beside it. */
export const pictureForm = z.object({
  chuThayThe: words(
    5,
    250,
    'Hãy ghi ảnh cho thấy gì, ít nhất 5 ký tự: người dùng trình đọc màn hình nghe câu này thay cho ảnh.',
    'Chữ thay thế',
  ),
});
export type PictureInput = z.infer<typeof pictureForm>;

export const restoreForm = z.object({ phienBan: versionNumber });
export type RestoreInput = z.infer<typeof restoreForm>;

const DESK_STATES = ['draft', 'scheduled', 'published', 'withdrawn'] as const;

/** Which articles the desk shows. */
export const deskSchema = z.object({
  trangThai: z.preprocess(single, z.enum(DESK_STATES).optional().catch(undefined)),
  truoc: z.preprocess(single, z.string().catch('')),
});
export type DeskInput = z.infer<typeof deskSchema>;

/** What readers ask of a list. */
export const listSchema = z.object({
  q: z.preprocess(single, z.string().max(100, 'Từ cần tìm dài quá 100 ký tự. Hãy viết ngắn lại.')),
  truoc: z.preprocess(single, z.string().catch('')),
});
export type ListInput = z.infer<typeof listSchema>;
