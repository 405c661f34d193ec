import { money } from '../../core/http/format.js';
import type { Contribution } from './contribution.queries.js';
import { monthsInWords, monthText } from './month.rules.js';
import type { Fund } from './participation.rules.js';
import type { Period } from './period.rules.js';

interface Tag {
  readonly kind: string;
  readonly icon: string;
  readonly text: string;
}

const WAGE_LABELS: Readonly<Record<Fund, string>> = {
  bhxh: 'Tiền lương đóng BHXH',
  bhtn: 'Tiền lương đóng BHTN',
  bhtnld: 'Tiền lương đóng BHTNLĐ-BNN',
  bhyt: 'Tiền lương đóng BHYT',
};

/** A period that ended so recently still runs: data comes a month or two late. */
const RUNNING = 3;
/** Late months that are listed one by one. */
const LISTED = 6;

const tagsOf = (period: Period): Tag[] => [
  ...(period.late.length
    ? [{ kind: 'bad', icon: 'exclamation-triangle-fill', text: `Chậm đóng ${period.late.length} tháng` }]
    : []),
  ...(period.overlap ? [{ kind: 'info', icon: 'layers-fill', text: `Trùng ${period.overlap} tháng` }] : []),
  ...(period.maternity.length
    ? [{ kind: 'new', icon: 'calendar-event', text: `Thai sản ${period.maternity.length} tháng` }]
    : []),
  ...(period.suspended.length
    ? [{ kind: 'off', icon: 'clock', text: `Tạm dừng ${period.suspended.length} tháng` }]
    : []),
  ...(period.lumpSummed ? [{ kind: 'off', icon: 'cash-coin', text: 'Đã hưởng một lần' }] : []),
];

const contributionText = ({ worker, employer }: Contribution): string => {
  if (worker && employer) return `Bạn ${money(worker)}, đơn vị ${money(employer)}`;
  return worker ? `Bạn ${money(worker)}` : `Đơn vị ${money(employer)}`;
};

const listText = (months: readonly number[]): string =>
  months.length > LISTED ? monthsInWords(months) : months.map(monthText).join(', ');

const wageLabel = ({ fund, kind }: Period): string => {
  if (kind === 'voluntary') return 'Thu nhập chọn đóng';
  return kind === 'household' ? 'Mức làm căn cứ đóng' : WAGE_LABELS[fund];
};

const detailsOf = (period: Period, contribution: Contribution | undefined) => {
  const rows = [
    { label: 'Nghề nghiệp', value: period.jobTitle },
    { label: 'Chức vụ', value: period.position },
    { label: 'Nơi làm việc', value: period.workplace },
    { label: 'Mức lương', value: period.kind === 'compulsory' ? money(period.wage) : '' },
    { label: wageLabel(period), value: money(period.wageForContribution) },
    { label: 'Mức đóng mỗi tháng', value: contribution ? contributionText(contribution) : '' },
    { label: 'Chậm đóng', value: listText(period.late) },
    { label: 'Nghỉ thai sản', value: listText(period.maternity) },
    { label: 'Tạm dừng đóng', value: listText(period.suspended) },
  ];
  return rows.filter(({ value }) => value !== '');
};

/** One period of work as a block that opens. */
export const presentPeriod = (period: Period, contribution: Contribution | undefined, thisMonth: number) => ({
  running: !period.lumpSummed && period.to >= thisMonth - RUNNING,
  when: `${monthText(period.from)} đến ${monthText(period.to)}`,
  length: `${period.to - period.from + 1} tháng`,
  employer: period.employerName,
  job: [period.jobTitle, period.kind === 'voluntary' ? 'tự nguyện' : ''].filter(Boolean).join(', '),
  lumpSummed: period.lumpSummed,
  tags: tagsOf(period),
  details: detailsOf(period, contribution),
});
