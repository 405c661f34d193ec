import { createHash } from 'node:crypto';
import type { SettingWords } from '../../contracts/setting-words.js';
import { addDays, type Day } from '../../core/clock.js';
import type { FieldFault } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import { valueOn, type DatedValue } from './setting.rules.js';

export const SETTINGS = 'organisation.settings';
export const settingPermissions = [{ id: SETTINGS, label: 'Quản lý cài đặt, mức và tỷ lệ', roles: ['admin'] }] as const;

export const settingActs = {
  'organisation.setting-added': 'Thêm giá trị cài đặt',
  'organisation.setting-corrected': 'Sửa giá trị cài đặt sắp áp dụng',
  'organisation.setting-removed': 'Bỏ giá trị cài đặt sắp áp dụng',
} as const;

/** Kind of subject under which the audit has settings; its id is the name. */
export const SETTING_SUBJECT = 'organisation-setting';

/** The first row of every setting holds from the beginning of all records; nobody typed its day. */
export const isFirst = (values: readonly DatedValue[], { validFrom }: DatedValue): boolean =>
  values[0]?.validFrom === validFrom;

/** Further ahead a year was mistyped. */
const FURTHEST_YEARS = 10;

/** The first day that a new value may have: what a value has decided already stays decided by it. */
export const earliestDay = ({ atOnce }: Pick<SettingWords, 'atOnce'>, today: Day): Day =>
  atOnce ? today : addDays(today, 1);

/** Whether a value may still be corrected or taken back. */
export const isOpen = (words: Pick<SettingWords, 'atOnce'>, day: Day, today: Day): boolean =>
  day >= earliestDay(words, today);

export const dayFault = (words: Pick<SettingWords, 'atOnce'>, day: Day, today: Day): string | undefined => {
  const first = earliestDay(words, today);
  if (day < first) return `Ngày bắt đầu phải từ ${date(first)} trở đi: những ngày trước đã tính theo giá trị cũ.`;
  const last = `${Number(today.slice(0, 4)) + FURTHEST_YEARS}${today.slice(4)}`;
  return day > last ? `Ngày bắt đầu xa quá ${FURTHEST_YEARS} năm. Hãy xem lại năm.` : undefined;
};

/** What is wrong with a value among the others, in words of `show`. */
export const rowFault = (
  values: readonly DatedValue[],
  { validFrom, value }: DatedValue,
  show: (value: string) => string,
): FieldFault | undefined => {
  const there = values.find((other) => other.validFrom === validFrom);
  if (there)
    return {
      field: 'tuNgay',
      message: `Từ ${date(validFrom)} đã có giá trị ${show(there.value)}. Hãy sửa giá trị đó hoặc chọn ngày khác.`,
    };
  return valueOn(values, validFrom) === value
    ? { field: 'giaTri', message: `Trước ngày này đã là ${show(value)}. Hãy nhập giá trị khác.` }
    : undefined;
};

/** The values as a form has seen them; another one once any of them has changed. */
export const stampOf = (values: readonly DatedValue[]): string =>
  createHash('sha256')
    .update(values.map(({ validFrom, value }) => `${validFrom} ${value}\n`).join(''))
    .digest('base64url')
    .slice(0, 22);

export type Phase = 'past' | 'now' | 'coming';

/** Each value with its last day and where it stands today. */
export const phasesOf = (values: readonly DatedValue[], today: Day) =>
  values.map((dated, at) => {
    const next = values[at + 1]?.validFrom;
    const phase: Phase = dated.validFrom > today ? 'coming' : next !== undefined && next <= today ? 'past' : 'now';
    return { ...dated, phase, lastDay: next && addDays(next, -1) };
  });
