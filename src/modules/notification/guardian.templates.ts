import type { TemplateName, TemplateVariables } from '../../contracts/notification.js';
import { clip, maskSign } from './sms-text.rules.js';
import type { Template } from './templates.js';

/** Longest forms that fit into one SMS. */
const NUMBER = 12;
const MOMENT = 16;

const ASK = 'Nếu không đúng, hãy báo ngay cho cơ quan BHXH.';

type Mine = Extract<TemplateName, `guardian-${string}` | `ward-${string}`>;

/** Messages about who may read whose record. */
export const guardianTemplates: { readonly [Name in Mine]: Template<TemplateVariables[Name]> } = {
  'guardian-registered': {
    secrets: [],
    sms: (v) =>
      `Ban duoc xem ho so BHXH cua nguoi co ma so ${clip(maskSign(v.ward), NUMBER)}, ghi luc ${clip(v.time, MOMENT)}. Neu khong dung, hay bao co quan BHXH.`,
    email: (v, publicUrl) => ({
      subject: 'Bạn được xem hồ sơ của người được giám hộ',
      greeting: 'Chào bạn',
      paragraphs: [
        `Cơ quan BHXH đã ghi bạn là người giám hộ của người có mã số ${v.ward} lúc ${v.time}. Bạn xem được hồ sơ của người đó trong tài khoản của mình.`,
        ASK,
      ],
      link: { label: 'Người được giám hộ', href: `${publicUrl}/ca-nhan/nguoi-duoc-giam-ho` },
    }),
  },
  'guardian-ended': {
    secrets: [],
    sms: (v) =>
      `Ban khong con xem duoc ho so BHXH cua nguoi co ma so ${clip(maskSign(v.ward), NUMBER)}, tu ${clip(v.time, MOMENT)}.`,
    email: (v) => ({
      subject: 'Việc giám hộ đã kết thúc',
      greeting: 'Chào bạn',
      paragraphs: [`Từ ${v.time}, bạn không còn xem được hồ sơ của người có mã số ${v.ward}.`, ASK],
    }),
  },
  'ward-registered': {
    secrets: [],
    sms: (v) =>
      `Nguoi co ma so ${clip(maskSign(v.guardian), NUMBER)} duoc xem ho so BHXH cua ban, ghi luc ${clip(v.time, MOMENT)}. Neu khong dung, hay bao co quan BHXH.`,
    email: (v, publicUrl) => ({
      subject: 'Người giám hộ được xem hồ sơ của bạn',
      greeting: 'Chào bạn',
      paragraphs: [
        `Cơ quan BHXH đã ghi người có mã số ${v.guardian} là người giám hộ của bạn lúc ${v.time}. Người đó xem được hồ sơ của bạn.`,
        ASK,
      ],
      link: { label: 'Xem ai là người giám hộ', href: `${publicUrl}/ca-nhan/nguoi-duoc-giam-ho` },
    }),
  },
  'ward-ended': {
    secrets: [],
    sms: (v) =>
      `Nguoi co ma so ${clip(maskSign(v.guardian), NUMBER)} khong con xem duoc ho so BHXH cua ban, tu ${clip(v.time, MOMENT)}.`,
    email: (v) => ({
      subject: 'Việc giám hộ đã kết thúc',
      greeting: 'Chào bạn',
      paragraphs: [`Từ ${v.time}, người có mã số ${v.guardian} không còn xem được hồ sơ của bạn.`, ASK],
    }),
  },
};
