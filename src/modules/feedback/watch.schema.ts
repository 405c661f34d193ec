import { z } from 'zod';
import { single, typedDay } from '../../core/form-values.js';
import { date as dayText } from '../../core/http/format.js';
import { addDays, dayOf } from '../../core/clock.js';
import { type AT_ONCE } from './invitation.rules.js';
import { stepForm, text } from './work.schema.js';

const AGENCY = /^(\d{5})?$/;
const agency = z.preprocess(single, z.string().regex(AGENCY, 'Chọn cơ quan trong danh sách.'));

/** Fields of the agencies that are invited; the first one is needed. */
export const AGENCY_FIELDS = ['coQuan', 'coQuan2', 'coQuan3'] as const satisfies { length: typeof AT_ONCE };

export const inviteForm = stepForm
  .extend({
    coQuan: z.preprocess(
      single,
      z.string().min(1, 'Chọn cơ quan để mời.').regex(AGENCY, 'Chọn cơ quan trong danh sách.'),
    ),
    coQuan2: agency,
    coQuan3: agency,
    cauHoiPhoiHop: text({
      min: 10,
      max: 2_000,
      what: 'Nội dung',
      short: 'Hãy viết rõ cần cơ quan được mời làm gì, ít nhất 10 ký tự.',
    }),
  })
  .transform(({ coQuan, coQuan2, coQuan3, cauHoiPhoiHop: question, ...step }) => ({
    ...step,
    agencies: [...new Set([coQuan, coQuan2, coQuan3].filter(Boolean))],
    question,
  }));
export type InviteInput = z.infer<typeof inviteForm>;

export const replyForm = z.object({
  traLoiPhoiHop: text({ min: 10, max: 5_000, what: 'Trả lời', short: 'Hãy viết trả lời, ít nhất 10 ký tự.' }),
});
export type ReplyInput = z.infer<typeof replyForm>;

export const extendForm = stepForm.extend({
  lyDoGiaHan: text({
    min: 10,
    max: 500,
    what: 'Lý do',
    short: 'Hãy viết lý do để người dân hiểu vì sao cần thêm thời gian, ít nhất 10 ký tự.',
  }),
});
export type ExtendInput = z.infer<typeof extendForm>;

/** Nobody is urged for longer than this. */
const URGED_DAYS = 60;

/** Đôn đốc with its date: today at the earliest. */
export const urgeForm = (now: () => Date) =>
  z.object({
    noiDung: text({ min: 10, max: 500, what: 'Nội dung', short: 'Hãy viết nội dung đôn đốc, ít nhất 10 ký tự.' }),
    truocNgay: typedDay('Hãy nhập ngày cần có trả lời.').superRefine((day, context) => {
      const today = dayOf(now());
      const last = addDays(today, URGED_DAYS);
      const message =
        day === '' || (day >= today && day <= last) ? '' : `Chọn ngày từ ${dayText(today)} đến ${dayText(last)}.`;
      if (message) context.addIssue({ code: 'custom', message });
    }),
  });
export type UrgeInput = z.infer<ReturnType<typeof urgeForm>>;

const short = (length: number) =>
  z.preprocess(single, z.string().max(length, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'));

/** The filter of the monitors' list; empty means: not asked for. */
export const watchQuery = z.object({
  linhVuc: short(40),
  coQuan: agency,
  xem: z.preprocess(single, z.enum(['', 'tre', 'dondoc', 'moi'], 'Chọn trong danh sách.')),
  ma: z.preprocess(
    (value) => single(value).toUpperCase(),
    z.string().regex(/^[A-Z\d-]{0,12}$/, 'Mã phản ánh gồm PA- và 8 chữ cái, chữ số.'),
  ),
  sau: short(80),
  truoc: short(80),
});
export type WatchQuery = z.infer<typeof watchQuery>;

export const invitedQuery = z.object({ sau: short(80) });
export type InvitedQuery = z.infer<typeof invitedQuery>;
