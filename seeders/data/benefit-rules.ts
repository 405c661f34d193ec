export interface BenefitRuleSeed {
  readonly level: string;
  readonly validFrom: string;
  readonly percent: number;
  readonly summary: string;
  readonly points: readonly string[];
}

const SHARED = [
  'Trả 100% khi khám tại trạm y tế hoặc chi phí một lần dưới {smallVisit}',
  '{fiveYears} đủ 5 năm liên tục: trả 100% khi phần cùng chi trả trong năm vượt {copayment}',
];

const part = (percent: number): string =>
  `Quỹ BHYT trả ${percent}% chi phí khám, chữa bệnh trong phạm vi được hưởng. Bạn cùng chi trả ${100 - percent}%.`;

const inFull = 'Quỹ BHYT trả 100% chi phí khám, chữa bệnh trong phạm vi được hưởng.';

/** The sentences of one law, level by level. `elsewhere` tells of care outside the place of registration. */
const rulesFrom = (validFrom: string, elsewhere: string): BenefitRuleSeed[] => [
  {
    level: '1',
    validFrom,
    percent: 100,
    summary: inFull,
    points: ['Không giới hạn tỷ lệ thanh toán thuốc, vật tư; trả cả chi phí vận chuyển khi chuyển viện', elsewhere],
  },
  {
    level: '2',
    validFrom,
    percent: 100,
    summary: inFull,
    points: ['Một số thuốc, vật tư y tế trả theo tỷ lệ quy định', elsewhere],
  },
  { level: '3', validFrom, percent: 95, summary: part(95), points: [...SHARED, elsewhere] },
  { level: '4', validFrom, percent: 80, summary: part(80), points: [...SHARED, elsewhere] },
  {
    level: '5',
    validFrom,
    percent: 100,
    summary: 'Quỹ BHYT trả 100% chi phí khám, chữa bệnh, kể cả ngoài phạm vi được hưởng.',
    points: ['Trả cả chi phí vận chuyển khi chuyển viện'],
  },
];

export const benefitRules: readonly BenefitRuleSeed[] = [
  ...rulesFrom(
    '2015-01-01',
    'Điều trị nội trú không đúng tuyến: bệnh viện trung ương trả 40% mức hưởng, bệnh viện tỉnh trả 60% mức hưởng',
  ),
  ...rulesFrom(
    '2021-01-01',
    'Điều trị nội trú không đúng tuyến: bệnh viện trung ương trả 40% mức hưởng, bệnh viện tỉnh trả đủ mức hưởng',
  ),
  ...rulesFrom('2025-01-01', 'Cấp cứu được hưởng đủ mức này ở mọi cơ sở khám, chữa bệnh'),
];
