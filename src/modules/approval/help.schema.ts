import { z } from 'zod';
import { single } from '../../core/form-values.js';
import { papers } from './assessment.rules.js';
import { checkAccountNumber, checkNewPhone, helpReasons, type Checked, type HelpReason } from './help.rules.js';

const checked = (rule: (text: string) => Checked) =>
  z.preprocess(
    single,
    z.string().transform((text, context) => {
      const result = rule(text);
      if ('value' in result) return result.value;
      context.addIssue({ code: 'custom', message: result.fault });
      return z.NEVER;
    }),
  );

const reasons = Object.keys(helpReasons) as [HelpReason, ...HelpReason[]];

/** Exact number of the account, and why it is opened. */
export const helpOpenSchema = z
  .object({
    so: checked(checkAccountNumber),
    mucDich: z.preprocess(single, z.enum(reasons, 'Chọn lý do người dân đến quầy.')),
    ghiChu: z.preprocess(single, z.string().max(200, 'Ghi chú dài quá 200 ký tự. Hãy viết gọn lại.')),
  })
  .superRefine(({ mucDich, ghiChu }, context) => {
    if (mucDich === 'khac' && ghiChu.length < 5)
      context.addIssue({ code: 'custom', path: ['ghiChu'], message: 'Bạn chọn việc khác. Hãy ghi rõ việc gì.' });
  });
export type HelpOpenInput = z.infer<typeof helpOpenSchema>;

const ticked = (message: string) => z.preprocess(single, z.string().min(1, message)).transform(() => true);

/** What the officer had before him when the form was drawn. */
const seen = z.preprocess(single, z.string().regex(/^[0-9a-f]{64}$/, 'Trang này đã cũ. Tải lại trang rồi thử lại.'));

/** Who stands at the desk: asked before every act. */
const identified = {
  daThay: seen,
  giayTo: z.preprocess(single, z.enum(papers, 'Chọn giấy tờ gốc mà bạn đã đối chiếu.')),
  daDoiChieu: ticked('Đánh dấu khi bạn đã cầm và đối chiếu giấy tờ gốc.'),
  khopAnh: ticked('Đánh dấu khi người đến quầy đúng là người trong ảnh.'),
};

export const helpResetSchema = z.object({
  ...identified,
  cach: z.preprocess(single, z.enum(['sms', 'letter'], 'Chọn cách đưa mật khẩu cho người dân.')),
});
export type HelpResetInput = z.infer<typeof helpResetSchema>;

/** The same number typed once more: only that it is the same counts, its faults are told beside the first. */
const again = z.preprocess(
  single,
  z
    .string()
    .min(1, 'Nhập lại số điện thoại mới.')
    .transform((text) => {
      const result = checkNewPhone(text);
      return 'value' in result ? result.value : text;
    }),
);

export const helpPhoneSchema = z
  .object({ soMoi: checked(checkNewPhone), nhapLai: again, ...identified })
  .superRefine(({ soMoi, nhapLai }, context) => {
    if (soMoi !== nhapLai)
      context.addIssue({
        code: 'custom',
        path: ['nhapLai'],
        message: 'Hai lần nhập khác nhau. Hãy hỏi lại và nhập cho khớp.',
      });
  });
export type HelpPhoneInput = z.infer<typeof helpPhoneSchema>;

/** What was checked before, sealed; the officer has looked at old and new. */
export const helpConfirmSchema = z.object({
  phieu: z.preprocess(
    (value) => (typeof value === 'string' ? value : ''),
    z.string().regex(/^[A-Za-z0-9+/=]{1,4000}$/, 'Trang xác nhận đã cũ. Hãy nhập lại số mới.'),
  ),
});
export type HelpConfirmInput = z.infer<typeof helpConfirmSchema>;
