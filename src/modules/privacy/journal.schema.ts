import { z } from 'zod';
import { single, typedDay } from '../../core/form-values.js';
import { faultOfDays } from './journal.rules.js';
import { place } from './place.schema.js';

/** The filter as it stands in the address. Empty means: not asked for. No number of a person ever stands there. */
export const journalSchema = z
  .object({
    canBo: z.preprocess(
      (value) => single(value).toLowerCase(),
      z.string().regex(/^([a-z0-9._-]{1,60})?$/, 'Tên đăng nhập chỉ có chữ không dấu, chữ số, dấu chấm và gạch.'),
    ),
    nhom: z.preprocess(single, z.string().regex(/^[a-z]{0,30}$/, 'Chọn nhóm việc trong danh sách.')),
    tuNgay: typedDay(),
    denNgay: typedDay(),
    truoc: place,
  })
  .superRefine(({ tuNgay, denNgay }, context) => {
    const message = faultOfDays(tuNgay, denNgay);
    if (message) context.addIssue({ code: 'custom', path: ['denNgay'], message });
  });
export type JournalInput = z.infer<typeof journalSchema>;

export const emptyJournal: JournalInput = { canBo: '', nhom: '', tuNgay: '', denNgay: '', truoc: undefined };

/** Whose journal, and why; sent as a form, so that no address keeps the number. */
export const journalOfPersonSchema = z.object({
  maSo: z.preprocess(
    (value) => single(value).replace(/[\s.]/g, ''),
    z.string().regex(/^\d{10}$/, 'Hãy nhập đủ 10 chữ số của mã số BHXH, ví dụ 4811223344.'),
  ),
  lyDo: z.preprocess(
    single,
    z
      .string()
      .min(10, 'Hãy ghi lý do xem, ít nhất 10 ký tự. Người dân đọc được lý do này.')
      .max(300, 'Lý do dài quá 300 ký tự. Hãy ghi ngắn hơn.'),
  ),
  truoc: place,
});
export type JournalOfPersonInput = z.infer<typeof journalOfPersonSchema>;
