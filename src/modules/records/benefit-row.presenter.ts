import { date, money, months as duration } from '../../core/http/format.js';
import type { StoredBenefit, StoredPayment } from './benefit.queries.js';
import type { BenefitKind } from './benefit.rules.js';

interface Tag {
  readonly kind: string;
  readonly icon: string;
  readonly text: string;
}

interface Detail {
  readonly label: string;
  readonly value: string;
}

export const STATUS: Readonly<Record<StoredBenefit['status'], Tag>> = {
  paid: { kind: 'ok', icon: 'check2', text: 'Đã chi trả' },
  pending: { kind: 'work', icon: 'hourglass-split', text: 'Chờ chi trả' },
  current: { kind: 'ok', icon: 'check-circle-fill', text: 'Đang hưởng' },
  suspended: { kind: 'wait', icon: 'clock', text: 'Tạm dừng' },
  ended: { kind: 'off', icon: 'calendar-x', text: 'Đã chấm dứt' },
  reserved: { kind: 'info', icon: 'lock-fill', text: 'Bảo lưu' },
};

const PAYMENT: Readonly<Record<StoredPayment['state'], Tag>> = {
  paid: { kind: 'ok', icon: 'check2', text: 'Đã chi trả' },
  pending: { kind: 'work', icon: 'hourglass-split', text: 'Chờ chi trả' },
  returned: { kind: 'bad', icon: 'exclamation-octagon-fill', text: 'Bị trả lại' },
};

export const METHODS = { bank: 'Qua tài khoản', cash: 'Tiền mặt', employer: 'Qua đơn vị' } as const;

export const statusTag = ({ status }: StoredBenefit): Tag => STATUS[status];

/** 06/2024 from 2024-06 or any day of it. */
export const monthText = (day: string): string => date(day.slice(0, 7));

/** "03/06/2024 đến 06/06/2024", one day alone, or "từ 01/03/2021" while the end is open. */
const spanText = ({ fromDay, toDay }: StoredBenefit): string => {
  if (toDay === fromDay) return date(fromDay);
  return toDay ? `${date(fromDay)} đến ${date(toDay)}` : `Từ ${date(fromDay)}`;
};

const receivingOf = ({ method, accountEnd, bankName }: StoredBenefit): Detail[] => [
  { label: 'Hình thức nhận', value: method ? METHODS[method] : '' },
  { label: 'Số tài khoản', value: accountEnd ? `•••${accountEnd}` : '' },
  { label: 'Tên ngân hàng', value: bankName ?? '' },
];

const decisionOf = ({ decisionNumber, decidedOn }: StoredBenefit): Detail[] => [
  { label: 'Số QĐ hưởng', value: decisionNumber },
  { label: 'Ngày QĐ hưởng', value: date(decidedOn) },
];

/** What the page of a group says of a row, in its order. */
const DETAILS: Readonly<Record<BenefitKind, (row: StoredBenefit) => Detail[]>> = {
  lump_sum: (row) => [
    ...decisionOf(row),
    { label: 'Số tiền', value: money(row.amount) },
    { label: 'Thời gian đóng đã tính', value: row.months ? duration(row.months) : '' },
    { label: 'Tên đơn vị chi trả', value: row.payer },
    ...receivingOf(row),
  ],
  sickness_maternity: (row) => [
    { label: 'Chế độ', value: row.scheme },
    { label: 'Từ ngày - đến ngày', value: spanText(row) },
    { label: 'Số ngày nghỉ', value: row.days ? `${row.days} ngày` : '' },
    { label: 'Số tiền', value: money(row.amount) },
    { label: 'Tên đơn vị', value: row.payer },
    { label: 'Đợt quyết toán', value: row.settledIn ?? '' },
    { label: 'Số quyết định, danh sách', value: row.decisionNumber },
    ...receivingOf(row),
  ],
  monthly: (row) => [
    ...decisionOf(row),
    { label: 'Loại trợ cấp', value: row.scheme },
    { label: 'Tháng bắt đầu', value: monthText(row.fromDay) },
    { label: 'Tháng kết thúc', value: row.toDay ? monthText(row.toDay) : '' },
    { label: row.status === 'current' ? 'Mức hưởng hiện tại' : 'Mức hưởng', value: `${money(row.amount)} mỗi tháng` },
    { label: 'Tên đơn vị chi trả', value: row.payer },
    { label: 'Nơi nhận', value: row.place ?? '' },
    ...receivingOf(row),
  ],
  unemployment: (row) => [
    ...decisionOf(row),
    { label: 'Số tiền mỗi tháng', value: money(row.amount) },
    { label: 'Từ ngày - đến ngày', value: spanText(row) },
    { label: 'Số tháng được hưởng', value: row.months ? `${row.months} tháng` : '' },
    { label: 'Đơn vị chi trả', value: row.payer },
    ...receivingOf(row),
    { label: 'Hỗ trợ học nghề', value: row.training ?? '' },
  ],
};

const lengthOf = ({ kind, days, months }: StoredBenefit): string => {
  if (kind === 'lump_sum') return months ? `tính ${duration(months)} đóng` : '';
  return days ? `${days} ngày` : months ? `${months} tháng` : '';
};

const isMonthly = ({ kind }: StoredBenefit): boolean => kind === 'monthly' || kind === 'unemployment';

/** One benefit as a block that opens. */
export const presentBenefit = (row: StoredBenefit) => ({
  running: row.status === 'current',
  when: row.kind === 'lump_sum' ? date(row.decidedOn) : spanText(row),
  length: lengthOf(row),
  scheme: row.scheme,
  payer: row.payer,
  decision: row.decisionNumber,
  amount: money(row.amount),
  per: isMonthly(row) ? 'mỗi tháng' : '',
  tag: statusTag(row),
  details: DETAILS[row.kind](row).filter(({ value }) => value !== ''),
});

export const presentPayment = (row: StoredPayment) => ({
  month: monthText(row.month),
  amount: money(row.amount),
  paidOn: date(row.paidOn),
  decision: row.decisionNumber,
  tag: PAYMENT[row.state],
});

/** A slip in one sentence: from when, from what to what, why. */
export const presentAdjustment = (row: StoredPayment) => ({
  month: monthText(row.month),
  number: row.slipNumber ?? row.decisionNumber,
  from: row.previousAmount === null ? '' : money(row.previousAmount),
  to: money(row.amount),
  reason: row.reason ?? '',
});
