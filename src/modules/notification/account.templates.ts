import type { TemplateName, TemplateVariables } from '../../contracts/notification.js';
import { clip, maskSign } from './sms-text.rules.js';
import type { Template } from './templates.js';

/** Longest forms that fit into one SMS; secrets are short by themselves and never cut. */
const PURPOSE = 40;
const MOMENT = 16;
const DEVICE = 30;
const WHAT = 40;

type Mine = Extract<
  TemplateName,
  `account-${string}` | `password-${string}` | `phone-${string}` | 'otp' | 'new-device' | 'contact-changed'
>;

/** Messages about an account: opened, signed in, changed, closed. */
export const accountTemplates: { readonly [Name in Mine]: Template<TemplateVariables[Name]> } = {
  'account-opened': {
    secrets: ['password'],
    sms: (v) =>
      `Tai khoan: ${clip(v.insuranceNumber, 12)}. Mat khau: ${v.password} (dung mot lan, trong 72 gio). Dang nhap va doi mat khau ngay. Khong dua mat khau cho bat ky ai.`,
    email: (v, publicUrl) => ({
      subject: 'Tài khoản giao dịch điện tử của bạn đã mở',
      greeting: `Chào ${v.fullName}`,
      paragraphs: [
        'Hồ sơ của bạn đã được duyệt và tài khoản đã mở. Tên đăng nhập là mã số BHXH của bạn.',
        'Mật khẩu dùng một lần chỉ được gửi bằng tin nhắn SMS đến số điện thoại bạn đã đăng ký và có hiệu lực trong 72 giờ.',
        'Cách bắt đầu: 1. Mở trang đăng nhập. 2. Nhập mã số BHXH và mật khẩu trong tin nhắn. 3. Đổi mật khẩu, chọn Hoàn tất, rồi nhập mã OTP gửi đến điện thoại.',
        'Không nhận được tin nhắn? Hãy mang giấy tờ tùy thân đến cơ quan BHXH để được cấp lại.',
      ],
      facts: [['Mã số BHXH', v.insuranceNumber]],
      link: { label: 'Trang đăng nhập', href: `${publicUrl}/dang-nhap` },
    }),
  },
  otp: {
    secrets: ['code'],
    sms: (v) =>
      `Ma OTP: ${v.code} de ${clip(v.purpose, PURPOSE)}. Hieu luc 5 phut. Khong dua ma nay cho bat ky ai, ke ca can bo BHXH.`,
    email: (v) => ({
      subject: 'Mã OTP của bạn',
      greeting: 'Chào bạn',
      paragraphs: [
        `Mã OTP để ${v.purpose}: ${v.code}`,
        'Mã có hiệu lực 5 phút. Không đưa mã này cho bất kỳ ai, kể cả cán bộ BHXH.',
      ],
    }),
  },
  'password-changed': {
    secrets: [],
    sms: (v) =>
      `Mat khau giao dich BHXH cua ban da doi luc ${clip(v.time, MOMENT)}. Neu khong phai ban, hay bao ngay co quan BHXH.`,
    email: (v) => ({
      subject: 'Mật khẩu của bạn đã đổi',
      greeting: 'Chào bạn',
      paragraphs: [
        `Mật khẩu tài khoản giao dịch điện tử của bạn đã đổi lúc ${v.time}.`,
        'Nếu không phải bạn đổi, hãy báo ngay cho cơ quan BHXH.',
      ],
    }),
  },
  'password-expiry': {
    secrets: [],
    sms: (v) =>
      `Mat khau giao dich BHXH het han sau ${clip(v.days, 3)} ngay. Han cuoi ${clip(v.lastDay, 10)}. Hay dang nhap va doi mat khau.`,
    email: (v) => ({
      subject: `Mật khẩu của bạn hết hạn sau ${v.days} ngày`,
      greeting: 'Chào bạn',
      paragraphs: [
        `Mật khẩu của bạn dùng được đến hết ngày ${v.lastDay}.`,
        'Hãy đăng nhập, chọn Đổi mật khẩu và làm theo hướng dẫn.',
      ],
    }),
  },
  'new-device': {
    secrets: [],
    sms: (v) =>
      `Tai khoan BHXH cua ban vua dang nhap tren ${clip(v.device, DEVICE)} luc ${clip(v.time, MOMENT)}. Neu khong phai ban, chon Quen mat khau ngay.`,
    email: (v, publicUrl) => ({
      subject: 'Tài khoản của bạn vừa đăng nhập trên thiết bị mới',
      greeting: 'Chào bạn',
      paragraphs: [
        `Tài khoản giao dịch điện tử của bạn vừa được đăng nhập trên một thiết bị chưa dùng trước đây: ${v.device}, lúc ${v.time}.`,
        'Nếu là bạn, bạn không cần làm gì. Nếu không phải bạn, hãy mở trang Quên mật khẩu và đặt mật khẩu mới ngay, hoặc báo cơ quan BHXH.',
      ],
      link: { label: 'Quên mật khẩu', href: `${publicUrl}/quen-mat-khau` },
    }),
  },
  'account-locked': {
    secrets: [],
    sms: (v) =>
      `Tai khoan BHXH cua ban da khoa luc ${clip(v.time, MOMENT)} theo yeu cau "khong phai toi". Chon Quen mat khau de dat mat khau moi va mo lai.`,
    email: (v, publicUrl) => ({
      subject: 'Tài khoản của bạn đã khóa',
      greeting: 'Chào bạn',
      paragraphs: [
        `Tài khoản của bạn đã khóa lúc ${v.time} vì có người chọn "Không phải tôi" ở trang Thiết bị. Mọi phiên đăng nhập đã kết thúc.`,
        'Để mở lại, hãy chọn Quên mật khẩu và đặt mật khẩu mới bằng mã OTP gửi đến điện thoại đã đăng ký. Mất điện thoại đó? Hãy mang giấy tờ tùy thân đến cơ quan BHXH.',
      ],
      link: { label: 'Đặt mật khẩu mới', href: `${publicUrl}/quen-mat-khau` },
    }),
  },
  'password-reset': {
    secrets: ['password'],
    sms: (v) =>
      `Cap lai mat khau. Tai khoan: ${clip(v.insuranceNumber, 12)}. Mat khau: ${v.password} (dung mot lan, 72 gio). Dang nhap va doi ngay. Khong phai ban? Bao co quan BHXH.`,
    email: (v, publicUrl) => ({
      subject: 'Mật khẩu của bạn đã được cấp lại',
      greeting: `Chào ${v.fullName}`,
      paragraphs: [
        'Cán bộ đã cấp lại mật khẩu dùng một lần theo đề nghị của bạn tại quầy. Mật khẩu chỉ gửi bằng tin nhắn SMS và có hiệu lực trong 72 giờ.',
        'Nếu bạn không đề nghị, hãy báo ngay cho cơ quan BHXH.',
      ],
      facts: [['Mã số BHXH', v.insuranceNumber]],
      link: { label: 'Trang đăng nhập', href: `${publicUrl}/dang-nhap` },
    }),
  },
  'password-reset-letter': {
    secrets: [],
    sms: (v) =>
      `Mat khau giao dich BHXH cua ban da cap lai bang thu in tai quay luc ${clip(v.time, MOMENT)}. Neu khong phai ban, hay bao ngay co quan BHXH.`,
    email: (v) => ({
      subject: 'Mật khẩu của bạn đã được cấp lại tại quầy',
      greeting: 'Chào bạn',
      paragraphs: [
        `Cán bộ đã in thư mật khẩu dùng một lần cho tài khoản của bạn lúc ${v.time}.`,
        'Nếu bạn không đề nghị, hãy báo ngay cho cơ quan BHXH.',
      ],
    }),
  },
  'phone-changed': {
    secrets: [],
    sms: (v) =>
      `So dien thoai cua tai khoan BHXH da doi sang ${clip(maskSign(v.newPhone), 12)} luc ${clip(v.time, MOMENT)}. Neu khong phai ban, hay bao ngay co quan BHXH.`,
    email: (v) => ({
      subject: 'Số điện thoại của tài khoản đã đổi',
      greeting: 'Chào bạn',
      paragraphs: [
        `Số điện thoại của tài khoản giao dịch điện tử đã đổi sang ${v.newPhone} lúc ${v.time}. Mọi phiên đăng nhập đã kết thúc.`,
        'Nếu không phải bạn đổi, hãy báo ngay cho cơ quan BHXH.',
      ],
    }),
  },
  'phone-registered': {
    secrets: [],
    sms: (v) =>
      `So nay la so dien thoai cua tai khoan BHXH ${clip(v.insuranceNumber, 12)} tu ${clip(v.time, MOMENT)}. Ma OTP se gui den day.`,
    email: (v) => ({
      subject: 'Số điện thoại mới của tài khoản',
      greeting: 'Chào bạn',
      paragraphs: [`Từ ${v.time}, mã OTP và mật khẩu của tài khoản gửi đến số điện thoại mới mà bạn đã đăng ký.`],
      facts: [['Mã số BHXH', v.insuranceNumber]],
    }),
  },
  'contact-changed': {
    secrets: [],
    sms: (v) =>
      `Tai khoan BHXH cua ban da cap nhat ${clip(v.what, WHAT)} luc ${clip(v.time, MOMENT)}. Neu khong phai ban, hay bao ngay co quan BHXH.`,
    email: (v) => ({
      subject: 'Thông tin của tài khoản đã cập nhật',
      greeting: 'Chào bạn',
      paragraphs: [
        `Tài khoản của bạn đã cập nhật ${v.what} lúc ${v.time}.`,
        'Nếu không phải bạn yêu cầu, hãy báo ngay cho cơ quan BHXH.',
      ],
    }),
  },
  'account-closed': {
    secrets: [],
    sms: (v) =>
      `Tai khoan giao dich BHXH ${clip(v.insuranceNumber, 12)} da ngung su dung luc ${clip(v.time, MOMENT)}. Can dung lai, hay dang ky moi.`,
    email: (v, publicUrl) => ({
      subject: 'Tài khoản của bạn đã ngừng sử dụng',
      greeting: 'Chào bạn',
      paragraphs: [
        `Theo yêu cầu của bạn, tài khoản giao dịch điện tử đã ngừng sử dụng lúc ${v.time}. Quyền lợi BHXH, BHYT của bạn không thay đổi.`,
        'Khi cần dùng lại, bạn đăng ký mới như lần đầu.',
      ],
      facts: [['Mã số BHXH', v.insuranceNumber]],
      link: { label: 'Đăng ký', href: `${publicUrl}/dang-ky` },
    }),
  },
};
