import { date, money, number } from '../../core/http/format.js';
import { cardNumberText } from './card.rules.js';
import type { LineSection } from './visit.model.js';
import {
  costBoxes,
  diagnosisText,
  momentText,
  paidSentence,
  presentPaper,
  stayText,
  VISIT_KINDS,
} from './visit-row.presenter.js';
import type { StoredLine, StoredPaper, StoredVisit } from './visit.queries.js';
import { addsUp, isPlausible, sumOf, type Costs } from './visit.rules.js';

/** Parts of a bill, in the order in which it lists them. */
const SECTIONS: Readonly<Record<LineSection, string>> = {
  exam: 'Khám bệnh',
  bed: 'Ngày giường',
  test: 'Xét nghiệm',
  imaging: 'Chẩn đoán hình ảnh, thăm dò chức năng',
  procedure: 'Thủ thuật, phẫu thuật',
  drug: 'Thuốc, dịch truyền',
  supply: 'Vật tư y tế',
  transport: 'Vận chuyển',
  other: 'Khác',
};

export const DISCHARGES = {
  home: 'Ra viện',
  transferred: 'Chuyển viện',
  left: 'Trốn viện',
  requested: 'Xin ra viện',
} as const;

/** Who pays, in the order of the columns. */
const PAYERS = [
  { part: 'insurerPaid', label: 'BHYT TT' },
  { part: 'otherSource', label: 'Nguồn khác' },
  { part: 'selfPaid', label: 'BN tự trả' },
  { part: 'coPayment', label: 'BN cùng chi trả' },
] as const;

export const OUTCOMES = {
  cured: 'Khỏi',
  better: 'Đỡ',
  same: 'Không thay đổi',
  worse: 'Nặng hơn',
  died: 'Tử vong',
} as const;

const rowsOf = (visit: StoredVisit) => {
  const rows = [
    { label: 'Ngày vào', value: momentText(visit.admittedAt, '') },
    { label: 'Ngày ra', value: momentText(visit.dischargedAt, 'Chưa ra') },
    { label: 'Cơ sở khám chữa bệnh', value: `${visit.facilityName} (${visit.facilityCode})` },
    { label: 'Hình thức', value: VISIT_KINDS[visit.kind] },
    { label: 'Khoa', value: visit.department ?? '' },
    { label: 'Tên bệnh', value: diagnosisText(visit) },
    { label: 'Bệnh kèm theo', value: visit.otherDiagnoses ?? '' },
    { label: 'Tình trạng ra viện', value: visit.discharge ? DISCHARGES[visit.discharge] : '' },
    { label: 'Kết quả điều trị', value: visit.outcome ? OUTCOMES[visit.outcome] : '' },
    { label: 'Hẹn tái khám', value: date(visit.followUpOn) },
    { label: 'Mã thẻ BHYT đã dùng', value: visit.cardNumber ? cardNumberText(visit.cardNumber) : '' },
    { label: 'Mã hồ sơ', value: visit.code },
  ];
  return rows.filter(({ value }) => value !== '');
};

const costsText = ({ amount, insurerPaid, coPayment, selfPaid, otherSource }: Costs) => ({
  amount: money(amount),
  insurerPaid: money(insurerPaid),
  coPayment: money(coPayment),
  selfPaid: money(selfPaid),
  otherSource: money(otherSource),
});

const lineOf = (line: StoredLine) => ({
  itemCode: line.itemCode,
  name: line.name,
  unit: line.unit,
  quantity: number(line.quantity),
  unitPrice: money(line.unitPrice),
  percent: `${line.percent}%`,
  ...costsText(line),
  odd: !addsUp(line) || !isPlausible(line),
});

const sectionsOf = (lines: readonly StoredLine[]) =>
  (Object.keys(SECTIONS) as LineSection[]).flatMap((section) => {
    const own = lines.filter((line) => line.section === section);
    return own.length ? [{ title: SECTIONS[section], sum: money(sumOf(own).amount), lines: own.map(lineOf) }] : [];
  });

const sameCosts = (a: Costs, b: Costs): boolean =>
  (['amount', 'insurerPaid', 'coPayment', 'selfPaid', 'otherSource'] as const).every((part) => a[part] === b[part]);

/** Said where the lines are missing, do not come to the sum of the visit, or are odd by themselves. */
const lineNote = (visit: StoredVisit, lines: readonly StoredLine[]): string => {
  if (lines.length === 0) return 'Cơ sở khám chữa bệnh chưa gửi chi tiết từng khoản của lượt này.';
  const sum = sumOf(lines);
  if (!sameCosts(sum, visit))
    return `Các khoản dưới đây cộng lại là ${money(sum.amount)}, không khớp với tổng của lượt khám. Cơ sở khám chữa bệnh có thể chưa gửi đủ; hãy hỏi nơi khám hoặc cơ quan BHXH.`;
  const odd = lines.filter((line) => !addsUp(line) || !isPlausible(line)).length;
  return odd ? `Có ${odd} khoản chưa khớp số, được đánh dấu dưới đây. Hãy hỏi nơi khám hoặc cơ quan BHXH.` : '';
};

/** "Khám bệnh ngày 18/11/2025", "Điều trị nội trú từ 02/08/2025 đến 07/08/2025". */
const titleOf = (visit: StoredVisit): string => {
  const stay = stayText(visit);
  const word = stay.includes('đến') ? 'từ ' : 'ngày ';
  return `${VISIT_KINDS[visit.kind]} ${stay.startsWith('Từ') ? stay.replace('Từ', 'từ') : word + stay}`;
};

/** One visit: what it was, what it cost line by line, and which papers were given. */
export const presentOneVisit = (visit: StoredVisit, lines: readonly StoredLine[], papers: readonly StoredPaper[]) => ({
  title: titleOf(visit),
  crumb: stayText(visit),
  facility: visit.facilityName,
  sentence: paidSentence(visit),
  totals: costBoxes('Tổng chi phí', lines.length ? `${lines.length} khoản` : '', visit),
  rows: rowsOf(visit),
  note: lineNote(visit, lines),
  payers: PAYERS,
  sections: sectionsOf(lines),
  sum: costsText(sumOf(lines)),
  papers: papers.map(presentPaper),
});
