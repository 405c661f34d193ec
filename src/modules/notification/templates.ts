import type { TemplateName, TemplateVariables } from '../../contracts/notification.js';
import type { Letter } from './letter.rules.js';
import { clip } from './sms-text.rules.js';

/** One message in its two channels. An SMS never holds a link, a letter never a password. */
export interface Template<Variables> {
  /** Variables that only the recipient may read: hidden wherever the text is shown, wiped after sending. */
  readonly secrets: readonly (keyof Variables & string)[];
  sms(variables: Variables): string;
  email(variables: Variables, publicUrl: string): Letter;
}

/** Longest forms that fit into one SMS; secrets are short by themselves and never cut. */
const NUMBER = 16;
const REASON = 60;
const PURPOSE = 40;
const MOMENT = 16;

const LAST_DAY = 'Ngày cuối cùng nộp hồ sơ';
const DOSSIER = 'Số hồ sơ';
const HAND_IN =
  'Bạn in tờ khai, ký tên rồi mang tờ khai và giấy tờ tùy thân bản gốc đến cơ quan BHXH gần nhất để nộp. Không có máy in, cán bộ in giúp bạn.';

/** Every text that leaves the house, in one place. */
export const templates: { readonly [Name in TemplateName]: Template<TemplateVariables[Name]> } = {
  'dossier-declared': {
    secrets: [],
    sms: (v) =>
      `Da ghi nhan to khai ${clip(v.dossierNumber, NUMBER)}. Hay in, ky va nop tai co quan BHXH, mang theo giay to tuy than. Han cuoi ${clip(v.lastDay, 10)}.`,
    email: (v) => ({
      subject: `Đã ghi nhận tờ khai ${v.dossierNumber}`,
      greeting: 'Chào bạn',
      paragraphs: [
        'Tờ khai đăng ký giao dịch điện tử của bạn đã được ghi nhận.',
        HAND_IN,
        'Sau ngày cuối cùng, tờ khai chưa nộp và các ảnh kèm theo sẽ bị xóa.',
      ],
      facts: [
        [DOSSIER, v.dossierNumber],
        [LAST_DAY, v.lastDay],
      ],
    }),
  },
  'dossier-reminder': {
    secrets: [],
    sms: (v) =>
      `Ho so ${clip(v.dossierNumber, NUMBER)} chua nop. Han cuoi ${clip(v.lastDay, 10)}. Hay mang to khai da ky va giay to tuy than den co quan BHXH. Qua han ho so bi xoa.`,
    email: (v) => ({
      subject: `Nhắc nộp hồ sơ ${v.dossierNumber}, hạn cuối ${v.lastDay}`,
      greeting: 'Chào bạn',
      paragraphs: [
        'Hồ sơ đăng ký giao dịch điện tử của bạn chưa được nộp.',
        HAND_IN,
        'Quá hạn, hồ sơ và các ảnh kèm theo sẽ bị xóa; bạn có thể kê khai lại.',
      ],
      facts: [
        [DOSSIER, v.dossierNumber],
        [LAST_DAY, v.lastDay],
      ],
    }),
  },
  'dossier-handed-in': {
    secrets: [],
    sms: (v) => `Co quan BHXH da nhan ho so ${clip(v.dossierNumber, NUMBER)}. Ket qua se duoc bao bang tin nhan.`,
    email: (v) => ({
      subject: `Đã nhận hồ sơ ${v.dossierNumber}`,
      greeting: 'Chào bạn',
      paragraphs: ['Cơ quan BHXH đã nhận tờ khai có chữ ký của bạn. Kết quả sẽ được gửi qua tin nhắn và thư điện tử.'],
      facts: [[DOSSIER, v.dossierNumber]],
    }),
  },
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
  'dossier-refused': {
    secrets: ['repairCode', 'repairLink'],
    sms: (v) =>
      `Ho so ${clip(v.dossierNumber, NUMBER)} bi tu choi: ${clip(v.shortReason, REASON)}. Hay hoi co quan BHXH hoac ke khai lai. Ma sua ho so: ${v.repairCode}.`,
    email: (v) => ({
      subject: `Hồ sơ ${v.dossierNumber} cần sửa`,
      greeting: `Chào ${v.fullName}`,
      paragraphs: [
        'Hồ sơ của bạn chưa được duyệt. Lý do:',
        v.fullReason,
        'Bạn xem lại hồ sơ tại trang Tra cứu hồ sơ, rồi kê khai lại cho đúng. Chưa rõ phải sửa gì, hãy hỏi cơ quan BHXH đã nhận hồ sơ.',
      ],
      facts: [
        [DOSSIER, v.dossierNumber],
        ['Mã sửa hồ sơ', v.repairCode],
      ],
      link: { label: 'Tra cứu hồ sơ', href: v.repairLink },
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
  'declaration-for-holder': {
    secrets: [],
    sms: (v) =>
      `Co to khai ${clip(v.dossierNumber, NUMBER)} dung ma so BHXH cua ban. Neu khong phai ban ke khai, hay bao ngay co quan BHXH.`,
    email: (v) => ({
      subject: 'Có tờ khai dùng mã số BHXH của bạn',
      greeting: 'Chào bạn',
      paragraphs: [
        'Vừa có một tờ khai đăng ký giao dịch điện tử dùng mã số BHXH của bạn.',
        'Nếu không phải bạn kê khai, hãy báo ngay cho cơ quan BHXH. Tài khoản của bạn không đổi gì khi cán bộ chưa duyệt.',
      ],
      facts: [[DOSSIER, v.dossierNumber]],
    }),
  },
};
