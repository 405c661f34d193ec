import type { Channel, MessageState, TemplateName } from '../../contracts/notification.js';

export const channelWords: Readonly<Record<Channel, string>> = { sms: 'SMS', email: 'E-mail' };

/** What a message is about, as lists of officers name it. */
export const templateWords: Readonly<Record<TemplateName, string>> = {
  'dossier-declared': 'Đã ghi nhận tờ khai',
  'dossier-reminder': 'Nhắc nộp hồ sơ',
  'dossier-handed-in': 'Đã nhận hồ sơ',
  'dossier-refused': 'Hồ sơ cần sửa',
  'declaration-for-holder': 'Báo chủ mã số có tờ khai',
  'account-opened': 'Mở tài khoản',
  'account-locked': 'Khóa tài khoản',
  'account-closed': 'Ngừng tài khoản',
  otp: 'Mã OTP',
  'password-changed': 'Đã đổi mật khẩu',
  'password-expiry': 'Mật khẩu sắp hết hạn',
  'password-reset': 'Cấp lại mật khẩu',
  'password-reset-letter': 'Cấp lại mật khẩu bằng thư in',
  'new-device': 'Đăng nhập trên thiết bị mới',
  'phone-changed': 'Đã đổi số điện thoại',
  'phone-registered': 'Số điện thoại mới',
  'contact-changed': 'Đã đổi thông tin liên hệ',
  'guardian-registered': 'Được xem hồ sơ người được giám hộ',
  'guardian-ended': 'Việc giám hộ kết thúc',
  'ward-registered': 'Có người giám hộ',
  'ward-ended': 'Người giám hộ thôi xem',
  'card-checked': 'Thẻ BHYT vừa được kiểm tra',
  'number-found': 'Gửi mã số BHXH đã tra cứu',
  'change-received': 'Đã nhận yêu cầu',
  'change-refused': 'Yêu cầu chưa được duyệt',
  'support-letter': 'Thư hỏi gửi cơ quan BHXH',
  'support-letter-copy': 'Bản sao thư hỏi',
  'feedback-received': 'Đã tiếp nhận phản ánh',
  'feedback-question': 'Phản ánh cần bổ sung',
  'feedback-extended': 'Gia hạn phản ánh',
  'feedback-answered': 'Đã trả lời phản ánh',
  'feedback-merged': 'Gộp phản ánh',
  'feedback-follow-up': 'Hỏi phản ánh đã giải quyết chưa',
  'feedback-redirected': 'Chuyển khiếu nại, tố cáo',
};

/** States as the filter names them; beside a message the tag may say more. */
export const stateWords: Readonly<Record<MessageState, string>> = {
  created: 'Chờ gửi',
  sending: 'Đang gửi',
  'temporary-failure': 'Thử lại',
  sent: 'Đã gửi',
  delivered: 'Đã nhận',
  'permanent-failure': 'Không đến nơi',
  'technical-failure': 'Lỗi kỹ thuật',
};
