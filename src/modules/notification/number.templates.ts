import type { TemplateName, TemplateVariables } from '../../contracts/notification.js';
import { clip } from './sms-text.rules.js';
import type { Template } from './templates.js';

const NUMBER = 12;

type Mine = Extract<TemplateName, `number-${string}`>;

/** The answer to whoever looked his insurance number up. */
export const numberTemplates: { readonly [Name in Mine]: Template<TemplateVariables[Name]> } = {
  'number-found': {
    secrets: [],
    sms: (v) =>
      `Ma so BHXH cua ban: ${clip(v.insuranceNumber, NUMBER)}. Tin nay gui theo yeu cau o trang Tra cuu ma so. Neu khong phai ban, hay bao co quan BHXH.`,
    email: (v) => ({
      subject: 'Mã số BHXH của bạn',
      greeting: 'Chào bạn',
      paragraphs: [
        'Vừa có yêu cầu gửi mã số BHXH của bạn ở trang Tra cứu mã số.',
        'Nếu không phải bạn yêu cầu, hãy báo cho cơ quan BHXH.',
      ],
      facts: [['Mã số BHXH', v.insuranceNumber]],
    }),
  },
};
