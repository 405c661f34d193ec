import { money } from '../../core/http/format.js';
import { words, type DataSection, type DataValue } from '../../core/personal-data.js';
import { METHODS, STATUS } from './benefit-row.presenter.js';
import type { BenefitQueries } from './benefit.queries.js';
import { PAPERS, PAPER_STATES, VISIT_KINDS } from './visit-row.presenter.js';
import { DISCHARGES, OUTCOMES } from './visit.presenter.js';
import type { VisitQueries } from './visit.queries.js';

interface Reads {
  readonly benefits: BenefitQueries;
  readonly visits: VisitQueries;
}

const saysMoney = (label: string) => ({
  label,
  say: (value: DataValue) => (value === null ? '' : money(Number(value))),
});
const textOf = (tags: Readonly<Record<string, { readonly text: string }>>) =>
  words(Object.fromEntries(Object.entries(tags).map(([key, { text }]) => [key, text])));

const costs = {
  amount: saysMoney('Thành tiền'),
  insurerPaid: saysMoney('BHYT TT'),
  otherSource: saysMoney('Nguồn khác'),
  selfPaid: saysMoney('BN tự trả'),
  coPayment: saysMoney('BN cùng chi trả'),
};

const benefitSections = ({ benefits }: Reads): readonly DataSection[] => [
  {
    name: 'records.benefits',
    title: 'Thông tin hưởng',
    about: 'Các chế độ BHXH, BHTN bạn đã và đang hưởng.',
    fields: {
      scheme: 'Chế độ',
      decisionNumber: 'Số QĐ hưởng',
      decidedOn: 'Ngày QĐ hưởng',
      fromDay: 'Từ ngày',
      toDay: 'Đến ngày',
      amount: saysMoney('Số tiền'),
      days: 'Số ngày nghỉ',
      months: 'Số tháng',
      payer: 'Tên đơn vị',
      settledIn: 'Đợt quyết toán',
      method: { label: 'Hình thức nhận', say: words(METHODS) },
      accountEnd: 'Bốn số cuối tài khoản',
      bankName: 'Tên ngân hàng',
      place: 'Nơi nhận',
      training: 'Hỗ trợ học nghề',
      status: { label: 'Trạng thái', say: textOf(STATUS) },
      updatedOn: 'Cập nhật ngày',
    },
    rows: ({ person }) => benefits.benefitsOf(person),
  },
  {
    name: 'records.benefitPayments',
    title: 'Kỳ chi trả và phiếu điều chỉnh',
    about: 'Từng tháng lương hưu, trợ cấp hàng tháng đã chi trả, và các lần điều chỉnh mức hưởng.',
    fields: {
      decisionNumber: 'Số QĐ hưởng',
      kind: { label: 'Loại', say: words({ payment: 'Chi trả', adjustment: 'Điều chỉnh' }) },
      month: 'Tháng',
      amount: saysMoney('Số tiền'),
      previousAmount: saysMoney('Mức trước điều chỉnh'),
      paidOn: 'Ngày chi trả',
      slipNumber: 'Số phiếu',
      reason: 'Lý do',
    },
    rows: ({ person }) => benefits.allPayments(person),
  },
];

const visitSections = ({ visits }: Reads): readonly DataSection[] => [
  {
    name: 'records.visits',
    title: 'Sổ khám chữa bệnh',
    about: 'Các lượt khám, chữa bệnh bằng thẻ BHYT do cơ sở khám chữa bệnh gửi lên.',
    fields: {
      facilityCode: 'Mã cơ sở',
      facilityName: 'Cơ sở khám chữa bệnh',
      code: 'Mã hồ sơ',
      kind: { label: 'Hình thức', say: words(VISIT_KINDS) },
      cardNumber: 'Mã thẻ BHYT',
      admittedAt: 'Ngày vào',
      dischargedAt: 'Ngày ra',
      icd10: 'Mã bệnh',
      diagnosis: 'Tên bệnh',
      otherDiagnoses: 'Bệnh kèm theo',
      department: 'Khoa',
      discharge: { label: 'Tình trạng ra viện', say: words(DISCHARGES) },
      outcome: { label: 'Kết quả điều trị', say: words(OUTCOMES) },
      followUpOn: 'Hẹn tái khám',
      ...costs,
    },
    rows: ({ person }) => visits.all(person),
  },
  {
    name: 'records.visitLines',
    title: 'Chi phí khám chữa bệnh',
    about: 'Từng khoản chi phí của các lượt khám, ai trả bao nhiêu.',
    fields: {
      facilityCode: 'Mã cơ sở',
      visitCode: 'Mã hồ sơ',
      number: 'Số thứ tự',
      itemCode: 'Mã chi phí',
      name: 'Tên chi phí',
      unit: 'Đơn vị tính',
      quantity: 'Số lượng',
      unitPrice: saysMoney('Đơn giá'),
      percent: 'Mức hưởng (%)',
      ...costs,
    },
    rows: ({ person }) => visits.allLines(person),
  },
  {
    name: 'records.visitPapers',
    title: 'Giấy được cấp theo Thông tư 56/2017/TT-BYT',
    about: 'Giấy ra viện, giấy chứng nhận nghỉ việc hưởng BHXH và các giấy khác do cơ sở khám chữa bệnh cấp.',
    fields: {
      kind: { label: 'Loại chứng từ', say: words(PAPERS) },
      serialNumber: 'Số seri',
      issuedOn: 'Ngày cấp',
      facilityName: 'Nơi cấp',
      fromDay: 'Nghỉ từ ngày',
      toDay: 'Đến ngày',
      state: { label: 'Trạng thái', say: textOf(PAPER_STATES) },
    },
    rows: ({ person }) => visits.allPapers(person),
  },
];

/** What the module holds of a person in benefits and visits. */
export const bookData = (reads: Reads): readonly DataSection[] => [...benefitSections(reads), ...visitSections(reads)];
