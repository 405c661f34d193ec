import type { TemplateName, TemplateVariables } from '../../contracts/notification.js';
import type { Letter } from './letter.rules.js';
import { accountTemplates } from './account.templates.js';
import { cardTemplates } from './card.templates.js';
import { feedbackTemplates } from './feedback.templates.js';
import { guardianTemplates } from './guardian.templates.js';
import { numberTemplates } from './number.templates.js';
import { clip } from './sms-text.rules.js';
import { supportTemplates } from './support.templates.js';

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
const WHAT = 40;

const LAST_DAY = 'Ngày cuối cùng nộp hồ sơ';
const DOSSIER = 'Số hồ sơ';
const HAND_IN =
  'Bạn in tờ khai, ký tên rồi mang tờ khai và giấy tờ tùy thân bản gốc đến cơ quan BHXH gần nhất để nộp. Không có máy in, cán bộ in giúp bạn.';

/** Every text that leaves the house, in one place. */
export const templates: { readonly [Name in TemplateName]: Template<TemplateVariables[Name]> } = {
  ...accountTemplates,
  ...cardTemplates,
  ...feedbackTemplates,
  ...guardianTemplates,
  ...numberTemplates,
  ...supportTemplates,
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
  'dossier-refused': {
    secrets: ['repairCode', 'repairLink'],
    sms: (v) =>
      `Ho so ${clip(v.dossierNumber, NUMBER)} bi tu choi: ${clip(v.shortReason, REASON)}. Hay sua o trang Tra cuu ho so, ma sua: ${v.repairCode}.`,
    email: (v) => ({
      subject: `Hồ sơ ${v.dossierNumber} cần sửa`,
      greeting: `Chào ${v.fullName}`,
      paragraphs: [
        'Hồ sơ của bạn chưa được duyệt. Lý do:',
        v.fullReason,
        'Bạn sửa trên chính hồ sơ này, số hồ sơ giữ nguyên: mở liên kết bên dưới, hoặc vào Tra cứu hồ sơ, chọn Sửa hồ sơ và nhập mã sửa. Các ô cần sửa đã được đánh dấu.',
      ],
      facts: [
        [DOSSIER, v.dossierNumber],
        ['Mã sửa hồ sơ', v.repairCode],
      ],
      link: { label: 'Sửa hồ sơ', href: v.repairLink },
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
  'change-received': {
    secrets: [],
    sms: (v) =>
      `Da nhan yeu cau ${clip(v.what, WHAT)}, ho so ${clip(v.dossierNumber, NUMBER)}. Neu khong phai ban, hay bao ngay co quan BHXH.`,
    email: (v, publicUrl) => ({
      subject: `Đã nhận yêu cầu ${v.what}`,
      greeting: 'Chào bạn',
      paragraphs: [
        `Yêu cầu ${v.what} của bạn đã được ghi nhận. Cán bộ sẽ xem và báo kết quả bằng tin nhắn.`,
        'Nếu không phải bạn yêu cầu, hãy đăng nhập để rút yêu cầu, hoặc báo ngay cho cơ quan BHXH.',
      ],
      facts: [[DOSSIER, v.dossierNumber]],
      link: { label: 'Xem yêu cầu', href: `${publicUrl}/ca-nhan/thay-doi-thong-tin` },
    }),
  },
  'change-refused': {
    secrets: [],
    sms: (v) =>
      `Yeu cau ${clip(v.dossierNumber, NUMBER)} khong duoc duyet: ${clip(v.shortReason, REASON)}. Thong tin giu nhu cu. Dang nhap de xem va gui lai.`,
    email: (v, publicUrl) => ({
      subject: `Yêu cầu ${v.dossierNumber} chưa được duyệt`,
      greeting: `Chào ${v.fullName}`,
      paragraphs: ['Yêu cầu của bạn chưa được duyệt, thông tin giữ như cũ. Lý do:', v.fullReason],
      facts: [[DOSSIER, v.dossierNumber]],
      link: { label: 'Xem và gửi lại', href: `${publicUrl}/ca-nhan/thay-doi-thong-tin` },
    }),
  },
};
