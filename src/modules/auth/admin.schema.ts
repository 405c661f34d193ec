import { z } from 'zod';
import { clean } from '../../core/text.js';
import { isPersonName, isUsername } from './officer.rules.js';
import { isRole, rolesFault } from './role.rules.js';

const texts = (value: unknown): string[] =>
  [value].flat().flatMap((item: unknown) => (typeof item === 'string' ? [clean(item)] : []));
const single = (value: unknown): string => texts(value)[0] ?? '';
const text = (check: z.ZodType<string>) => z.preprocess(single, check);
const cursor = text(z.string().max(40, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'));

/** The search panel above the list of officers, as it stands in the address. Empty means: not asked for. */
export const officerListSchema = z.object({
  hoTen: text(z.string().max(100, 'Họ tên dài quá 100 ký tự. Hãy nhập ngắn hơn.')),
  tenDangNhap: z.preprocess(
    (value) => single(value).toLowerCase(),
    z.string().max(40, 'Tên đăng nhập dài quá 40 ký tự. Hãy nhập ngắn hơn.'),
  ),
  coQuan: text(z.string().regex(/^(\d{5})?$/, 'Chọn cơ quan trong danh sách.')),
  vaiTro: text(z.string().refine((role) => role === '' || isRole(role), 'Chọn vai trò trong danh sách.')),
  trangThai: text(
    z
      .string()
      .refine((state) => ['', 'active', 'waiting', 'locked'].includes(state), 'Chọn trạng thái trong danh sách.'),
  ),
  sau: cursor,
  truoc: cursor,
});
export type OfficerListInput = z.infer<typeof officerListSchema>;

export const emptyOfficerList: OfficerListInput = {
  hoTen: '',
  tenDangNhap: '',
  coQuan: '',
  vaiTro: '',
  trangThai: '',
  sau: '',
  truoc: '',
};

const dataFields = {
  hoTen: text(
    z
      .string()
      .min(1, 'Hãy nhập họ và tên.')
      .refine((name) => name === '' || isPersonName(name), 'Họ và tên chỉ gồm chữ cái, từ 2 đến 120 ký tự.'),
  ),
  coQuan: text(z.string().regex(/^\d{5}$/, 'Chọn cơ quan trong danh sách.')),
  vaiTro: z.preprocess(
    texts,
    z.array(z.string()).superRefine((roles, context) => {
      const fault = rolesFault(roles);
      if (fault) context.addIssue({ code: 'custom', message: fault });
    }),
  ),
  maSo: z.preprocess(
    (value) => single(value).replace(/[\s.-]/g, ''),
    z.string().regex(/^(\d{10})?$/, 'Mã số BHXH gồm đúng 10 chữ số. Nếu chưa rõ, hãy bỏ trống.'),
  ),
};

export const newOfficerForm = z.object({
  tenDangNhap: z.preprocess(
    (value) => single(value).toLowerCase(),
    z
      .string()
      .min(1, 'Hãy nhập tên đăng nhập.')
      .refine(
        (name) => name === '' || isUsername(name),
        'Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch; bắt đầu bằng chữ. Ví dụ: ha.lt',
      ),
  ),
  ...dataFields,
});
export type NewOfficerForm = z.infer<typeof newOfficerForm>;

/** The state of the account that the page showed. */
const version = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31)
  .catch(0);

export const officerForm = z.object({ ...dataFields, phienBan: version });
export type OfficerForm = z.infer<typeof officerForm>;

export const versionForm = z.object({ phienBan: version });
export type VersionForm = z.infer<typeof versionForm>;
