import type { SettingKind } from '../../contracts/setting-words.js';
import { bad, checkEmail, ok, type Checked } from '../../core/contact.js';
import { money, number } from '../../core/http/format.js';
import { dutyOf } from './hotline.rules.js';
import { hoursOf } from './work-calendar.rules.js';

/** A central unit that may be chosen. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

type Of<Is extends SettingKind['is']> = Extract<SettingKind, { readonly is: Is }>;

const GROUPED = /^\d{1,3}(\.\d{3})+$|^\d+$/;
const PERCENT = /^\d{1,3}(?:[.,]\d{1,2})?$/;
const PHONE = /^\+?\d[\d .()-]{1,19}$/;
const MOST_DAYS = 3;

const EXAMPLES = {
  duty: 'T2-T6 7:00-11:30 13:00-19:00; T7 7:30-11:30',
  'office-hours': '7:30-11:30 13:00-17:00',
} as const;

const wholeIn = (text: string): number => (GROUPED.test(text) ? Number(text.replaceAll('.', '')) : Number.NaN);

const readCount = ({ unit, min, max, zero }: Of<'count'>, typed: string): Checked => {
  const value = wholeIn(typed);
  if ((value >= min && value <= max) || (zero && value === 0)) return ok(String(value));
  const or = zero ? `, hoặc 0 (${zero})` : '';
  return bad(`Hãy nhập số nguyên từ ${number(min)} đến ${number(max)} ${unit}${or}.`);
};

const readPercent = ({ max }: Of<'percent'>, typed: string): Checked => {
  const value = Number(typed.replace(',', '.'));
  return PERCENT.test(typed) && value <= max
    ? ok(String(value))
    : bad(`Hãy nhập số phần trăm từ 0 đến ${max}, nhiều nhất hai chữ số lẻ, ví dụ 4,5.`);
};

const readMoney = ({ min, max }: Of<'money'>, typed: string): Checked => {
  const value = wholeIn(typed.replace(/\s*(?:đ|đồng)$/i, ''));
  return value >= min && value <= max
    ? ok(String(value))
    : bad(`Hãy nhập số đồng nguyên từ ${number(min)} đến ${number(max)}.`);
};

const readDays = ({ max }: Of<'days'>, typed: string): Checked => {
  const days = [...new Set(typed.split(/[\s,;]+/).map(wholeIn))].sort((a, b) => a - b);
  return days.length <= MOST_DAYS && days.every((day) => day >= 1 && day <= max)
    ? ok(days.join(', '))
    : bad(`Hãy nhập một đến ${MOST_DAYS} số ngày, mỗi số từ 1 đến ${max}, cách nhau bằng dấu phẩy.`);
};

const readPhone = (typed: string): Checked => {
  const digits = typed.replace(/\D/g, '').length;
  return PHONE.test(typed) && digits >= 3 && digits <= 13
    ? ok(typed)
    : bad('Hãy nhập số điện thoại, ví dụ 1900 9068 hoặc 0236 3999 111.');
};

const readEmail = (typed: string): Checked => {
  const read = checkEmail(typed);
  return 'fault' in read || read.value ? read : bad('Hãy nhập địa chỉ thư, ví dụ hotro@vidu.vn.');
};

const TIME = /^(?:[01]?\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Times that the clock shows, and spans one behind the other. */
const areSound = (is: keyof typeof EXAMPLES, typed: string): boolean => {
  if (!(typed.match(/\d+:\d+/g) ?? []).every((time) => TIME.test(time))) return false;
  if (is === 'office-hours') return hoursOf(typed) !== undefined;
  const parts = dutyOf(typed) ?? [{ spans: [[0, 0]] as const }];
  return parts.every(({ spans }) => spans.every(([from, to], at) => from < to && from >= (spans[at - 1]?.[1] ?? 0)));
};

const readTimes = (is: keyof typeof EXAMPLES, typed: string): Checked =>
  areSound(is, typed) ? ok(typed) : bad(`Không đọc được giờ này. Hãy viết như: ${EXAMPLES[is]}.`);

/** What was typed in the form in which it is stored, or what is wrong with it. */
export const readValue = (kind: SettingKind, typed: string, units: readonly Choice[]): Checked => {
  switch (kind.is) {
    case 'count':
      return readCount(kind, typed);
    case 'percent':
      return readPercent(kind, typed);
    case 'money':
      return readMoney(kind, typed);
    case 'days':
      return readDays(kind, typed);
    case 'switch':
      return typed === '1' || typed === '0' ? ok(typed) : bad('Hãy chọn Bật hoặc Tắt.');
    case 'phone':
      return readPhone(typed);
    case 'email':
      return readEmail(typed);
    case 'central-unit':
      return units.some(({ value }) => value === typed) ? ok(typed) : bad('Hãy chọn một đơn vị trong danh sách.');
    default:
      return readTimes(kind.is, typed);
  }
};

/** A stored value for readers: "10 ngày", "4,5 % lương cơ sở", "Bật". */
export const showValue = (kind: SettingKind, value: string, units: readonly Choice[]): string => {
  switch (kind.is) {
    case 'count':
      return kind.zero && value === '0' ? `0 (${kind.zero})` : `${number(Number(value))} ${kind.unit}`;
    case 'percent':
      return `${number(Number(value))} % ${kind.of}`;
    case 'money':
      return money(Number(value));
    case 'days':
      return `ngày ${value}`;
    case 'switch':
      return value === '1' ? 'Bật' : 'Tắt';
    case 'central-unit':
      return units.find((unit) => unit.value === value)?.text ?? value;
    default:
      return value;
  }
};

/** A stored value as it is typed: "4,5", "2.340.000". */
export const typedForm = (kind: SettingKind, value: string): string =>
  kind.is === 'count' || kind.is === 'percent' || kind.is === 'money' ? number(Number(value)) : value;

/** How to type a value. */
export const valueHint = (kind: SettingKind): string => {
  switch (kind.is) {
    case 'count':
      return `Từ ${number(kind.min)} đến ${number(kind.max)} ${kind.unit}${kind.zero ? `; 0: ${kind.zero}` : ''}.`;
    case 'percent':
      return `Phần trăm của ${kind.of}, từ 0 đến ${kind.max}, ví dụ 4,5.`;
    case 'money':
      return 'Số đồng, ví dụ 2.340.000.';
    case 'days':
      return `Một đến ${MOST_DAYS} số ngày, cách nhau bằng dấu phẩy, ví dụ 7, 9.`;
    case 'duty':
      return `Ví dụ: ${EXAMPLES.duty}. Trực mọi lúc: T2-CN 0:00-24:00.`;
    case 'office-hours':
      return `Ví dụ: ${EXAMPLES['office-hours']}.`;
    default:
      return '';
  }
};
