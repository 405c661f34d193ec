import { z } from 'zod';
import { day as dayCell } from '../../core/import/cells.js';
import { CellFault } from '../../core/import/fields.js';
import { clean } from '../../core/text.js';
import { reasonFault } from './agency-admin.rules.js';

const single = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? clean(first) : '';
};

const readDay = dayCell('Ngày');

const dayField = (missing?: string) =>
  z.preprocess(
    single,
    z.string().transform((typed, context): string => {
      if (typed === '' && missing === undefined) return '';
      const found = typed === '' ? new CellFault(missing ?? '') : readDay(typed);
      if (typeof found === 'string') return found;
      context.addIssue({ code: 'custom', message: found.reason });
      return '';
    }),
  );

const name = z.preprocess(
  single,
  z.string().min(2, 'Hãy ghi tên, ví dụ: Tết Nguyên đán.').max(120, 'Tên dài quá 120 ký tự.'),
);

const why = z.preprocess(
  single,
  z.string().superRefine((reason, context) => {
    const message = reasonFault(reason);
    if (message) context.addIssue({ code: 'custom', message });
  }),
);

export const calendarQuery = z.object({
  nam: z.preprocess(single, z.string().regex(/^(20[2-9]\d)?$/, 'Chọn năm từ 2020 đến 2099.')),
});
export type CalendarQuery = z.infer<typeof calendarQuery>;

export const addDaysForm = z.object({
  loai: z.preprocess(single, z.enum(['off', 'work'], 'Chọn loại ngày.')),
  tuNgay: dayField('Hãy nhập ngày.'),
  denNgay: dayField(),
  ten: name,
  lyDo: why,
});
export type AddDaysInput = z.infer<typeof addDaysForm>;

export const changeDayForm = z.object({ ten: name, lyDo: why, tenCu: z.preprocess(single, z.string().max(120)) });
export type ChangeDayInput = z.infer<typeof changeDayForm>;

export const removeDayForm = z.object({ lyDoXoa: why });
export type RemoveDayInput = z.infer<typeof removeDayForm>;
