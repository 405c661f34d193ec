import type { TemplateName, TemplateVariables } from '../../contracts/notification.js';
import { clip } from './sms-text.rules.js';
import type { Template } from './templates.js';

/** Longest forms that fit into one SMS. */
const RESULT = 24;
const MOMENT = 16;

type Mine = Extract<TemplateName, `card-${string}`>;

/** Messages about a shown health insurance card. */
export const cardTemplates: { readonly [Name in Mine]: Template<TemplateVariables[Name]> } = {
  'card-checked': {
    secrets: [],
    sms: (v) =>
      `The BHYT ban dua ra vua duoc kiem tra luc ${clip(v.time, MOMENT)}: ${clip(v.result, RESULT)}. Neu ban khong dua the cho ai, hay bao co quan BHXH.`,
    email: (v, publicUrl) => ({
      subject: 'Thẻ BHYT của bạn vừa được kiểm tra',
      greeting: 'Chào bạn',
      paragraphs: [
        `Lúc ${v.time} có người kiểm tra mã Sử dụng thẻ được tạo từ tài khoản của bạn hoặc của người giám hộ. Kết quả: ${v.result}.`,
        'Người kiểm tra chỉ thấy họ tên và thời hạn của thẻ. Nếu bạn không đưa thẻ cho ai, hãy đổi mật khẩu và báo cơ quan BHXH.',
      ],
      link: { label: 'Ai đã xem dữ liệu của tôi', href: `${publicUrl}/ca-nhan/ai-da-xem` },
    }),
  },
};
