/** Words for what the module writes to the audit. */
export const registrationActs: Readonly<Record<string, string>> = {
  'registration.declared': 'Kê khai tờ khai',
  'registration.assisted': 'Kê khai hộ tờ khai',
  'registration.sheet-printed': 'In tờ khai',
  'registration.corrected': 'Sửa hồ sơ bị từ chối',
  'registration.erased': 'Xóa dữ liệu của hồ sơ',
  'registration.change-requested': 'Gửi yêu cầu thay đổi thông tin',
  'registration.stop-requested': 'Gửi yêu cầu ngừng sử dụng tài khoản',
  'registration.request-withdrawn': 'Rút yêu cầu',
};
