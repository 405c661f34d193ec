import { date, longDate, time } from '../../core/http/format.js';
import { olderThan, paths } from './paths.js';
import type { SeenPage } from './seen.queries.js';
import type { Group } from './seen.rules.js';

export interface Words {
  readonly acts: Readonly<Record<string, string>>;
  /** Where the reason of a look is asked for; nowhere while no module takes reports. */
  ask(subject: string): string | undefined;
}

const spanOf = ({ firstAt, last }: Group): string => {
  if (date(firstAt) !== date(last.at)) return `${time(firstAt)} ngày ${date(firstAt)} - ${time(last.at)}`;
  return time(firstAt) === time(last.at) ? time(last.at) : `${time(firstAt)} - ${time(last.at)}`;
};

const byDay = <Row extends { day: string }>(rows: readonly Row[]): { label: string; rows: Row[] }[] => {
  const days: { label: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.label === row.day) last.rows.push(row);
    else days.push({ label: row.day, rows: [row] });
  }
  return days;
};

/** What the person sees of each look: the agency and the role, never the name of the officer. */
export const presentSeen = ({ groups, agencyNames, below }: SeenPage, { acts, ask }: Words, first: boolean) => {
  /** Whoever acted for no agency did it on a page that is open to all. */
  const agencyOf = (code: string): string => (code ? (agencyNames.get(code) ?? 'Cơ quan BHXH') : 'Trang công khai');
  const rows = groups.map((group) => {
    const row = {
      day: longDate(group.last.at),
      time: spanOf(group),
      times: group.times > 1 ? `${group.times} lần` : '',
      agency: agencyOf(group.last.agencyCode),
      role: group.last.actorRole,
      act: acts[group.last.action] ?? 'Thao tác khác',
      purpose: group.last.purpose || 'không ghi',
    };
    const what = [row.act, `${row.time} ${row.day}`, row.agency, row.role, `lý do ghi: ${row.purpose}`];
    return { ...row, report: group.last.agencyCode ? ask(what.join(', ')) : undefined };
  });
  return {
    title: 'Ai đã xem dữ liệu của tôi',
    rows,
    days: byDay(rows),
    first,
    newest: paths.seen,
    ...(below && { older: olderThan(paths.seen, below) }),
  };
};
