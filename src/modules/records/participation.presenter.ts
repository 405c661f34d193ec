import { date, months as duration } from '../../core/http/format.js';
import type { Contribution } from './contribution.queries.js';
import { lifelineOf } from './lifeline.presenter.js';
import { monthIndex, monthsInWords, monthText } from './month.rules.js';
import { participationPath } from './paths.js';
import { presentPeriod } from './period.presenter.js';
import { periodsOf, type Period } from './period.rules.js';
import {
  historyOf,
  totalsOf,
  type Fund,
  type History,
  type Participation,
  type Totals,
} from './participation.rules.js';

/** The tabs of the page, in the letter's words. */
export const fundLabels: Readonly<Record<Fund, string>> = {
  bhxh: 'BHXH',
  bhtn: 'BHTN',
  bhtnld: 'BHTNLĐ-BNN',
  bhyt: 'BHYT',
};
const FULL_NAMES: Readonly<Record<Fund, string>> = {
  bhxh: 'Bảo hiểm xã hội',
  bhtn: 'Bảo hiểm thất nghiệp',
  bhtnld: 'Bảo hiểm tai nạn lao động, bệnh nghề nghiệp',
  bhyt: 'Bảo hiểm y tế',
};

const tabs = (current: Fund) =>
  (Object.keys(fundLabels) as Fund[]).map((fund) => ({
    label: fundLabels[fund],
    href: participationPath(fund),
    current: fund === current,
  }));

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Who has not paid, with the months: one sentence for each employer. */
const lateSentence = (rows: readonly Participation[], { lateMonths }: Totals): string => {
  const unpaid = new Set(lateMonths);
  const byEmployer = new Map<string, Set<number>>();
  for (const row of rows) {
    if (row.status !== 'late' || row.lumpSummed) continue;
    const own = byEmployer.get(row.employerName) ?? new Set<number>();
    for (let month = monthIndex(row.fromMonth); month <= monthIndex(row.toMonth); month += 1)
      if (unpaid.has(month)) own.add(month);
    if (own.size) byEmployer.set(row.employerName, own);
  }
  const said = [...byEmployer].map(
    ([name, own]) => `${name} chưa đóng ${monthsInWords([...own].sort((a, b) => a - b))}`,
  );
  return `${said.join('; ')}, nên chưa tính là đã đóng.`;
};

/** What stands out, each in plain words. */
const sentences = (rows: readonly Participation[], totals: Totals) => {
  const say = (months: readonly number[], style: { icon: string; tone: string }, word: string, text: () => string) =>
    months.length ? [{ ...style, head: `${word} ${months.length} tháng.`, text: text() }] : [];
  const { lateMonths, gaps, overlaps, suspended, lumpSummed } = totals;
  return [
    ...say(lateMonths, { icon: 'exclamation-triangle-fill', tone: 't-bad' }, 'Chậm đóng', () =>
      lateSentence(rows, totals),
    ),
    ...say(
      gaps,
      { icon: 'dash-circle', tone: 't-mut' },
      'Trống',
      () => `${capital(monthsInWords(gaps))} không có nơi nào đóng cho bạn.`,
    ),
    ...say(
      overlaps,
      { icon: 'layers-fill', tone: 't-ind' },
      'Trùng',
      () => `${capital(monthsInWords(overlaps))} có hai nơi cùng đóng, chỉ tính một lần.`,
    ),
    ...say(
      suspended,
      { icon: 'clock', tone: 't-mut' },
      'Tạm dừng đóng',
      () => `${capital(monthsInWords(suspended))} không tính vào thời gian tham gia.`,
    ),
    ...say(
      lumpSummed,
      { icon: 'cash-coin', tone: 't-mut' },
      'Đã hưởng một lần',
      () => `${capital(monthsInWords(lumpSummed))} đã thanh toán, không tính vào tổng.`,
    ),
  ];
};

const totalBoxes = ({ first }: History, totals: Totals) => [
  {
    label: 'Tổng thời gian tham gia',
    value: duration(totals.participated),
    note: `${totals.participated} tháng, từ ${monthText(first)}`,
  },
  {
    label: 'Tổng thời gian chậm đóng',
    value: `${totals.late} tháng`,
    note: totals.late ? capital(monthsInWords(totals.lateMonths)) : 'Không có tháng nào',
  },
  { label: 'Thời gian đã đóng đủ', value: duration(totals.paid), note: `${totals.paid} tháng` },
];

const asOf = ({ first, months }: History, rows: readonly { updatedOn: string }[]): string => {
  const updated = rows.reduce((latest, { updatedOn }) => (updatedOn > latest ? updatedOn : latest), '');
  return `Dữ liệu đến hết tháng ${monthText(first + months.length - 1)}, cập nhật ngày ${date(updated)}.`;
};

const emptyText = (fund: Fund, hotline: string): string =>
  `Chưa có thời gian tham gia ${fundLabels[fund]} nào được ghi cho mã số của bạn. ` +
  `Nếu bạn đã tham gia, hãy hỏi đơn vị nơi bạn làm việc hoặc gọi tổng đài ${hotline}.`;

/** What the page of one fund needs before its periods are priced. */
export interface ReadHistory {
  readonly fund: Fund;
  readonly rows: readonly (Participation & { updatedOn: string })[];
  readonly periods: readonly Period[];
}

export const readHistory = (fund: Fund, rows: ReadHistory['rows']): ReadHistory => ({
  fund,
  rows,
  periods: periodsOf(rows),
});

/** The page of one fund. `contributions` belong to the periods, one each; `thisMonth` tells which period still runs. */
export const presentParticipation = (
  { fund, rows, periods }: ReadHistory,
  contributions: readonly Contribution[],
  { thisMonth, hotline }: { thisMonth: number; hotline: string },
) => {
  const history = historyOf(rows);
  const totals = totalsOf(history);
  const newestFirst = periods.map((period, index) => presentPeriod(period, contributions[index], thisMonth)).reverse();
  const empty = history.months.length === 0;
  return {
    title: 'Quá trình tham gia BH',
    tabs: tabs(fund),
    fundName: FULL_NAMES[fund],
    empty: empty ? emptyText(fund, hotline) : undefined,
    asOf: empty ? undefined : asOf(history, rows),
    totals: empty ? [] : totalBoxes(history, totals),
    life: lifelineOf(history, totals),
    sentences: sentences(rows, totals),
    periods: newestFirst,
  };
};
