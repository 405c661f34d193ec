import { date, money } from '../../core/http/format.js';
import { monthText } from './benefit-row.presenter.js';
import type { StoredBenefit } from './benefit.queries.js';
import { foremost } from './benefit.rules.js';
import { benefitsPath, paths, visitsPath } from './paths.js';
import type { StoredVisit, VisitYear } from './visit.queries.js';

/** The tile says the answer: what is being received, or what was received last. */
export const benefitTile = (rows: readonly StoredBenefit[]) => {
  const row = foremost(rows);
  if (!row)
    return {
      value: 'Chưa có dữ liệu',
      text: 'Chưa có lần hưởng nào được ghi.',
      href: paths.benefits,
    };
  const href = benefitsPath(row.kind);
  if (row.status === 'current')
    return { value: `${money(row.amount)} mỗi tháng`, text: `${row.scheme}, từ ${monthText(row.fromDay)}`, href };
  const times = rows.filter(({ kind, scheme }) => kind === row.kind && scheme === row.scheme).length;
  return {
    value: `${times} lần hưởng ${row.scheme.charAt(0).toLocaleLowerCase('vi')}${row.scheme.slice(1)}`,
    text: `Lần gần nhất ${monthText(row.fromDay)}: ${money(row.amount)}`,
    href,
  };
};

/** How many visits in the last year that had any, and the last of them. */
export const visitTile = ([newest]: readonly VisitYear[], last: StoredVisit | undefined) =>
  newest && last
    ? {
        value: `${newest.visits} lượt khám năm ${newest.year}`,
        text: `Lần gần nhất ${date(last.admittedAt)}, ${last.facilityName}`,
        href: visitsPath(newest.year),
      }
    : {
        value: 'Chưa có dữ liệu',
        text: 'Chưa có lượt khám nào bằng thẻ BHYT được ghi.',
        href: paths.visits,
      };
