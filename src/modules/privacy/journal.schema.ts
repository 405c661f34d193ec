import { z } from 'zod';
import { startOfDay, type Day } from '../../core/clock.js';
import { clean } from '../../core/text.js';
import { faultOfDays } from './journal.rules.js';
import { place } from './place.schema.js';

/** The first value, cleaned; whatever is no text counts as empty. */
const single = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? clean(first) : '';
};

/** `yyyy-mm-dd` of a day that the calendar has; nothing otherwise. */
const dayIn = (text: string): Day | undefined => {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (!date || !month || !year) return undefined;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const noon = startOfDay(day).getTime() + 12 * 3_600_000;
  return !Number.isNaN(noon) && new Date(noon).toISOString().startsWith(day) ? day : undefined;
};

const day = z.preprocess(
  single,
  z.string().transform((value, context): Day => {
    const found = value === '' ? '' : dayIn(value);
    if (found === undefined)
      context.addIssue({ code: 'custom', message: 'Ngày này không có trong lịch. Hãy ghi theo dạng 16/03/2026.' });
    return found ?? '';
  }),
);

/** The filter as it stands in the address. Empty means: not asked for. No number of a person ever stands there. */
export const journalSchema = z
  .object({
    canBo: z.preprocess(
      (value) => single(value).toLowerCase(),
      z.string().regex(/^([a-z0-9._-]{1,60})?$/, 'Tên đăng nhập chỉ có chữ không dấu, chữ số, dấu chấm và gạch.'),
    ),
    nhom: z.preprocess(single, z.string().regex(/^[a-z]{0,30}$/, 'Chọn nhóm việc trong danh sách.')),
    tuNgay: day,
    denNgay: day,
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
