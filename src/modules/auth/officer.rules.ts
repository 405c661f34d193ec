/** Letters without marks, digits, dots and dashes, as it is typed at the sign-in page. */
export const isUsername = (text: string): boolean => /^[a-z][a-z0-9._-]{2,39}$/.test(text);

/** A person's name in letters, blanks and the signs that stand in names. */
export const isPersonName = (text: string): boolean => /^\p{L}[\p{L}\p{M} .'’-]{1,119}$/u.test(text);

/** Words for what officers and administrators do, as the journal shows them. */
export const officerActs: Readonly<Record<string, string>> = {
  'auth.code-wrong': 'Nhập sai mã xác thực',
  'auth.totp-on': 'Bật xác thực hai lớp',
  'auth.totp-off': 'Tắt xác thực hai lớp',
  'auth.recovery-renewed': 'Tạo mã dự phòng mới',
  'auth.sessions-ended': 'Đăng xuất các phiên khác',
  'auth.officer-password-changed': 'Đổi mật khẩu cán bộ',
  'auth.officer-password-set': 'Đặt mật khẩu bằng liên kết một lần',
  'auth.officer-created': 'Tạo tài khoản cán bộ',
  'auth.officer-edited': 'Sửa tài khoản cán bộ',
  'auth.officer-locked': 'Khóa tài khoản cán bộ',
  'auth.officer-unlocked': 'Mở khóa tài khoản cán bộ',
  'auth.officer-reset': 'Đặt lại mật khẩu cán bộ',
  'auth.officer-totp-reset': 'Đặt lại xác thực hai lớp của cán bộ',
};
