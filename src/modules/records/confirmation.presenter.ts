import { money, months as duration } from '../../core/http/format.js';
import type { Block, Column, Line, ReportHead } from '../../core/pdf/report.js';
import { yearOfFund, type MonthState, type YearOfFund } from './confirmation.rules.js';
import type { Contribution, ContributionOf } from './contribution.queries.js';
import { monthText } from './month.rules.js';
import { asOf, fundLabels, FULL_NAMES } from './participation.presenter.js';
import type { StoredParticipation } from './participation.queries.js';
import { FUNDS, historyOf, type Fund } from './participation.rules.js';
import { madeBy, personFacts, type PaperOf } from './paper.presenter.js';
import { presentPeriod } from './period.presenter.js';
import { periodsOf, type Period } from './period.rules.js';

const SIGNS: Readonly<Record<MonthState, string>> = { paid: 'Đ', late: 'C', suspended: 'T', lump: 'H', none: '-' };
const LEGEND =
  'Đ: đã đóng (gồm tháng nghỉ thai sản); C: đơn vị chậm đóng; T: tạm dừng đóng; H: đã hưởng một lần; -: không có dữ liệu.';

const CALENDAR: readonly Column[] = [
  { label: 'Tháng', share: 22 },
  ...Array.from({ length: 12 }, (_, index): Column => ({ label: String(index + 1), share: 6, align: 'center' })),
];

const COLUMNS: readonly Column[] = [
  { label: 'Thời gian', share: 23 },
  { label: 'Đơn vị', share: 27 },
  { label: 'Mức làm căn cứ', share: 15, align: 'right' },
  { label: 'Bạn đóng một tháng', share: 15, align: 'right' },
  { label: 'Đơn vị đóng một tháng', share: 15, align: 'right' },
  { label: 'Ghi chú', share: 15 },
];

const lineOf = (period: Period, contribution: Contribution | undefined): Line => {
  const { lumpSummed, tags } = presentPeriod(period, undefined, 0);
  return {
    struck: lumpSummed,
    cells: [
      period.from === period.to ? monthText(period.from) : `${monthText(period.from)} - ${monthText(period.to)}`,
      period.employerName,
      money(period.wageForContribution),
      money(contribution?.worker),
      money(contribution?.employer),
      tags.map(({ text }) => text).join(', '),
    ],
  };
};

type Year = YearOfFund<StoredParticipation>;

const fundBlocks = async (fund: Fund, of: Year, year: number, contribution: ContributionOf): Promise<Block[]> => {
  const periods = periodsOf(of.rows);
  const lines = await Promise.all(periods.map(async (period) => lineOf(period, await contribution(period))));
  const late = ({ late: months }: Year['year']) => (months ? `, đơn vị chậm đóng ${months} tháng` : '');
  return [
    { heading: FULL_NAMES[fund] },
    ...(periods.length === 0 ? [{ text: `Không có thời gian tham gia trong năm ${year}.` }] : []),
    ...(periods.length === 0 ? [] : [{ columns: COLUMNS, lines }]),
    {
      facts: [
        { label: `Trong năm ${year}`, value: `Đã đóng ${of.year.paid} tháng${late(of.year)}` },
        {
          label: `Lũy kế đến hết năm ${year}`,
          value: `Đã đóng ${duration(of.upTo.paid)} (${of.upTo.paid} tháng)${late(of.upTo)}`,
        },
      ],
    },
  ];
};

/** What was paid in one year, fund by fund, as a paper. */
export const presentConfirmation = async (
  paper: PaperOf,
  rows: readonly StoredParticipation[],
  { year, contribution }: { readonly year: number; readonly contribution: ContributionOf },
) => {
  const { made, notice, foot } = madeBy(paper);
  const head: ReportHead = { title: `Thông tin đóng bảo hiểm năm ${year}`, foot };
  const years = FUNDS.map((fund) => ({
    fund,
    of: yearOfFund(
      rows.filter((row) => row.fund === fund),
      year,
    ),
  }));
  const calendar = years.map(({ fund, of }) => ({
    cells: [fundLabels[fund], ...of.months.map((state) => SIGNS[state])],
  }));
  const own = years.flatMap(({ of }) => of.rows);
  const blocks: Block[] = [
    { text: `${made} ${notice}` },
    { facts: personFacts(paper.profile) },
    { heading: `Từng tháng của năm ${year}` },
    { text: asOf(historyOf(own), own) },
    { columns: CALENDAR, lines: calendar },
    { text: LEGEND },
    ...(await Promise.all(years.map(({ fund, of }) => fundBlocks(fund, of, year, contribution)))).flat(),
    {
      text: 'Mức đóng tính theo tỷ lệ của tháng cuối mỗi giai đoạn. Thấy chưa đúng, hãy hỏi đơn vị hoặc cơ quan BHXH.',
    },
  ];
  return { head, blocks };
};
