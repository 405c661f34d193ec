import type { TemplateName, TemplateVariables } from '../../contracts/notification.js';
import { clip } from './sms-text.rules.js';
import type { Template } from './templates.js';

const CODE = 12;

type Mine = Extract<TemplateName, `support-${string}`>;

/** Letters from the page of help: what somebody wrote is for the office and the writer, for nobody else. */
export const supportTemplates: { readonly [Name in Mine]: Template<TemplateVariables[Name]> } = {
  'support-letter': {
    secrets: ['from', 'contact', 'subject', 'text'],
    sms: (v) => `Co thu hoi ${clip(v.code, CODE)} gui qua trang Ho tro. Noi dung xem trong thu dien tu cua co quan.`,
    email: (v) => ({
      subject: `[${v.code}] ${v.subject}`,
      greeting: '',
      paragraphs: v.text.split('\n'),
      facts: [
        ['Mã thư', v.code],
        ['Người gửi', v.from],
        ['Trả lời qua', v.contact],
      ],
    }),
  },
  'support-letter-copy': {
    secrets: ['subject', 'text'],
    sms: (v) => `Co quan BHXH da nhan thu hoi ${clip(v.code, CODE)} cua ban.`,
    email: (v) => ({
      subject: `Bản sao thư ${v.code}: ${v.subject}`,
      greeting: 'Chào bạn',
      paragraphs: ['Cơ quan BHXH đã nhận thư của bạn. Nội dung bạn đã viết:', ...v.text.split('\n')],
      facts: [['Mã thư', v.code]],
    }),
  },
};
