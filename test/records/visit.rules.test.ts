import { describe, expect, it } from 'vitest';
import { dialysis, itemOf, treatments } from '../../seeders/data/medicine.js';
import { fundPays } from '../../src/modules/records/entitlement.rules.js';
import { paidSentence, stayText } from '../../src/modules/records/visit-row.presenter.js';
import {
  addsUp,
  isPlausible,
  nearestYear,
  paidByPatient,
  sumOf,
  yearOf,
  type Costs,
} from '../../src/modules/records/visit.rules.js';

const costs = (amount: number, insurerPaid: number, coPayment: number, other: Partial<Costs> = {}): Costs => ({
  ...{ amount, insurerPaid, coPayment, selfPaid: 0, otherSource: 0 },
  ...other,
});

describe('who paid what', () => {
  it.each([
    ['level 4, above the small visit', costs(1_000_000, 800_000, 200_000), true],
    ['every source', costs(1_000_000, 500_000, 125_000, { selfPaid: 275_000, otherSource: 100_000 }), true],
    ['nothing at all', costs(0, 0, 0), true],
    ['a đồng short', costs(1_000_000, 800_000, 199_999), false],
    ['a đồng too much', costs(1_000_000, 800_000, 200_001), false],
    ['below zero on one side', costs(100, 150, -50), false],
  ])('%s', (_, given, expected) => expect(addsUp(given)).toBe(expected));

  it('keeps the sum of parts in any sum of lines', () => {
    const lines = Array.from({ length: 500 }, (_, index) => {
      const amount = (index * 7_919) % 100_003;
      const insurerPaid = fundPays({ cost: amount, percent: 80, smallVisit: 0 });
      return costs(amount, insurerPaid, amount - insurerPaid);
    });
    expect(lines.every(addsUp)).toBe(true);
    expect(addsUp(sumOf(lines))).toBe(true);
    expect(sumOf([])).toEqual(costs(0, 0, 0));
  });

  it('pays a small visit of level 4 in full, a larger one to 80 %', () => {
    for (const smallVisit of [351_000, 379_500]) {
      expect(fundPays({ cost: 300_000, percent: 80, smallVisit })).toBe(300_000);
      expect(fundPays({ cost: 1_000_000, percent: 80, smallVisit })).toBe(800_000);
    }
  });

  it('says it in one sentence that names every part', () => {
    expect(paidSentence(costs(1_000_000, 800_000, 200_000))).toBe(
      'Chi phí 1.000.000 đ: quỹ BHYT trả 800.000 đ, bạn trả 200.000 đ (cùng chi trả 200.000 đ).',
    );
    expect(paidSentence(costs(300_000, 300_000, 0))).toBe(
      'Chi phí 300.000 đ: quỹ BHYT trả 300.000 đ, bạn không phải trả.',
    );
    const all = costs(1_000, 500, 125, { selfPaid: 275, otherSource: 100 });
    expect(paidByPatient(all)).toBe(400);
    expect(paidSentence(all)).toBe(
      'Chi phí 1.000 đ: quỹ BHYT trả 500 đ, bạn trả 400 đ (cùng chi trả 125 đ, tự trả 275 đ), nguồn khác trả 100 đ.',
    );
  });
});

describe('quantity times price', () => {
  it.each([
    [3, 50_000, 150_000, true],
    [15, 189.5, 2_843, true],
    [15, 189.5, 2_842, true],
    [0.5, 40_300, 20_150, true],
    // A price rounded to whole đồng is off by half a đồng at most for each piece.
    [1_000, 190, 189_500, true],
    [3, 50_000, 160_000, false],
    [0, 50_000, 0, false],
    [-1, 50_000, -50_000, false],
  ])('%d of %d is %d: %s', (quantity, unitPrice, amount, expected) =>
    expect(isPlausible({ quantity, unitPrice, amount })).toBe(expected),
  );

  it('holds for every bill of the demo', () => {
    for (const { bill } of [...treatments, dialysis])
      for (const [name, quantity] of bill) {
        const unitPrice = itemOf(name)[4];
        expect(isPlausible({ quantity, unitPrice, amount: Math.round(quantity * unitPrice) })).toBe(true);
      }
  });
});

describe('years', () => {
  it('leads to the latest year before an empty one, else to the first after it', () => {
    expect(nearestYear(['2025', '2023'], '2026')).toBe('2025');
    expect(nearestYear(['2025', '2023'], '2024')).toBe('2023');
    expect(nearestYear(['2025', '2023'], '2020')).toBe('2023');
    expect(nearestYear([], '2026')).toBeUndefined();
    expect(yearOf('2025-12-31')).toBe('2025');
  });

  it('reads days in Viet Nam, and shows one day once', () => {
    const at = (iso: string) => new Date(iso);
    const [evening, noon] = [at('2025-12-31T18:00:00Z'), at('2026-01-01T05:00:00Z')];
    expect(stayText({ admittedAt: evening, dischargedAt: noon })).toBe('01/01/2026');
    expect(stayText({ admittedAt: evening, dischargedAt: at('2026-01-04T05:00:00Z') })).toBe(
      '01/01/2026 đến 04/01/2026',
    );
    expect(stayText({ admittedAt: evening, dischargedAt: null })).toBe('Từ 01/01/2026');
  });
});
