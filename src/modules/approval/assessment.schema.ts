import { z } from 'zod';
import { seenVersion, several, single } from '../../core/form-values.js';
import { correctable, papers, type Correctable } from './assessment.rules.js';
import { safeFrom } from './paths.js';

const STALE = 'Trang này đã cũ. Tải lại hồ sơ rồi thử lại.';

/** The version of the dossier that the officer had before him. */
export const version = seenVersion(STALE);
/** The list the officer came from; anything foreign becomes the plain list. */
export const from = z.preprocess(safeFrom, z.string());

export const stepSchema = z.object({ phienBan: version, tu: from });
export type StepInput = z.infer<typeof stepSchema>;

/** Turning a picture; `xem` when the page of the picture itself was open. */
export const rotateSchema = z.object({
  tu: from,
  xem: z.preprocess(
    single,
    z.string().transform((value) => value !== ''),
  ),
});
export type RotateInput = z.infer<typeof rotateSchema>;

const ticked = (message: string) => z.preprocess(single, z.string().min(1, message)).transform(() => true);

export const handInSchema = stepSchema.extend({
  daKy: ticked('Đánh dấu khi tờ khai đã có chữ ký và họ tên của người kê khai.'),
  daDoiChieu: ticked('Đánh dấu khi bạn đã cầm và đối chiếu giấy tờ gốc.'),
  giayTo: z.preprocess(single, z.enum(papers, 'Chọn giấy tờ gốc mà bạn đã đối chiếu.')),
});
export type HandInInput = z.infer<typeof handInSchema>;

/** Own words instead of a reason of the list. */
export const OTHER_REASON = 'khac';

/** **Đánh giá hồ sơ**. A refusal needs a reason: one of the list, own words, or both. */
export const assessSchema = stepSchema
  .extend({
    ketQua: z.preprocess(single, z.enum(['hop-le', 'khong-hop-le'], 'Chọn Hồ sơ hợp lệ hoặc Hồ sơ không hợp lệ.')),
    lyDo: z.preprocess(single, z.string().max(36, 'Chọn lý do trong danh sách.')),
    vietThem: z.preprocess(single, z.string().max(500, 'Phần viết thêm dài quá 500 ký tự. Hãy viết gọn lại.')),
    oCanSua: z.preprocess(
      several,
      z.array(
        z
          .string()
          .refine((name) => Object.hasOwn(correctable, name), 'Chọn ô cần sửa trong danh sách.')
          .transform((name) => name as Correctable),
      ),
    ),
    khongNopLai: z.preprocess(
      single,
      z.string().transform((value) => value !== ''),
    ),
  })
  .superRefine(({ ketQua, lyDo, vietThem }, context) => {
    if (ketQua !== 'khong-hop-le') return;
    if (lyDo === '' && vietThem === '')
      context.addIssue({ code: 'custom', path: ['lyDo'], message: 'Hãy chọn lý do để người dân biết phải sửa gì.' });
    if (lyDo === OTHER_REASON && vietThem === '')
      context.addIssue({
        code: 'custom',
        path: ['vietThem'],
        message: 'Bạn chọn Lý do khác. Hãy viết rõ lý do cho người dân.',
      });
  });
export type AssessInput = z.infer<typeof assessSchema>;
