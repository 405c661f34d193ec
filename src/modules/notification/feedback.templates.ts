import type { TemplateName, TemplateVariables } from '../../contracts/notification.js';
import { clip } from './sms-text.rules.js';
import type { Template } from './templates.js';

const CODE = 12;
const DAY = 10;

type Mine = Extract<TemplateName, `feedback-${string}`>;

const CODE_LABEL = 'Mã phản ánh';
const follow = (publicUrl: string) => ({ label: 'Theo dõi phản ánh', href: `${publicUrl}/phan-anh/tra-cuu` });

/** What becomes of feedback. The answer itself is read behind code and phone, never in a message. */
export const feedbackTemplates: { readonly [Name in Mine]: Template<TemplateVariables[Name]> } = {
  'feedback-received': {
    secrets: ['title'],
    sms: (v) =>
      `Da tiep nhan phan anh ${clip(v.code, CODE)}. Tra loi truoc ${clip(v.lastDay, DAY)}. Theo doi tai trang Phan anh bang ma nay va so dien thoai cua ban.`,
    email: (v, publicUrl) => ({
      subject: `Đã tiếp nhận phản ánh ${v.code}`,
      greeting: 'Chào bạn',
      paragraphs: [
        `Cơ quan BHXH đã tiếp nhận phản ánh của bạn: ${v.title}.`,
        'Cơ quan tiếp nhận chịu trách nhiệm đến khi phản ánh được giải quyết; bạn không phải gửi lại ở nơi khác.',
      ],
      facts: [
        [CODE_LABEL, v.code],
        ['Trả lời trước ngày', v.lastDay],
      ],
      link: follow(publicUrl),
    }),
  },
  'feedback-question': {
    secrets: [],
    sms: (v) =>
      `Phan anh ${clip(v.code, CODE)} can ban bo sung thong tin. Mo trang Tra cuu phan anh, nhap ma nay va so dien thoai de tra loi.`,
    email: (v, publicUrl) => ({
      subject: `Phản ánh ${v.code} cần bạn bổ sung`,
      greeting: 'Chào bạn',
      paragraphs: [
        'Cán bộ cần thêm thông tin để giải quyết phản ánh của bạn. Mở trang theo dõi để đọc câu hỏi và trả lời.',
      ],
      facts: [[CODE_LABEL, v.code]],
      link: follow(publicUrl),
    }),
  },
  'feedback-extended': {
    secrets: [],
    sms: (v) =>
      `Phan anh ${clip(v.code, CODE)} can them thoi gian, tra loi truoc ${clip(v.lastDay, DAY)}. Ly do xem tai trang Tra cuu phan anh.`,
    email: (v, publicUrl) => ({
      subject: `Phản ánh ${v.code}: gia hạn đến ${v.lastDay}`,
      greeting: 'Chào bạn',
      paragraphs: [
        'Phản ánh của bạn cần thêm thời gian để giải quyết. Lý do:',
        v.reason,
        'Thời hạn chỉ được gia hạn một lần.',
      ],
      facts: [
        [CODE_LABEL, v.code],
        ['Hạn mới', v.lastDay],
      ],
      link: follow(publicUrl),
    }),
  },
  'feedback-answered': {
    secrets: [],
    sms: (v) =>
      `Phan anh ${clip(v.code, CODE)} da co tra loi. Mo trang Tra cuu phan anh, nhap ma nay va so dien thoai de doc va danh gia.`,
    email: (v, publicUrl) => ({
      subject: `Phản ánh ${v.code} đã có trả lời`,
      greeting: 'Chào bạn',
      paragraphs: [
        'Cơ quan BHXH đã trả lời phản ánh của bạn. Mở trang theo dõi để đọc, đánh giá, hoặc mở lại nếu chưa được giải quyết.',
      ],
      facts: [[CODE_LABEL, v.code]],
      link: follow(publicUrl),
    }),
  },
  'feedback-merged': {
    secrets: [],
    sms: (v) =>
      `Phan anh ${clip(v.code, CODE)} trung noi dung voi ${clip(v.into, CODE)} cua ban nen duoc gop lai. Hay theo doi bang ma ${clip(v.into, CODE)}.`,
    email: (v, publicUrl) => ({
      subject: `Phản ánh ${v.code} được gộp vào ${v.into}`,
      greeting: 'Chào bạn',
      paragraphs: ['Hai phản ánh của bạn cùng nội dung nên được giải quyết chung, không mất nội dung nào.'],
      facts: [
        [CODE_LABEL, v.code],
        ['Theo dõi bằng mã', v.into],
      ],
      link: follow(publicUrl),
    }),
  },
  'feedback-follow-up': {
    secrets: [],
    sms: (v) =>
      `Phan anh ${clip(v.code, CODE)} da duoc giai quyet chua? Hay mo trang Tra cuu phan anh, nhap ma nay va so dien thoai de cho biet.`,
    email: (v, publicUrl) => ({
      subject: `Phản ánh ${v.code} đã được giải quyết chưa?`,
      greeting: 'Chào bạn',
      paragraphs: [
        'Hai tuần trước cơ quan BHXH đã trả lời phản ánh của bạn. Việc đó đã được giải quyết chưa? Mở trang theo dõi để cho biết.',
      ],
      facts: [[CODE_LABEL, v.code]],
      link: follow(publicUrl),
    }),
  },
  'feedback-redirected': {
    secrets: [],
    sms: (v) =>
      `Noi dung ${clip(v.code, CODE)} la khieu nai, to cao nen giai quyet theo luat rieng. Co quan da chuyen va tra loi ban tai trang Tra cuu phan anh.`,
    email: (v, publicUrl) => ({
      subject: `Nội dung ${v.code} được giải quyết theo luật khiếu nại, tố cáo`,
      greeting: 'Chào bạn',
      paragraphs: [
        'Nội dung của bạn là khiếu nại hoặc tố cáo, luật quy định trình tự giải quyết riêng. Cơ quan tiếp nhận đã chuyển giúp bạn và nêu rõ nơi giải quyết trên trang theo dõi.',
      ],
      facts: [[CODE_LABEL, v.code]],
      link: follow(publicUrl),
    }),
  },
};
