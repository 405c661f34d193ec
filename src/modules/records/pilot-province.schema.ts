import { z } from 'zod';
import { single } from '../../core/form-values.js';

const code = z.preprocess(
  single,
  z.string().regex(/^\d{2}$/, 'Mã tỉnh là 2 chữ số, ở vị trí 4 và 5 của mã thẻ, ví dụ 48.'),
);

/** A province is added. */
export const pilotProvinceForm = z.object({
  ma: code,
  ten: z.preprocess(
    single,
    z.string().min(2, 'Hãy ghi tên tỉnh, thành phố, ví dụ Đà Nẵng.').max(60, 'Tên dài quá 60 ký tự. Hãy ghi ngắn lại.'),
  ),
});
export type PilotProvinceInput = z.infer<typeof pilotProvinceForm>;

/** One is switched on or off. */
export const pilotSwitchForm = z.object({
  ma: code,
  bat: z.enum(['1', '0'], 'Hãy chọn Bật hoặc Tắt ở danh sách.'),
});
export type PilotSwitchInput = z.infer<typeof pilotSwitchForm>;
