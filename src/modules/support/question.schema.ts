import { z } from 'zod';
import { clean } from '../../core/text.js';
import { dayOf, startOfDay } from '../../core/clock.js';
import type { QuestionState } from './question.model.js';
import { isGroup } from './question.rules.js';

const one = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? clean(first) : '';
};

/** Lines are kept: only what is invisible goes. */
const lines = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .split(/\r?\n/)
        .map(clean)
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    : '';

/** `yyyy-mm-dd` of a day that the calendar has; empty otherwise. */
const dayIn = (text: string): string => {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (!date || !month || !year) return '';
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const start = startOfDay(day);
  return Number.isNaN(start.getTime()) || dayOf(start) !== day ? '' : day;
};

const version = z.preprocess(
  one,
  z
    .string()
    .regex(/^\d{1,6}$/, 'Trang này đã cũ. Tải lại trang rồi sửa lại.')
    .transform(Number),
);

const short = (most: number, name: string) => z.preprocess(one, z.string().max(most, `${name} dài quá ${most} ký tự.`));

const text = z
  .object({
    nhom: z.preprocess(one, z.string().refine(isGroup, 'Chọn nhóm trong danh sách.')),
    cauHoi: z.preprocess(
      one,
      z.string().min(10, 'Hãy viết câu hỏi, ít nhất 10 ký tự.').max(300, 'Câu hỏi dài quá 300 ký tự.'),
    ),
    cachHoi: z.preprocess(lines, z.string().max(2_000, 'Các cách hỏi dài quá 2.000 ký tự.')),
    traLoi: z.preprocess(
      lines,
      z.string().min(20, 'Hãy viết câu trả lời, ít nhất 20 ký tự.').max(5_000, 'Câu trả lời dài quá 5.000 ký tự.'),
    ),
    nguon: z.preprocess(
      one,
      z.string().min(5, 'Hãy ghi nguồn: văn bản nào, ngày nào.').max(300, 'Nguồn dài quá 300 ký tự.'),
    ),
    ngay: z.preprocess(
      (value) => dayIn(one(value)),
      z.string().min(1, 'Ngày này không có trong lịch. Hãy ghi theo dạng 16/03/2026.'),
    ),
    trang: short(200, 'Địa chỉ trang').refine(
      (href) => href === '' || /^\/(?!\/)[\w\-/?=&.%]*$/.test(href),
      'Chỉ dẫn đến trang của cổng này, ví dụ /dang-ky.',
    ),
    chuTrang: short(80, 'Chữ của liên kết'),
  })
  .superRefine(({ trang, chuTrang }, context) => {
    if ((trang === '') === (chuTrang === '')) return;
    const message = 'Địa chỉ trang và chữ của liên kết đi cùng nhau: ghi cả hai hoặc bỏ trống cả hai.';
    context.addIssue({ code: 'custom', path: [trang ? 'chuTrang' : 'trang'], message });
  });

export const questionForm = text;
export type QuestionInput = z.infer<typeof questionForm>;

export const changeForm = text.and(z.object({ ban: version }));
export type ChangeInput = z.infer<typeof changeForm>;

export const stateForm = z.object({ ban: version });
export type StateInput = z.infer<typeof stateForm>;

const STATES: readonly (QuestionState | '')[] = ['', 'draft', 'published', 'withdrawn'];
const cursor = z.preprocess(one, z.string().max(80, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'));

/** The filter as it stands in the address; what is not in the lists counts as not asked for. */
export const listQuery = z.object({
  trangThai: z.preprocess(
    one,
    z.string().transform((value) => STATES.find((state) => state === value) ?? ''),
  ),
  nhom: z.preprocess((value) => (isGroup(one(value)) ? one(value) : ''), z.string()),
  sau: cursor,
  truoc: cursor,
});
export type ListQuery = z.infer<typeof listQuery>;

export const gapQuery = z.object({ sau: cursor });
export type GapQuery = z.infer<typeof gapQuery>;
