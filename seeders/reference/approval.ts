import type { Table } from '../../src/core/db/table.js';
import type { RefusalTemplate } from '../../src/modules/approval/assessment.rules.js';
import type { ReasonRow } from '../../src/modules/approval/reason.model.js';

/** Reasons of refusal to begin with. */
export const refusalReasons: readonly RefusalTemplate[] = [
  { id: 'giay-to-khac-anh', text: 'Số giấy tờ không khớp với ảnh', short: 'So giay to khong khop voi anh' },
  {
    id: 'ho-ten-ngay-sinh',
    text: 'Họ tên hoặc ngày sinh không khớp với giấy tờ',
    short: 'Ho ten hoac ngay sinh khong khop voi giay to',
  },
  { id: 'ma-so', text: 'Mã số BHXH không đúng', short: 'Ma so BHXH khong dung' },
  { id: 'anh-mo', text: 'Ảnh mờ hoặc chụp thiếu, không đọc được', short: 'Anh mo hoac chup thieu, khong doc duoc' },
  {
    id: 'anh-ca-nhan',
    text: 'Ảnh cá nhân không phải của người kê khai',
    short: 'Anh ca nhan khong phai cua nguoi ke khai',
  },
  { id: 'giay-to-het-han', text: 'Giấy tờ đã hết hạn sử dụng', short: 'Giay to da het han su dung' },
  {
    id: 'dien-thoai',
    text: 'Số điện thoại đã dùng cho tài khoản khác',
    short: 'So dien thoai da dung cho tai khoan khac',
  },
  { id: 'da-co-tai-khoan', text: 'Mã số BHXH này đã có tài khoản', short: 'Ma so BHXH nay da co tai khoan' },
  { id: 'chu-ky', text: 'Tờ khai chưa có chữ ký của người kê khai', short: 'To khai chua co chu ky' },
  { id: 'dia-chi', text: 'Địa chỉ liên hệ chưa đủ để liên lạc', short: 'Dia chi lien he chua du' },
];

/** May run again: reasons that are there, changed or switched off, stay as they are. */
export const seedReasons = async (reasons: Table<ReasonRow>): Promise<void> => {
  const known = new Set((await reasons.many({}, { columns: ['id'] })).map(({ id }) => id));
  const rows = refusalReasons.map((reason, index) => ({ ...reason, position: (index + 1) * 10 }));
  await reasons.insertMany(
    rows.filter(({ id }) => !known.has(id)).map((row) => ({ ...row, active: true, version: 1 })),
  );
};
