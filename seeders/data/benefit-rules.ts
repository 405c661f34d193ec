export interface BenefitRuleSeed {
  readonly level: string;
  readonly validFrom: string;
  readonly percent: number;
  readonly summary: string;
  readonly points: readonly string[];
  /** For people of the areas K1, K2 and K3 alone. */
  readonly areaPoints: readonly string[];
}

const SHARED = [
  'Trả 100% khi khám tại trạm y tế hoặc chi phí một lần dưới {smallVisit}',
  '{fiveYears} đủ 5 năm liên tục: trả 100% khi phần cùng chi trả trong năm vượt {copayment}',
];

const part = (percent: number): string =>
  `Quỹ BHYT trả ${percent}% chi phí khám, chữa bệnh trong phạm vi được hưởng. Bạn cùng chi trả ${100 - percent}%.`;

const inFull = 'Quỹ BHYT trả 100% chi phí khám, chữa bệnh trong phạm vi được hưởng.';

/** What one law says beside the shares of the levels. */
interface Law {
  /** Care outside the place of registration. */
  readonly elsewhere: string;
  /** For people of K1, K2 and K3 whatever their level, 5 aside. */
  readonly area?: string;
  /** For those of them with level 3 or 4. */
  readonly areaInPart?: string;
}

const list = (...sentences: readonly (string | undefined)[]): string[] =>
  sentences.filter((sentence) => sentence !== undefined);

/** The sentences of one law, level by level. */
const rulesFrom = (validFrom: string, { elsewhere, area, areaInPart }: Law): BenefitRuleSeed[] => [
  {
    level: '1',
    validFrom,
    percent: 100,
    summary: inFull,
    points: ['Không giới hạn tỷ lệ thanh toán thuốc, vật tư; trả cả chi phí vận chuyển khi chuyển viện', elsewhere],
    areaPoints: list(area),
  },
  {
    level: '2',
    validFrom,
    percent: 100,
    summary: inFull,
    points: ['Một số thuốc, vật tư y tế trả theo tỷ lệ quy định', elsewhere],
    areaPoints: list(area),
  },
  ...['3', '4'].map((level) => {
    const percent = level === '3' ? 95 : 80;
    const areaPoints = list(area, areaInPart);
    return { level, validFrom, percent, summary: part(percent), points: [...SHARED, elsewhere], areaPoints };
  }),
  {
    level: '5',
    validFrom,
    percent: 100,
    summary: 'Quỹ BHYT trả 100% chi phí khám, chữa bệnh, kể cả ngoài phạm vi được hưởng.',
    points: ['Trả cả chi phí vận chuyển khi chuyển viện'],
    areaPoints: [],
  },
];

const AREA_INPATIENT = 'Nơi sinh sống {area}: điều trị nội trú không đúng tuyến vẫn được trả đủ mức hưởng';

export const benefitRules: readonly BenefitRuleSeed[] = [
  ...rulesFrom('2015-01-01', {
    elsewhere:
      'Điều trị nội trú không đúng tuyến: bệnh viện trung ương trả 40% mức hưởng, bệnh viện tỉnh trả 60% mức hưởng',
    area: AREA_INPATIENT,
  }),
  ...rulesFrom('2021-01-01', {
    elsewhere:
      'Điều trị nội trú không đúng tuyến: bệnh viện trung ương trả 40% mức hưởng, bệnh viện tỉnh trả đủ mức hưởng',
    area: AREA_INPATIENT,
  }),
  ...rulesFrom('2025-01-01', {
    elsewhere: 'Cấp cứu được hưởng đủ mức này ở mọi cơ sở khám, chữa bệnh',
    areaInPart: 'Nơi sinh sống {area}: trả 100% khi khám, chữa bệnh ngoại trú',
  }),
];
