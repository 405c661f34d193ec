import { z } from 'zod';
import type { FieldFault } from '../../core/errors.js';
import { clean } from '../../core/text.js';
import { birthIn } from '../../core/typed-dates.js';

/** What came in, before anything is asked of it: the button that chooses the province checks nothing. */
export const rawNumberSchema = z.record(z.string(), z.unknown());
export type RawNumber = z.infer<typeof rawNumberSchema>;

const typed = z.preprocess((value) => (typeof value === 'string' ? clean(value) : ''), z.string());

const NAME = 'Hãy nhập họ và tên như trên giấy tờ, không dấu cũng được.';
const BIRTH = 'Ngày sinh chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 12/05/1990; chỉ biết năm thì ghi 1990.';
const PAPER = 'Số giấy tờ có 9 đến 12 chữ số, hoặc là số hộ chiếu như C1234567. Hãy xem lại, hoặc để trống.';
const EITHER = 'Hãy nhập số giấy tờ, hoặc chọn tỉnh và phường, xã nơi bạn ở.';

/** The form of the number lookup. */
export const numberSchema = z.object({
  hoTen: typed.pipe(z.string().min(2, NAME).max(120, 'Họ và tên dài quá 120 ký tự. Hãy xem lại.')),
  ngaySinh: typed.transform((text, context) => {
    const birthDate = birthIn(text.replace(/\s/g, ''));
    if (birthDate === undefined) context.addIssue({ code: 'custom', message: BIRTH });
    return birthDate ?? '';
  }),
  soGiayTo: typed
    .transform((text) => text.toUpperCase().replace(/[\s.]/g, ''))
    .pipe(z.string().regex(/^([A-Z0-9]{5,15})?$/, PAPER)),
  tinh: typed,
  xa: typed.pipe(z.string().regex(/^(\d{5})?$/, 'Chọn phường, xã trong danh sách.')),
  cauDo: typed.pipe(z.string().max(600)),
  loiGiai: typed.pipe(z.string().max(12)),
  ketQua: typed.pipe(z.string().max(12)),
});
export type NumberInput = z.infer<typeof numberSchema>;

/** What is missing when neither of two fields is filled in; told together with the faults of single fields. */
export const eitherFault = ({ soGiayTo, xa }: RawNumber): FieldFault[] =>
  [soGiayTo, xa].some((value) => typeof value === 'string' && clean(value) !== '')
    ? []
    : [{ field: 'soGiayTo', message: EITHER }];

export const sendSchema = z.object({ phieu: typed.pipe(z.string().min(1).max(600)) });
export type SendInput = z.infer<typeof sendSchema>;
