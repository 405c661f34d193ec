import { addDays, daysBetween, type Day } from '../../core/clock.js';

type Words = Readonly<Record<string, string>>;

/** Holders see the whole installation, without what tells of persons; others the officers of their subtree, in full. */
export const EVERYWHERE = 'privacy.journal-everywhere';

/** Most days that one search looks at. */
export const MOST_DAYS = 92;
/** Days of the list when none are asked for. */
const USUAL_DAYS = 30;

/** What a group is called; modules that come later go by their id. */
const GROUPS: Words = {
  core: 'Nạp dữ liệu',
  organisation: 'Gửi tệp dữ liệu',
  auth: 'Đăng nhập và tài khoản',
  records: 'Hồ sơ người tham gia',
  registration: 'Kê khai và hồ sơ đăng ký',
  approval: 'Xử lý hồ sơ',
  notification: 'Tin nhắn',
  news: 'Tin tức',
  privacy: 'Nhật ký và quyền riêng tư',
};

/** Acts that only look. */
const LOOKS = 'xem';
const LOOK = /-(viewed|opened|searched|seen)$/;

const moduleOf = (action: string): string => action.split('.')[0] ?? '';

/** Groups of acts for the filter: looks first, then one for each module that has acts. */
export const groupsOf = (acts: Words): { value: string; text: string }[] => [
  { value: LOOKS, text: 'Mọi lượt xem dữ liệu' },
  ...[...new Set(Object.keys(acts).map(moduleOf))].map((id) => ({ value: id, text: GROUPS[id] ?? id })),
];

/** The acts of a group; undefined where no group is asked for. */
export const actionsOf = (group: string, acts: Words): string[] | undefined => {
  if (group === '') return undefined;
  return Object.keys(acts).filter((action) => (group === LOOKS ? LOOK.test(action) : moduleOf(action) === group));
};

/** The days to look at; what is missing is filled in around the other end. */
export const daysOf = ({ from, to }: { from: Day; to: Day }, today: Day): { from: Day; to: Day } => {
  const last = to || (from && addDays(from, MOST_DAYS - 1) < today ? addDays(from, MOST_DAYS - 1) : today);
  return { from: from || addDays(last, 1 - USUAL_DAYS), to: last };
};

/** What is wrong with two days, or nothing. */
export const faultOfDays = (from: Day, to: Day): string | undefined => {
  if (!from || !to) return undefined;
  if (from > to) return 'Đến ngày phải bằng hoặc sau Từ ngày.';
  return daysBetween(from, to) < MOST_DAYS
    ? undefined
    : `Mỗi lần xem được nhiều nhất ${MOST_DAYS} ngày. Hãy chọn khoảng ngắn hơn.`;
};
