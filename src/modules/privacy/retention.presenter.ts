import { dateTime, number } from '../../core/http/format.js';
import { paths } from './paths.js';
import type { Kept } from './retention.queries.js';

const dueOf = ({ due }: Kept) => {
  if (due === undefined) return undefined;
  return due === null ? { text: 'Chưa đếm được', waits: false } : { text: number(due), waits: due > 0 };
};

/** What the board shows; after a trial with what is due. */
export const presentRetention = (rows: readonly Kept[], triedAt?: Date) => ({
  title: 'Bảng lưu giữ dữ liệu',
  rows: rows.map((row) => ({
    what: row.what,
    why: row.why,
    until: row.until,
    due: dueOf(row),
    lastDay: number(row.lastDay),
    lastWeek: number(row.lastWeek),
    lastAt: row.lastAt && dateTime(row.lastAt),
  })),
  total: triedAt && number(rows.reduce((sum, { due }) => sum + (due ?? 0), 0)),
  tried: triedAt && dateTime(triedAt),
  lastDay: number(rows.reduce((sum, row) => sum + row.lastDay, 0)),
  lastWeek: number(rows.reduce((sum, row) => sum + row.lastWeek, 0)),
  tryAction: paths.retentionTrial,
});
