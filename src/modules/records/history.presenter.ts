import { money } from '../../core/http/format.js';
import type { Block, Column, ReportHead } from '../../core/pdf/report.js';
import { findingsOf } from './finding.presenter.js';
import { monthText } from './month.rules.js';
import { asOf, FULL_NAMES, totalBoxes } from './participation.presenter.js';
import type { StoredParticipation } from './participation.queries.js';
import { FUNDS, historyOf, totalsOf, type Fund } from './participation.rules.js';
import { madeBy, personFacts, type PaperOf } from './paper.presenter.js';
import { presentPeriod } from './period.presenter.js';
import { periodsOf, type Period } from './period.rules.js';

const COLUMNS: readonly Column[] = [
  { label: 'Thời gian', share: 22 },
  { label: 'Tháng', share: 9, align: 'right' },
  { label: 'Đơn vị', share: 25 },
  { label: 'Nghề nghiệp, chức vụ', share: 20 },
  { label: 'Mức làm căn cứ', share: 17, align: 'right' },
  { label: 'Ghi chú', share: 18 },
];

const lineOf = (period: Period) => {
  const { employer, job, lumpSummed, tags } = presentPeriod(period, undefined, 0);
  const work = [job, period.position === period.jobTitle ? '' : period.position].filter(Boolean).join('; ');
  return {
    struck: lumpSummed,
    cells: [
      `${monthText(period.from)} - ${monthText(period.to)}`,
      String(period.to - period.from + 1),
      employer,
      work,
      money(period.wageForContribution),
      tags.map(({ text }) => text).join(', '),
    ],
  };
};

const fundBlocks = (fund: Fund, rows: readonly StoredParticipation[]): Block[] => {
  const history = historyOf(rows);
  const heading = { heading: FULL_NAMES[fund] };
  if (history.months.length === 0) return [heading, { text: 'Chưa có thời gian tham gia nào được ghi.' }];
  const totals = totalsOf(history);
  return [
    heading,
    { text: asOf(history, rows) },
    { facts: totalBoxes(history, totals).map(({ label, value, note }) => ({ label, value: `${value} (${note})` })) },
    ...findingsOf(rows, history, totals).map(({ head, text }) => ({ text: `${head} ${text}` })),
    { columns: COLUMNS, lines: periodsOf(rows).map(lineOf) },
  ];
};

/** Everything on record, fund by fund, as a paper. */
export const presentHistory = (paper: PaperOf, rows: readonly StoredParticipation[]) => {
  const { made, notice, foot } = madeBy(paper);
  const head: ReportHead = { title: 'Quá trình tham gia bảo hiểm', foot };
  const blocks: Block[] = [
    { text: `${made} ${notice}` },
    { facts: personFacts(paper.profile) },
    ...FUNDS.flatMap((fund) =>
      fundBlocks(
        fund,
        rows.filter((row) => row.fund === fund),
      ),
    ),
  ];
  return { head, blocks };
};
