import { z } from 'zod';
import { single, typedDay } from '../../core/form-values.js';
import { reasonFault } from './agency-admin.rules.js';

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
  tuNgay: typedDay('Hãy nhập ngày.'),
  denNgay: typedDay(),
  ten: name,
  lyDo: why,
});
export type AddDaysInput = z.infer<typeof addDaysForm>;

export const changeDayForm = z.object({ ten: name, lyDo: why, tenCu: z.preprocess(single, z.string().max(120)) });
export type ChangeDayInput = z.infer<typeof changeDayForm>;

export const removeDayForm = z.object({ lyDoXoa: why });
export type RemoveDayInput = z.infer<typeof removeDayForm>;
