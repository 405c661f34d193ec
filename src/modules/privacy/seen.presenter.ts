import { date, time } from '../../core/http/format.js';
import { olderThan, paths } from './paths.js';
import type { SeenPage } from './seen.queries.js';
import type { Group } from './seen.rules.js';

type Words = Readonly<Record<string, string>>;

const timesOf = ({ firstAt, last, times }: Group): string => {
  if (times === 1) return time(last.at);
  const span = time(firstAt) === time(last.at) ? time(last.at) : `${time(firstAt)} - ${time(last.at)}`;
  return `${span}, ${times} lần`;
};

/** What the person sees of each look: the agency and the role, never the name of the officer. */
export const presentSeen = ({ groups, agencyNames, below }: SeenPage, acts: Words, first: boolean) => ({
  title: 'Ai đã xem dữ liệu của tôi',
  rows: groups.map((group) => ({
    day: date(group.last.at),
    time: timesOf(group),
    agency: agencyNames.get(group.last.agencyCode) ?? 'Cơ quan BHXH',
    role: group.last.actorRole,
    act: acts[group.last.action] ?? 'Thao tác khác',
    purpose: group.last.purpose || 'Không ghi lý do',
  })),
  first,
  newest: paths.seen,
  ...(below && { older: olderThan(paths.seen, below) }),
});
