import { dayOf } from '../../core/clock.js';
import { date, money, time } from '../../core/http/format.js';
import type { StoredPaper, StoredVisit } from './visit.queries.js';
import { paidByPatient, type Costs } from './visit.rules.js';

interface Tag {
  readonly kind: string;
  readonly icon: string;
  readonly text: string;
}

export const VISIT_KINDS: Readonly<Record<StoredVisit['kind'], string>> = {
  examination: 'Khám bệnh',
  outpatient: 'Điều trị ngoại trú',
  inpatient: 'Điều trị nội trú',
  day: 'Điều trị ban ngày',
};

export const PAPERS: Readonly<Record<StoredPaper['kind'], string>> = {
  'sick-leave': 'Giấy chứng nhận nghỉ việc hưởng BHXH',
  discharge: 'Giấy ra viện',
  birth: 'Giấy chứng sinh',
  summary: 'Tóm tắt hồ sơ bệnh án',
  'prenatal-leave': 'Giấy chứng nhận nghỉ dưỡng thai',
};

export const PAPER_STATES: Readonly<Record<StoredPaper['state'], Tag>> = {
  issued: { kind: 'info', icon: 'file-earmark-text', text: 'Đã cấp' },
  settled: { kind: 'ok', icon: 'check2', text: 'Đã giải quyết hưởng' },
  cancelled: { kind: 'off', icon: 'x-lg', text: 'Đã hủy' },
};

/** "J00 - Viêm mũi họng cấp". */
export const diagnosisText = ({ icd10, diagnosis }: Pick<StoredVisit, 'icd10' | 'diagnosis'>): string =>
  [icd10, diagnosis].filter(Boolean).join(' - ');

/** "18/11/2025", or "02/08/2025 đến 07/08/2025"; while the treatment goes on, the first day alone. */
export const stayText = ({ admittedAt, dischargedAt }: Pick<StoredVisit, 'admittedAt' | 'dischargedAt'>): string => {
  const [from, to] = [date(admittedAt), dischargedAt ? date(dischargedAt) : ''];
  if (to === from) return from;
  return to ? `${from} đến ${to}` : `Từ ${from}`;
};

export const momentText = (instant: Date | null, otherwise: string): string =>
  instant ? `${time(instant)} ngày ${date(instant)}` : otherwise;

/** "cùng chi trả 20.000 đ, tự trả 120.000 đ"; nothing where the patient paid nothing. */
export const ownParts = ({ coPayment, selfPaid }: Costs): string =>
  [coPayment ? `cùng chi trả ${money(coPayment)}` : '', selfPaid ? `tự trả ${money(selfPaid)}` : '']
    .filter(Boolean)
    .join(', ');

/** Who paid, in one sentence that holds every part. */
export const paidSentence = (costs: Costs): string => {
  const { amount, insurerPaid, otherSource } = costs;
  const own = paidByPatient(costs);
  const parts = [
    `quỹ BHYT trả ${money(insurerPaid)}`,
    own ? `bạn trả ${money(own)} (${ownParts(costs)})` : 'bạn không phải trả',
    ...(otherSource ? [`nguồn khác trả ${money(otherSource)}`] : []),
  ];
  return `Chi phí ${money(amount)}: ${parts.join(', ')}.`;
};

/** The three numbers of a visit or of a year; the first is named and explained by its page. */
export const costBoxes = (label: string, note: string, costs: Costs) => {
  const own = ownParts(costs);
  return [
    { label, value: money(costs.amount), note },
    {
      label: 'Quỹ BHYT trả',
      value: money(costs.insurerPaid),
      note: costs.otherSource ? `Nguồn khác trả ${money(costs.otherSource)}` : 'Theo mức hưởng của thẻ',
    },
    {
      label: 'Bạn trả',
      value: money(paidByPatient(costs)),
      note: own ? own.charAt(0).toLocaleUpperCase('vi') + own.slice(1) : 'Không phải trả gì',
    },
  ];
};

/** A visit as a row that leads to its page. */
export const presentVisit = (visit: StoredVisit, href: string) => ({
  href,
  when: stayText(visit),
  kind: visit.dischargedAt ? VISIT_KINDS[visit.kind] : `${VISIT_KINDS[visit.kind]}, chưa ra`,
  month: dayOf(visit.admittedAt).slice(0, 7),
  facility: visit.facilityName,
  diagnosis: diagnosisText(visit),
  amount: money(visit.amount),
  own: money(paidByPatient(visit)),
});

export const presentPaper = (paper: StoredPaper) => ({
  serial: paper.serialNumber,
  kind: PAPERS[paper.kind],
  issuedOn: date(paper.issuedOn),
  facility: paper.facilityName,
  leave: paper.fromDay && paper.toDay ? `Nghỉ từ ${date(paper.fromDay)} đến ${date(paper.toDay)}` : '',
  tag: PAPER_STATES[paper.state],
});
