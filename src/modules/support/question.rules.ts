import { fold } from '../../core/text.js';
import type { QuestionState } from './question.model.js';

/** Moves on with every change of a published answer. */
export const TOPIC = 'support.faq';

export interface Group {
  readonly code: string;
  readonly title: string;
  /** Name of an icon of the sprite. */
  readonly icon: string;
}

/** The groups of the page, in their order. */
export const GROUPS: readonly Group[] = [
  { code: 'dang-ky', title: 'Đăng ký giao dịch điện tử', icon: 'pencil-square' },
  { code: 'dang-nhap', title: 'Đăng nhập, mật khẩu, mã OTP, thiết bị', icon: 'key' },
  { code: 'thong-tin', title: 'Thông tin cá nhân và giám hộ', icon: 'person' },
  { code: 'the-bhyt', title: 'Thẻ BHYT', icon: 'credit-card-2-front' },
  { code: 'qua-trinh', title: 'Quá trình tham gia', icon: 'clock-history' },
  { code: 'thong-tin-huong', title: 'Thông tin hưởng, sổ khám chữa bệnh', icon: 'journal-medical' },
  { code: 'tra-cuu', title: 'Tra cứu và mã số BHXH', icon: 'search' },
  { code: 'bhxh', title: 'BHXH bắt buộc và tự nguyện', icon: 'people' },
  { code: 'bhyt', title: 'Bảo hiểm y tế', icon: 'shield-check' },
  { code: 'om-dau-thai-san', title: 'Ốm đau, thai sản, tai nạn lao động', icon: 'calendar-event' },
  { code: 'huu-tri', title: 'Hưu trí, BHXH một lần, tử tuất', icon: 'cash-coin' },
  { code: 'bhtn', title: 'Bảo hiểm thất nghiệp', icon: 'calendar-x' },
  { code: 'rieng-tu', title: 'Quyền riêng tư và an toàn', icon: 'eye' },
  { code: 'ho-tro', title: 'Hỗ trợ, phản ánh, tin nhắn', icon: 'telephone' },
];

const byCode = new Map(GROUPS.map((group) => [group.code, group]));

/** A group that is no longer in the list keeps its code as its name. */
export const groupTitle = (code: string): string => byCode.get(code)?.title ?? code;
export const isGroup = (code: string): boolean => byCode.has(code);

const LONGEST_CODE = 60;

/** The words of a question as an address. */
export const codeOf = (question: string): string =>
  fold(question)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_CODE)
    .replace(/^-+|-+$/g, '') || 'cau-hoi';

/** Ways of asking, one a line, each once. */
export const waysOf = (asks: string): string[] =>
  [...new Set(asks.split('\n').map((line) => line.trim()))].filter(Boolean);

export const STATE_TAGS = {
  draft: { kind: 'new', icon: 'pencil', text: 'Bản nháp' },
  published: { kind: 'ok', icon: 'check-circle-fill', text: 'Đang đăng' },
  withdrawn: { kind: 'off', icon: 'archive', text: 'Đã rút' },
} as const satisfies Record<QuestionState, { kind: string; icon: string; text: string }>;
