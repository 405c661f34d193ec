import { date, money, months as duration } from '../../core/http/format.js';
import { monthText, presentAdjustment, presentBenefit, presentPayment, statusTag } from './benefit-row.presenter.js';
import { PAYMENTS, type StoredBenefit, type StoredPayment } from './benefit.queries.js';
import { benefitKinds, benefitTotals, type BenefitKind } from './benefit.rules.js';

/** The tabs, in the words of the letter. */
const LABELS: Readonly<Record<BenefitKind, string>> = {
  lump_sum: 'BHXH một lần',
  sickness_maternity: 'Ốm đau, thai sản và dưỡng sức phục hồi sức khỏe',
  monthly: 'BHXH hàng tháng',
  unemployment: 'BHTN',
};

const HEADINGS: Readonly<Record<BenefitKind, string>> = {
  lump_sum: 'Thông tin hưởng BHXH một lần',
  sickness_maternity: 'Thông tin hưởng chế độ ốm đau, thai sản, dưỡng sức phục hồi sức khỏe',
  monthly: 'Thông tin hưởng lương hưu, trợ cấp BHXH hàng tháng',
  unemployment: 'Thông tin hưởng bảo hiểm thất nghiệp',
};

const emptyText = (kind: BenefitKind, hotline: string): string => {
  const ask = `Nếu bạn đã nhận mà không thấy ở đây, hãy gọi tổng đài ${hotline}.`;
  const words: Readonly<Record<BenefitKind, string>> = {
    lump_sum: `Chưa có lần hưởng BHXH một lần nào được ghi cho mã số của bạn. Thời gian bạn đã đóng vẫn được giữ để tính chế độ sau này. ${ask}`,
    sickness_maternity: `Chưa có lần hưởng ốm đau, thai sản hay dưỡng sức nào được ghi cho mã số của bạn. Hồ sơ do đơn vị nơi bạn làm việc nộp: nếu vừa nghỉ, hãy hỏi đơn vị đã nộp chưa. ${ask}`,
    monthly: `Chưa có lương hưu hay trợ cấp BHXH hàng tháng nào được ghi cho mã số của bạn. Khi có quyết định hưởng, từng kỳ chi trả sẽ hiện ở đây. ${ask}`,
    unemployment: `Chưa có quyết định hưởng BHTN nào được ghi cho mã số của bạn. Nếu vừa nghỉ việc, bạn có 3 tháng để nộp hồ sơ tại trung tâm dịch vụ việc làm. ${ask}`,
  };
  return words[kind];
};

interface Box {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

const latestBox = (latest: StoredBenefit, day: string): Box => ({
  label: 'Lần gần nhất',
  value: date(day),
  note: `${latest.scheme}: ${money(latest.amount)}`,
});

/** Three numbers that answer before the rows are read. */
const BOXES: Readonly<
  Record<BenefitKind, (rows: readonly StoredBenefit[], latest: StoredBenefit, paid?: StoredPayment) => Box[]>
> = {
  lump_sum: (rows, latest) => {
    const { count, amount, months } = benefitTotals(rows);
    return [
      { label: 'Tổng số tiền đã hưởng', value: money(amount), note: `${count} lần` },
      latestBox(latest, latest.decidedOn),
      { label: 'Thời gian đóng đã tính', value: duration(months), note: 'Không còn tính vào các chế độ khác' },
    ];
  },
  sickness_maternity: (rows, latest) => {
    const { count, amount, days } = benefitTotals(rows);
    const since = rows.at(-1)?.fromDay ?? latest.fromDay;
    return [
      { label: 'Tổng số tiền đã hưởng', value: money(amount), note: `${count} lần, từ ${monthText(since)}` },
      latestBox(latest, latest.fromDay),
      { label: 'Tổng số ngày nghỉ', value: `${days} ngày`, note: `Trong ${count} lần hưởng` },
    ];
  },
  monthly: (rows, latest, paid) => {
    const { currentAmount } = benefitTotals(rows);
    const running = rows.filter(({ status }) => status === 'current');
    return [
      {
        label: 'Mức hưởng hiện tại',
        value: running.length ? money(currentAmount) : 'Không còn hưởng',
        note: running.length ? `Mỗi tháng: ${running.map(({ scheme }) => scheme).join(', ')}` : latest.scheme,
      },
      { label: 'Tháng bắt đầu', value: monthText(rows.at(-1)?.fromDay ?? ''), note: `${rows.length} quyết định` },
      {
        label: 'Kỳ chi trả gần nhất',
        value: paid ? monthText(paid.month) : 'Chưa có',
        note: paid ? money(paid.amount) : 'Chưa nhận được danh sách chi trả',
      },
    ];
  },
  unemployment: (_, latest) => [
    { label: 'Mức hưởng mỗi tháng', value: money(latest.amount), note: `Từ ${date(latest.fromDay)}` },
    { label: 'Số tháng được hưởng', value: `${latest.months} tháng`, note: `Quyết định ${latest.decisionNumber}` },
    { label: 'Trạng thái', value: statusTag(latest).text, note: latest.toDay ? `Đến ${date(latest.toDay)}` : '' },
  ],
};

export interface BenefitPage {
  readonly kind: BenefitKind;
  readonly rows: readonly StoredBenefit[];
  /** Of the group of monthly benefits; empty for the others. */
  readonly payments: readonly StoredPayment[];
  readonly adjustments: readonly StoredPayment[];
  /** Further back in the payments: they stand alone then. */
  readonly back: boolean;
  readonly hotline: string;
}

/** Addresses of the page: one for a group, and further back in its payments. */
export type BenefitHref = (kind: BenefitKind, before?: string) => string;

const updatedText = (rows: readonly StoredBenefit[]): string => {
  const updated = rows.reduce((latest, { updatedOn }) => (updatedOn > latest ? updatedOn : latest), '');
  return `Cập nhật ngày ${date(updated)}.`;
};

/** The page of one group. */
export const presentBenefits = (asked: BenefitPage, href: BenefitHref) => {
  const { kind, rows, payments, adjustments, back, hotline } = asked;
  const [latest] = rows;
  const shown = payments.slice(0, PAYMENTS);
  const older = payments.length > PAYMENTS ? shown.at(-1)?.month : undefined;
  return {
    title: 'Thông tin hưởng',
    tabs: benefitKinds.map((each) => ({ label: LABELS[each], href: href(each), current: each === kind })),
    heading: HEADINGS[kind],
    asOf: latest && updatedText(rows),
    empty: latest ? undefined : emptyText(kind, hotline),
    totals: latest && !back ? BOXES[kind](rows, latest, payments[0]) : [],
    benefits: back ? [] : rows.map(presentBenefit),
    several: new Set(payments.map(({ decisionNumber }) => decisionNumber)).size > 1,
    payments: shown.map(presentPayment),
    older: older && href(kind, older),
    newest: back ? href(kind) : undefined,
    adjustments: back ? [] : adjustments.map(presentAdjustment),
  };
};
