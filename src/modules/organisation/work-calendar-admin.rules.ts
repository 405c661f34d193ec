import { addDays, daysBetween, type Day } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import type { FieldFault } from '../../core/errors.js';

export const CALENDAR = 'organisation.calendar';
export const calendarPermissions = [{ id: CALENDAR, label: 'Quản lý lịch làm việc', roles: ['admin'] }] as const;

export const calendarActs = {
  'organisation.days-added': 'Thêm ngày vào lịch làm việc',
  'organisation.day-changed': 'Sửa ngày trong lịch làm việc',
  'organisation.day-removed': 'Xóa ngày khỏi lịch làm việc',
} as const;

/** Kind of subject under which the audit has the calendar; its id is the year. */
export const CALENDAR_SUBJECT = 'organisation-calendar';

/** `off`: closed beside weekends. `work`: a day of a weekend on which offices work all the same. */
export type DayKind = 'off' | 'work';

export const KIND_WORDS: Readonly<Record<DayKind, string>> = { off: 'Ngày nghỉ', work: 'Ngày làm bù' };

export interface CalendarDay {
  readonly day: Day;
  readonly name: string;
  readonly kind: DayKind;
}

/** A holiday of two weeks is the longest there has been. */
const LONGEST = 31;

export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const daysOf = (from: Day, to: Day): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));

const listed = (days: readonly Day[]): string => days.map((day) => date(day)).join(', ');

/** The days that are to be added, or what is wrong with them. Weekends within a holiday are off as they are. */
export const newDays = (
  { kind, from, to }: { readonly kind: DayKind; readonly from: Day; readonly to: Day },
  known: readonly CalendarDay[],
): readonly Day[] | FieldFault => {
  const fault = (field: string, message: string): FieldFault => ({ field, message });
  const length = daysBetween(from, to);
  if (length < 0) return fault('denNgay', `Đến ngày phải từ ${date(from)} trở đi.`);
  if (length >= LONGEST) return fault('denNgay', `Thêm tối đa ${LONGEST} ngày một lần.`);
  const days = daysOf(from, to).filter((day) => kind === 'work' || !isWeekend(day));
  if (days.length === 0) return fault('tuNgay', 'Thứ Bảy và Chủ nhật đã là ngày nghỉ, không cần thêm.');
  const there = known.filter(({ day }) => days.includes(day));
  const same = there.filter((one) => one.kind === kind).map(({ day }) => day);
  if (same.length) return fault('tuNgay', `${listed(same)} đã có trong lịch. Hãy chọn ngày khác hoặc sửa ngày đó.`);
  if (there.length) {
    const other = KIND_WORDS[kind === 'off' ? 'work' : 'off'].toLowerCase();
    return fault('tuNgay', `${listed(there.map(({ day }) => day))} đang là ${other}. Hãy xóa ngày đó trước.`);
  }
  const working = kind === 'work' ? days.filter((day) => !isWeekend(day)) : [];
  if (working.length)
    return fault('tuNgay', `${listed(working)} vốn là ngày làm việc. Ngày làm bù là Thứ Bảy hoặc Chủ nhật.`);
  return days;
};

/** What looks wrong with a year as a whole. */
export const warningsOf = (year: string, days: readonly CalendarDay[], today: Day): string[] => {
  const off = days.filter(({ kind }) => kind === 'off');
  const both = days.filter(({ kind, day }) => kind === 'work' && off.some((one) => one.day === day));
  return [
    ...(off.length === 0 && year >= today.slice(0, 4)
      ? [`Năm ${year} chưa có ngày nghỉ nào: thời hạn đang tính cả Tết và các ngày lễ là ngày làm việc.`]
      : []),
    ...both.map(({ day }) => `${date(day)} vừa là ngày nghỉ vừa là ngày làm bù: đang tính là ngày làm việc.`),
  ];
};
