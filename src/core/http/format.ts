import { dayOf, DAY, HOUR } from '../clock.js';
import { MOST } from '../db/count-up-to.js';

/** A day as `yyyy-mm-dd`, or an instant that is read in Viet Nam time. */
export type DayOrInstant = string | Date;

type Maybe<T> = T | null | undefined;

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;

/** What is hidden looks the same everywhere, so its length tells nothing. */
const HIDDEN = '•••';

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]/;

/** Day part of either form as `yyyy-mm-dd`; a text that is no instant is left as it is. */
const asDay = (value: DayOrInstant): string => {
  if (value instanceof Date) return dayOf(value);
  return INSTANT.test(value) ? dayOf(new Date(value)) : value;
};

const asInstant = (value: DayOrInstant): Date => (value instanceof Date ? value : new Date(value));

/** 16/03/2026. Parts of a date ("1958", "1958-03") become "1958" and "03/1958"; nothing becomes an empty text. */
export const date = (value: Maybe<DayOrInstant>): string =>
  value === null || value === undefined ? '' : asDay(value).split('-').reverse().join('/');

/** 16/03: for lists in which the year is plain. */
export const dayMonth = (value: Maybe<DayOrInstant>): string => date(value).slice(0, 5);

/** 07:58 in Viet Nam. */
export const time = (value: Maybe<DayOrInstant>): string =>
  value === null || value === undefined
    ? ''
    : new Date(asInstant(value).getTime() + 7 * HOUR).toISOString().slice(11, 16);

/** 07:58:30 in Viet Nam. */
export const clockTime = (moment: Date): string => new Date(moment.getTime() + 7 * HOUR).toISOString().slice(11, 19);

/** 16/03/2026 07:58 in Viet Nam. */
export const dateTime = (value: Maybe<DayOrInstant>): string =>
  value === null || value === undefined ? '' : `${date(dayOf(asInstant(value)))} ${time(value)}`;

/** "Thứ Năm, 26/03/2026". */
export const longDate = (value: Maybe<DayOrInstant>): string => {
  if (value === null || value === undefined) return '';
  const days = Math.floor(Date.parse(`${asDay(value)}T00:00:00Z`) / DAY);
  // 1970-01-01 was a Thursday, the fifth day of WEEKDAYS.
  const weekday = WEEKDAYS[(((days + 4) % 7) + 7) % 7];
  return weekday === undefined ? date(value) : `${weekday}, ${date(value)}`;
};

/** 1.234.567; a fraction is written after a comma. */
export const number = (value: Maybe<number | bigint>): string => {
  if (value === null || value === undefined) return '';
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
};

/** "1.000", or "hơn 1.000" where counting stopped. */
export const counted = (count: number): string => (count > MOST ? `hơn ${number(MOST)}` : number(count));

/** 1.234.567 đ, from whole đồng. */
export const money = (value: Maybe<number | bigint>): string =>
  value === null || value === undefined ? '' : `${number(value)} đ`;

/** "7 năm 11 tháng", "4 tháng", "2 năm"; none is "0 tháng". */
export const months = (count: number): string => {
  const [years, rest] = [Math.floor(count / 12), count % 12];
  const parts = [years > 0 ? `${years} năm` : '', rest > 0 || years === 0 ? `${rest} tháng` : ''];
  return parts.filter(Boolean).join(' ');
};

const maskMiddle = (text: string, head: number, tail: number): string =>
  text.length > head + tail ? text.slice(0, head) + HIDDEN + text.slice(-tail) : HIDDEN;

/** 0912•••678. */
export const maskPhone = (phone: Maybe<string>): string => (phone ? maskMiddle(phone, 4, 3) : '');

/** 048085•••321 for an identity number of 12 digits; a shorter paper number keeps less. */
export const maskPaper = (paper: Maybe<string>): string =>
  paper ? maskMiddle(paper, paper.length >= 12 ? 6 : 3, paper.length >= 9 ? 3 : 2) : '';

/** cuong•••@vidu.vn: at most five letters before the sign, fewer where the name is short. */
export const maskEmail = (address: Maybe<string>): string => {
  const at = address?.lastIndexOf('@') ?? -1;
  if (!address || at < 1) return '';
  return address.slice(0, Math.min(5, Math.ceil(at / 2))) + HIDDEN + address.slice(at);
};

/** First letter of the given name, which is the last word: "Nguyễn Văn An" gives "A". */
export const initials = (name: Maybe<string>): string =>
  ([...(name?.normalize('NFC').trim().split(/\s+/).at(-1) ?? '')][0] ?? '').toLocaleUpperCase('vi');
