import { z } from 'zod';
import { paragraphs, seenVersion, single, ticked } from '../../core/form-values.js';
import { safeFrom } from './paths.js';

const STALE = 'Trang này đã cũ. Tải lại phản ánh rồi thử lại.';

/** The version of the case that the officer had before him. */
export const version = seenVersion(STALE);
/** The list the officer came from; anything foreign becomes the plain list. */
export const from = z.preprocess(safeFrom, z.string());

export const text = (limits: {
  readonly min: number;
  readonly max: number;
  readonly short: string;
  readonly what: string;
}) =>
  z.preprocess(
    paragraphs,
    z
      .string()
      .min(limits.min, limits.short)
      .max(limits.max, `${limits.what} dài quá ${limits.max} ký tự. Hãy viết gọn lại.`),
  );

const REASON = { min: 10, max: 500, what: 'Lý do' } as const;
export const ANSWER_LENGTH = 5_000;

/** The page of a case; `nhap` shows the draft of another officer in the field. */
export const caseQuery = z.object({ tu: from, nhap: z.preprocess(single, z.string().max(36, STALE)) });
export type CaseQuery = z.infer<typeof caseQuery>;

export const stepForm = z.object({ phienBan: version, tu: from });
export type StepInput = z.infer<typeof stepForm>;

export const classifyForm = stepForm.extend({
  linhVuc: z.preprocess(single, z.string().min(1, 'Chọn lĩnh vực.').max(40, 'Chọn lĩnh vực trong danh sách.')),
  phucTap: ticked,
});
export type ClassifyInput = z.infer<typeof classifyForm>;

export const assignForm = stepForm.extend({
  canBo: z.preprocess(single, z.string().min(1, 'Chọn cán bộ để giao.').max(36, 'Chọn cán bộ trong danh sách.')),
});
export type AssignInput = z.infer<typeof assignForm>;

export const askForm = stepForm.extend({
  cauHoi: text({
    min: 10,
    max: 1_000,
    what: 'Câu hỏi',
    short: 'Hãy viết rõ cần người dân bổ sung gì, ít nhất 10 ký tự.',
  }),
});
export type AskInput = z.infer<typeof askForm>;

export const noteForm = stepForm.extend({
  ghiChu: text({ min: 2, max: 2_000, what: 'Ghi chú', short: 'Hãy viết ghi chú.' }),
});
export type NoteInput = z.infer<typeof noteForm>;

/** **Trả lời**: what the button that was pressed asks for; Ctrl Enter sends. */
export const answerForm = stepForm.extend({
  viec: z.preprocess((value) => single(value) || 'gui', z.enum(['gui', 'luu', 'mau'], STALE)),
  mau: z.preprocess(single, z.string().max(36, 'Chọn mẫu trong danh sách.')),
  loai: z.preprocess((value) => single(value) || 'cuoi', z.enum(['cuoi', 'tam'], 'Chọn loại trả lời.')),
  noiDung: z.preprocess(
    paragraphs,
    z.string().max(ANSWER_LENGTH, `Trả lời dài quá ${ANSWER_LENGTH} ký tự. Hãy viết gọn lại hoặc gửi kèm tệp.`),
  ),
  boTep: z.unknown().optional(),
  kemTep: z.preprocess(single, z.string().max(36, STALE)),
  lyDoNgoaiLe: z.preprocess(paragraphs, z.string().max(REASON.max, 'Lý do dài quá 500 ký tự. Hãy viết gọn lại.')),
});
export type AnswerInput = z.infer<typeof answerForm>;

export const mergeForm = stepForm.extend({
  vao: z.preprocess(single, z.string().min(1, 'Chọn phản ánh để gộp vào.').max(36, 'Chọn phản ánh trong danh sách.')),
});
export type MergeInput = z.infer<typeof mergeForm>;

export const spamForm = stepForm.extend({
  lyDo: text({ ...REASON, short: 'Hãy viết lý do, ít nhất 10 ký tự.' }),
  viec: z.preprocess((value) => single(value) || 'co', z.enum(['co', 'khong'], STALE)),
});
export type SpamInput = z.infer<typeof spamForm>;

export const redirectForm = stepForm.extend({
  luat: z.preprocess(single, z.enum(['complaint', 'denunciation'], 'Chọn khiếu nại hoặc tố cáo.')),
  traLoi: text({
    min: 20,
    max: ANSWER_LENGTH,
    what: 'Trả lời',
    short: 'Hãy nêu nơi giải quyết theo luật và việc cơ quan đã làm, ít nhất 20 ký tự.',
  }),
});
export type RedirectInput = z.infer<typeof redirectForm>;
