import type { Day } from '../../core/clock.js';
import { date, money } from '../../core/http/format.js';
import { costBoxes, presentPaper, presentVisit } from './visit-row.presenter.js';
import type { PaperYear, StoredPaper, StoredVisit, VisitYear } from './visit.queries.js';
import { nearestYear, yearOf } from './visit.rules.js';

/** Addresses of the book. */
export interface VisitHrefs {
  list(year: string, papers?: boolean): string;
  visit(id: string): string;
}

export interface VisitsPage {
  readonly year: string;
  readonly papersShown: boolean;
  readonly years: readonly VisitYear[];
  readonly paperYears: readonly PaperYear[];
  readonly visits: readonly StoredVisit[];
  readonly papers: readonly StoredPaper[];
  /** Own co-payment of a year above which the fund pays in full, whole đồng. */
  readonly copaymentLimit: number;
}

/** Visits that a page shows in one list; more are put together by months. */
const ONE_LIST = 24;

/** How far the own co-payment is from the sum above which the fund pays in full. */
const copaymentText = ({ year, coPayment }: VisitYear, limit: number): string => {
  if (coPayment === 0) return '';
  const begin = `Cùng chi trả của bạn trong năm ${year} là ${money(coPayment)}`;
  return coPayment > limit
    ? `${begin}, đã quá ${money(limit)}. Nếu thẻ của bạn đã đủ 5 năm liên tục, hãy hỏi cơ quan BHXH về giấy chứng nhận không cùng chi trả.`
    : `${begin}. Khi vượt ${money(limit)} và thẻ đã đủ 5 năm liên tục, quỹ trả toàn bộ phần còn lại của năm.`;
};

type Row = ReturnType<typeof presentVisit>;

/** Rows under their months where a year has many, else all under one head; the newest month stands open. */
const groupsOf = (visits: readonly StoredVisit[], rows: readonly Row[]) => {
  if (rows.length <= ONE_LIST) return [];
  const months = [...new Set(rows.map(({ month }) => month))];
  return months.map((month, index) => {
    const own = rows.flatMap((row, place) => (row.month === month ? [{ row, visit: visits[place] }] : []));
    const amount = own.reduce((sum, { visit }) => sum + (visit?.amount ?? 0), 0);
    return {
      title: `Tháng ${date(month)}`,
      note: `${own.length} lượt, chi phí ${money(amount)}`,
      open: index === 0,
      rows: own.map(({ row }) => row),
    };
  });
};

const emptyText = ({ year, papersShown, years, paperYears }: VisitsPage, href: VisitHrefs['list']) => {
  const known = papersShown ? paperYears : years;
  const nearest = nearestYear(
    known.map((each) => each.year),
    year,
  );
  const text = papersShown
    ? `Không có giấy nào được cấp trong năm ${year}.`
    : `Không có thông tin khám chữa bệnh trong năm ${year}.`;
  if (nearest) return { text, action: { href: href(nearest, papersShown), label: `Xem năm ${nearest}` } };
  const later = papersShown
    ? 'Giấy ra viện, giấy nghỉ việc hưởng BHXH và các giấy khác sẽ hiện ở đây khi cơ sở khám chữa bệnh gửi lên.'
    : 'Mỗi lần bạn khám bằng thẻ BHYT, cơ sở khám chữa bệnh gửi dữ liệu lên và lượt khám sẽ hiện ở đây.';
  return { text: `${text} ${later}` };
};

/** The book in one year: visits, or the papers given in it. */
export const presentVisits = (asked: VisitsPage, today: Day, hrefs: VisitHrefs) => {
  const { year, papersShown, years, paperYears, visits, papers, copaymentLimit } = asked;
  const all = new Set([yearOf(today), year, ...years.map((each) => each.year), ...paperYears.map((each) => each.year)]);
  const own = years.find((each) => each.year === year);
  const rows = visits.map((visit) => presentVisit(visit, hrefs.visit(visit.id)));
  const empty = papersShown ? papers.length === 0 : visits.length === 0;
  return {
    title: 'Sổ khám chữa bệnh',
    year,
    years: [...all]
      .sort((a, b) => b.localeCompare(a))
      .map((each) => ({ label: each, href: hrefs.list(each, papersShown), current: each === year })),
    tabs: [
      { label: 'Lịch sử', count: own?.visits ?? 0, href: hrefs.list(year), current: !papersShown },
      {
        label: 'Giấy được cấp theo Thông tư 56/2017/TT-BYT',
        count: paperYears.find((each) => each.year === year)?.papers ?? 0,
        href: hrefs.list(year, true),
        current: papersShown,
      },
    ],
    empty: empty ? emptyText(asked, hrefs.list) : undefined,
    totals:
      own && !papersShown
        ? costBoxes(`Tổng chi phí năm ${year}`, `${own.visits} lượt khám ở ${own.facilities} nơi`, own)
        : [],
    copayment: own && !papersShown ? copaymentText(own, copaymentLimit) : '',
    groups: groupsOf(visits, rows),
    visits: rows,
    papers: papers.map(presentPaper),
  };
};
