import { date, months as duration } from '../../core/http/format.js';
import { yearsOf } from './confirmation.rules.js';
import type { Contribution } from './contribution.queries.js';
import { capital, findingsOf, pensionFinding } from './finding.presenter.js';
import { lifelineOf } from './lifeline.presenter.js';
import { monthsInWords, monthText } from './month.rules.js';
import { confirmationPath, participationPath, paths } from './paths.js';
import { presentPeriod } from './period.presenter.js';
import { periodsOf, type Period } from './period.rules.js';
import {
  FUNDS,
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
export const FULL_NAMES: Readonly<Record<Fund, string>> = {
  bhxh: 'Bảo hiểm xã hội',
  bhtn: 'Bảo hiểm thất nghiệp',
  bhtnld: 'Bảo hiểm tai nạn lao động, bệnh nghề nghiệp',
  bhyt: 'Bảo hiểm y tế',
};

const tabs = (current: Fund) =>
  FUNDS.map((fund) => ({
    label: fundLabels[fund],
    href: participationPath(fund),
    current: fund === current,
  }));

export const totalBoxes = ({ first }: History, totals: Totals) => [
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

export const asOf = ({ first, months }: History, rows: readonly { updatedOn: string }[]): string => {
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

/** Years whose confirmation is one tap away; the older ones open below. */
const RECENT = 3;

const confirmations = (rows: ReadHistory['rows']) => {
  const all = yearsOf(rows).map((year) => ({ year, href: confirmationPath(year) }));
  return { recent: all.slice(0, RECENT), older: all.slice(RECENT) };
};

/** What the page of one fund is told besides its rows. */
export interface Surroundings {
  /** Tells which period still runs. */
  readonly thisMonth: number;
  readonly hotline: string;
  /** Years of contribution that a pension needs at least today. */
  readonly pensionYears: number;
  /** Where a fault in these words is reported. */
  report(words: string): string | undefined;
}

/** The page of one fund. `contributions` belong to the periods, one each. */
export const presentParticipation = (
  { fund, rows, periods }: ReadHistory,
  contributions: readonly (Contribution | undefined)[],
  { thisMonth, hotline, pensionYears, report }: Surroundings,
) => {
  const history = historyOf(rows);
  const totals = totalsOf(history);
  const empty = history.months.length === 0;
  const shown = periods.map((period, index) => {
    const view = presentPeriod(period, contributions[index], thisMonth);
    return { ...view, report: report([fundLabels[fund], view.when, view.employer].join(', ')) };
  });
  return {
    title: 'Quá trình tham gia BH',
    tabs: tabs(fund),
    fundName: FULL_NAMES[fund],
    empty: empty ? emptyText(fund, hotline) : undefined,
    asOf: empty ? undefined : asOf(history, rows),
    totals: empty ? [] : totalBoxes(history, totals),
    life: lifelineOf(history, totals),
    findings: [
      ...findingsOf(rows, history, totals),
      ...(fund === 'bhxh' && !empty ? [pensionFinding(totals, pensionYears)] : []),
    ],
    periods: shown.reverse(),
    confirmations: confirmations(rows),
    hotline,
    wholePdf: empty ? undefined : paths.historyPdf,
  };
};
