/** What happens to a citizen's account, in words. Their order is that of an account's life. */
export const accountActs = {
  'auth.account-opened': 'Mở tài khoản',
  'auth.signed-in': 'Đăng nhập',
  'auth.device-changed': 'Đăng nhập, thiết bị trước đó bị đăng xuất',
  'auth.signed-out': 'Đăng xuất',
  'auth.signed-out-everywhere': 'Đăng xuất mọi thiết bị',
  'auth.sign-in-failed': 'Đăng nhập không thành công',
  'auth.old-password-wrong': 'Nhập sai mật khẩu cũ khi đổi mật khẩu',
  'auth.password-changed': 'Đổi mật khẩu',
  'auth.password-reset': 'Đặt lại mật khẩu bằng mã OTP',
  'auth.password-reset-at-desk': 'Cấp lại mật khẩu tại quầy',
  'auth.phone-changed': 'Đổi số điện thoại',
  'auth.email-changed': 'Đổi địa chỉ thư điện tử',
  'auth.account-locked': 'Khóa tài khoản (Không phải tôi)',
  'auth.account-closed': 'Ngừng sử dụng tài khoản',
} as const;

export const accountActions: readonly string[] = Object.keys(accountActs);

/** Tries that led nowhere: the owner looks twice at these. */
export const isFailure = (action: string): boolean =>
  action === 'auth.sign-in-failed' || action === 'auth.old-password-wrong';
