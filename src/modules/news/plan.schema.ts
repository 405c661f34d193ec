import { z } from 'zod';
import { single, typedDay } from '../../core/form-values.js';
import { clean } from '../../core/text.js';
import { versionNumber } from './editor.schema.js';
import {
  AUDIENCES,
  CHANNELS,
  materialsIn,
  PLAN_STATES,
  type Audience,
  type Channel,
  type PlanState,
} from './plan.rules.js';

const lines = (value: unknown): string =>
  typeof value === 'string' ? value.split(/\r?\n/).map(clean).join('\n').trim() : '';

const NO_DAY = 'Hãy ghi ngày theo dạng 16/03/2026.';

const oneOf = <Key extends string>(words: Readonly<Record<Key, string>>, message: string) =>
  z.preprocess(single, z.enum(Object.keys(words) as [Key, ...Key[]], message));

/** A plan as it is typed. */
export const planForm = z
  .object({
    ten: z.preprocess(
      single,
      z.string().min(5, 'Hãy đặt tên kế hoạch, ít nhất 5 ký tự.').max(160, 'Tên dài quá 160 ký tự.'),
    ),
    tuNgay: typedDay(NO_DAY, NO_DAY),
    denNgay: typedDay(NO_DAY, NO_DAY),
    kenh: oneOf<Channel>(CHANNELS, 'Hãy chọn kênh.'),
    doiTuong: oneOf<Audience>(AUDIENCES, 'Hãy chọn đối tượng.'),
    mucTieu: z.preprocess(
      single,
      z
        .string()
        .min(10, 'Hãy ghi mục tiêu, ví dụ: 500 người đăng ký trong tháng.')
        .max(400, 'Mục tiêu dài quá 400 ký tự.'),
    ),
    taiLieu: z.preprocess(
      lines,
      z
        .string()
        .max(4_000, 'Danh sách tài liệu dài quá 4.000 ký tự.')
        .superRefine((value, context) => {
          const found = materialsIn(value);
          if (typeof found === 'number')
            context.addIssue({
              code: 'custom',
              message: `Dòng ${found} chưa đúng. Ghi tên, dấu | rồi đường dẫn, ví dụ: Tờ rơi A5 | https://vidu.vn/to-roi.pdf.`,
            });
        }),
    ),
    tinhTrang: oneOf<PlanState>(PLAN_STATES, 'Hãy chọn tình trạng.'),
    phienBan: versionNumber,
  })
  .superRefine(({ tuNgay, denNgay }, context) => {
    if (tuNgay && denNgay && denNgay < tuNgay)
      context.addIssue({ code: 'custom', path: ['denNgay'], message: 'Đến ngày phải bằng hoặc sau Từ ngày.' });
  });
export type PlanInput = z.infer<typeof planForm>;

/** Which plans the list shows. */
export const planListSchema = z.object({
  tinhTrang: z.preprocess(
    single,
    z
      .enum(Object.keys(PLAN_STATES) as [PlanState, ...PlanState[]])
      .optional()
      .catch(undefined),
  ),
  truoc: z.preprocess(single, z.string().catch('')),
});
export type PlanListInput = z.infer<typeof planListSchema>;
