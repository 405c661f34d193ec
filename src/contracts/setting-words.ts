/** How a value is written and within what it is sound. */
export type SettingKind =
  /** A whole number; where 0 is outside the bounds and all the same allowed, `zero` says what it means. */
  | { readonly is: 'count'; readonly unit: string; readonly min: number; readonly max: number; readonly zero?: string }
  | { readonly is: 'percent'; readonly of: string; readonly max: number }
  | { readonly is: 'money'; readonly min: number; readonly max: number }
  /** One to three numbers of days: "7, 9". */
  | { readonly is: 'days'; readonly max: number }
  /** 1 or 0. */
  | { readonly is: 'switch' }
  | { readonly is: 'phone' | 'email' | 'duty' | 'office-hours' | 'central-unit' };

export const settingGroups = {
  dossier: { title: 'Hồ sơ đăng ký', lead: 'Từ lúc kê khai đến lúc có quyết định.' },
  account: { title: 'Tài khoản', lead: 'Mật khẩu của người dân.' },
  feedback: {
    title: 'Phản ánh, kiến nghị',
    lead: 'Hạn phân loại và trả lời của từng lĩnh vực nằm ở trang Lĩnh vực phản ánh.',
  },
  contact: { title: 'Liên hệ và giờ làm việc', lead: 'Cách người dân liên hệ, và giờ làm việc để tính hạn.' },
  rate: { title: 'Tỷ lệ đóng', lead: 'Do luật quy định. Mức đóng của tháng nào tính theo tỷ lệ của tháng đó.' },
  amount: {
    title: 'Mức tiền và mức hưởng',
    lead: 'Do luật và nghị định quy định; quyền lợi tính theo mức của ngày hưởng.',
  },
  retention: {
    title: 'Lưu giữ dữ liệu',
    lead: 'Giữ ngắn hơn thì phần đã quá hạn bị xóa ngay trong đêm đầu tiên áp dụng, không lấy lại được.',
  },
} as const;
export type SettingGroup = keyof typeof settingGroups;

/** What administrators are told of a setting. */
export interface SettingWords {
  readonly group: SettingGroup;
  readonly label: string;
  /** What it does, in a sentence. */
  readonly help: string;
  readonly kind: SettingKind;
  /** Nothing is decided by it: a new value may begin today. */
  readonly atOnce?: true;
}

export const count = (unit: string, min: number, max: number, zero?: string): SettingKind => ({
  is: 'count',
  unit,
  min,
  max,
  ...(zero && { zero }),
});
export const percent = (of: string, max: number): SettingKind => ({ is: 'percent', of, max });
export const money: SettingKind = { is: 'money', min: 100_000, max: 100_000_000 };

/** Words for settings of one group. */
export const ofGroup =
  (group: SettingGroup, atOnce?: true) =>
  (label: string, kind: SettingKind, help: string): SettingWords => ({
    group,
    label,
    kind,
    help,
    ...(atOnce && { atOnce }),
  });
