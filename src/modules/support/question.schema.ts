import { z } from 'zod';
import { paragraphs, seenVersion, single, typedDay } from '../../core/form-values.js';
import type { QuestionState } from './question.model.js';
import { isGroup } from './question.rules.js';

const version = seenVersion('Trang này đã cũ. Tải lại trang rồi sửa lại.');

const short = (most: number, name: string) =>
  z.preprocess(single, z.string().max(most, `${name} dài quá ${most} ký tự.`));

const text = z
  .object({
    nhom: z.preprocess(single, z.string().refine(isGroup, 'Chọn nhóm trong danh sách.')),
    cauHoi: z.preprocess(
      single,
      z.string().min(10, 'Hãy viết câu hỏi, ít nhất 10 ký tự.').max(300, 'Câu hỏi dài quá 300 ký tự.'),
    ),
    cachHoi: z.preprocess(paragraphs, z.string().max(2_000, 'Các cách hỏi dài quá 2.000 ký tự.')),
    traLoi: z.preprocess(
      paragraphs,
      z.string().min(20, 'Hãy viết câu trả lời, ít nhất 20 ký tự.').max(5_000, 'Câu trả lời dài quá 5.000 ký tự.'),
    ),
    nguon: z.preprocess(
      single,
      z.string().min(5, 'Hãy ghi nguồn: văn bản nào, ngày nào.').max(300, 'Nguồn dài quá 300 ký tự.'),
    ),
    ngay: typedDay('Ngày này không có trong lịch. Hãy ghi theo dạng 16/03/2026.'),
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
const cursor = z.preprocess(single, z.string().max(80, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'));

/** The filter as it stands in the address; what is not in the lists counts as not asked for. */
export const listQuery = z.object({
  trangThai: z.preprocess(
    single,
    z.string().transform((value) => STATES.find((state) => state === value) ?? ''),
  ),
  nhom: z.preprocess((value) => (isGroup(single(value)) ? single(value) : ''), z.string()),
  sau: cursor,
  truoc: cursor,
});
export type ListQuery = z.infer<typeof listQuery>;

export const gapQuery = z.object({ sau: cursor });
export type GapQuery = z.infer<typeof gapQuery>;
