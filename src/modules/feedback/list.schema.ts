import { z } from 'zod';
import { single, typedDay } from '../../core/form-values.js';
import { LIST_NAMES } from './list.rules.js';
import { stateTags } from './state.rules.js';

const text = (check: z.ZodType<string>) => z.preprocess(single, check);
const choice = (values: readonly string[], name: string) =>
  text(z.string().refine((value) => value === '' || values.includes(value), `Chọn ${name} trong danh sách.`));

const cursor = text(z.string().max(200, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'));

/** The list with its filter, as it stands in the address. Empty means: not asked for. */
export const listQuery = z
  .object({
    viec: choice(LIST_NAMES, 'danh sách'),
    tim: text(z.string().max(100, 'Nội dung tìm dài quá 100 ký tự. Hãy nhập ngắn hơn.')),
    linhVuc: text(z.string().max(40, 'Chọn lĩnh vực trong danh sách.')),
    trangThai: choice(Object.keys(stateTags), 'trạng thái'),
    coQuan: text(z.string().regex(/^(\d{5})?$/, 'Chọn cơ quan trong danh sách.')),
    tuNgay: typedDay(),
    denNgay: typedDay(),
    sau: cursor,
    truoc: cursor,
  })
  .superRefine(({ tuNgay, denNgay }, context) => {
    if (tuNgay && denNgay && tuNgay > denNgay)
      context.addIssue({ code: 'custom', path: ['denNgay'], message: 'Đến ngày phải bằng hoặc sau Từ ngày.' });
  });
export type ListInput = z.infer<typeof listQuery>;

export const emptyList: ListInput = {
  viec: '',
  tim: '',
  linhVuc: '',
  trangThai: '',
  coQuan: '',
  tuNgay: '',
  denNgay: '',
  sau: '',
  truoc: '',
};
