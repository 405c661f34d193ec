import { z } from 'zod';
import { single, typedDay } from '../../core/form-values.js';

const text = (check: z.ZodType<string>) => z.preprocess(single, check);
const choice = (values: readonly string[], name: string) =>
  text(z.string().refine((value) => value === '' || values.includes(value), `Chọn ${name} trong danh sách.`));

const digits = (value: unknown): string => single(value).replace(/[\s.]/g, '');

/** The search panel **Mở rộng**, as it stands in the address. Empty means: not asked for. */
export const listSchema = z
  .object({
    soHoSo: z.preprocess(
      (value) => single(value).replace(/\s/g, ''),
      z.string().regex(/^(\d{5,6}\/\d{4}\/\d{5})?$/, 'Số hồ sơ có dạng 00412/2026/04802. Hãy nhập đủ cả ba phần.'),
    ),
    maSo: z.preprocess(
      digits,
      z.string().refine((value) => /^(\d{10})?$/.test(value), {
        error: (issue) =>
          /^\d+$/.test(String(issue.input))
            ? `Số bạn nhập có ${String(issue.input).length} chữ số. Hãy nhập đủ 10 chữ số, ví dụ 4811223344.`
            : 'Mã số BHXH chỉ có chữ số. Hãy nhập đủ 10 chữ số, ví dụ 4811223344.',
      }),
    ),
    tuNgay: typedDay(),
    denNgay: typedDay(),
    tinhTrang: choice(['none', 'valid', 'invalid'], 'tình trạng'),
    trangThai: choice(['declared', 'handed_in', 'in_review', 'approved', 'refused', 'expired'], 'trạng thái'),
    hoTen: text(z.string().max(100, 'Họ tên dài quá 100 ký tự. Hãy nhập ngắn hơn.')),
    loai: choice(['new', 'change', 'stop'], 'loại hồ sơ'),
    viec: choice(['today', 'ready', 'citizen', 'overdue'], 'danh sách công việc'),
    coQuan: text(z.string().regex(/^(\d{5})?$/, 'Chọn cơ quan trong danh sách.')),
    sau: text(z.string().max(200, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.')),
    truoc: text(z.string().max(200, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.')),
  })
  .superRefine(({ tuNgay, denNgay }, context) => {
    if (tuNgay && denNgay && tuNgay > denNgay)
      context.addIssue({ code: 'custom', path: ['denNgay'], message: 'Đến ngày phải bằng hoặc sau Từ ngày.' });
  });

export type ListInput = z.infer<typeof listSchema>;

export const emptyList: ListInput = {
  soHoSo: '',
  maSo: '',
  tuNgay: '',
  denNgay: '',
  tinhTrang: '',
  trangThai: '',
  hoTen: '',
  loai: '',
  viec: '',
  coQuan: '',
  sau: '',
  truoc: '',
};
