import { MINUTE } from '../../core/clock.js';
import { clean } from '../../core/text.js';

/** Why the account of a person is opened at the desk. Audit and "Ai đã xem" show the words. */
export const helpReasons = {
  'quen-mat-khau': 'Người dân đến quầy: quên mật khẩu',
  'mat-dien-thoai': 'Người dân đến quầy: mất điện thoại',
  'doi-so': 'Người dân đến quầy: đổi số',
  'bi-la': 'Người dân đến quầy: bị người lạ đăng nhập',
  khac: 'Người dân đến quầy: việc khác',
} as const;
export type HelpReason = keyof typeof helpReasons;

export const helpPurpose = (reason: HelpReason, note: string): string =>
  note ? `${helpReasons[reason]}. ${note}` : helpReasons[reason];

/** So long the page of an account stays open to the officer who gave its number and a reason. */
export const OPENING_LIFE = 15 * MINUTE;

/** What a session remembers of an account it has opened. */
export interface Opening {
  readonly account: string;
  readonly reason: HelpReason;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export const isFresh = (opening: Opening | undefined, account: string, now: Date): opening is Opening =>
  opening?.account === account && now.getTime() < opening.until;

/** A one-time password is valid so long. */
export const LETTER_HOURS = 72;

/** Words of the acts of desk help. */
export const helpActs = {
  'approval.help-opened': 'Mở trang hỗ trợ tài khoản',
  'approval.help-password-reset': 'Cấp lại mật khẩu tại quầy',
  'approval.help-letter-handed': 'Giao tận tay thư mật khẩu',
  'approval.help-phone-proposed': 'Đề nghị đổi số điện thoại, chờ người thứ hai',
  'approval.help-phone-changed': 'Đổi số điện thoại tại quầy',
} as const;

/** What the history of an account's help is made of; how a proposal ended stands beside. */
export const helpLines: readonly string[] = [
  ...Object.keys(helpActs),
  'approval.second-rejected',
  'approval.second-cancelled',
];

/** A number looked at: its normal form, or one sentence that says what is wrong and what to do. */
export type Checked = { readonly value: string } | { readonly fault: string };

const bare = (text: string): string => clean(text).replace(/[\s.\-–()]/g, '');

const MOBILE = /^0(3[2-9]|5[25689]|7[06789]|8[1-9]|9\d)\d{7}$/;
const digits = (number: string, wanted: string): Checked => ({
  fault: `Số bạn nhập có ${number.length} chữ số. Hãy nhập đủ ${wanted}.`,
});

/** Number of the account: mã số BHXH (10 digits) or số định danh (12 digits). */
export const checkAccountNumber = (text: string): Checked => {
  const number = bare(text);
  if (!number) return { fault: 'Hãy nhập mã số BHXH (10 chữ số) hoặc số định danh (12 chữ số).' };
  if (/^[A-Z]{2}\d{13}$/i.test(number)) return { fault: 'Đây là mã thẻ BHYT. Hãy nhập 10 số cuối của mã thẻ.' };
  if (!/^\d+$/.test(number)) return { fault: 'Số này chỉ gồm chữ số. Hãy nhập lại, ví dụ 4811223344.' };
  if (number.length !== 10 && number.length !== 12)
    return digits(number, '10 chữ số của mã số BHXH hoặc 12 chữ số của số định danh');
  return { value: number };
};

/** A mobile number that takes SMS; +84, 0084 and 84 in front stand for 0. */
export const checkNewPhone = (text: string): Checked => {
  const phone = bare(text).replace(/^(?:\+|00)?84(?=\d{9}$)/, '0');
  if (!phone) return { fault: 'Hãy nhập số điện thoại mới, ví dụ 0905612347.' };
  if (!/^\d+$/.test(phone)) return { fault: 'Số điện thoại chỉ gồm chữ số. Hãy nhập đủ 10 chữ số, ví dụ 0905612347.' };
  if (/^02\d{8,9}$/.test(phone))
    return { fault: 'Đây là số máy bàn, không nhận được SMS. Hãy nhập số di động, ví dụ 0905612347.' };
  if (phone.length !== 10) return digits(phone, '10 chữ số, ví dụ 0905612347');
  if (!MOBILE.test(phone))
    return { fault: `Đầu số ${phone.slice(0, 3)} không phải số di động. Hãy xem lại, ví dụ 0905612347.` };
  return { value: phone };
};
