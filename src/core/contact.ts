import { clean } from './text.js';

/** A field looked at: its normal form, or one sentence that says what is wrong and what to do. */
export type Checked = { readonly value: string } | { readonly fault: string };

export const ok = (value: string): Checked => ({ value });
export const bad = (fault: string): Checked => ({ fault });

/** Blanks, dots and dashes that people put between digits. */
export const bare = (text: string): string => clean(text).replace(/[\s.\-–()]/g, '');

export const DIGITS = /^[0-9]+$/;

const MOBILE = /^0(3[2-9]|5[25689]|7[06789]|8[1-9]|9\d)\d{7}$/;

/** +84, 0084 and 84 in front stand for 0. */
const national = (number: string): string =>
  number
    .replace(/^(?:\+|00)84(?=0?\d)/, '0')
    .replace(/^84(?=\d{9}$)/, '0')
    .replace(/^00(?=\d{9}$)/, '0');

export const checkPhone = (text: string): Checked => {
  const phone = national(bare(text));
  if (!phone) return bad('Hãy nhập số điện thoại di động của bạn, ví dụ 0905612347.');
  if (!DIGITS.test(phone)) return bad('Số điện thoại chỉ gồm chữ số. Hãy nhập đủ 10 chữ số, ví dụ 0905612347.');
  if (/^02\d{8,9}$/.test(phone))
    return bad('Đây là số máy bàn, không nhận được SMS. Hãy nhập số di động, ví dụ 0905612347.');
  if (phone.length !== 10)
    return bad(`Số bạn nhập có ${phone.length} chữ số. Hãy nhập đủ 10 chữ số, ví dụ 0905612347.`);
  if (!MOBILE.test(phone))
    return bad(`Đầu số ${phone.slice(0, 3)} không phải số di động. Hãy xem lại, ví dụ 0905612347.`);
  return ok(phone);
};

const EMAIL =
  /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/;

/** Optional: nothing typed is right, too. */
export const checkEmail = (text: string): Checked => {
  const address = clean(text);
  if (!address) return ok('');
  if (address.length > 120) return bad('Địa chỉ thư dài quá 120 ký tự. Hãy nhập địa chỉ khác hoặc để trống.');
  if (!EMAIL.test(address)) return bad('Địa chỉ thư chưa đúng dạng. Hãy nhập như ten@vidu.vn, hoặc để trống.');
  return ok(address.toLowerCase());
};
