import { describe, expect, it } from 'vitest';
import * as amounts from '../../seeders/benefit-amounts.js';
import { accountEndOf, benefitTotals, foremost, type Benefit } from '../../src/modules/records/benefit.rules.js';

const benefit = (over: Partial<Benefit> = {}): Benefit => ({
  ...{ kind: 'sickness_maternity', scheme: 'Ốm đau', fromDay: '2024-06-18', amount: 1_000_000 },
  ...{ days: 3, months: 0, status: 'paid' },
  ...over,
});

describe('totals', () => {
  it('adds up money, days and months, and what runs in a month', () => {
    const rows = [
      benefit(),
      benefit({ days: 2, amount: 500_000 }),
      benefit({ kind: 'monthly', status: 'current', amount: 4_000_000, days: 0 }),
      benefit({ kind: 'monthly', status: 'ended', amount: 9_000_000, days: 0, months: 12 }),
    ];
    expect(benefitTotals(rows)).toEqual({
      count: 4,
      amount: 14_500_000,
      days: 5,
      months: 12,
      currentAmount: 4_000_000,
    });
    expect(benefitTotals([])).toEqual({ count: 0, amount: 0, days: 0, months: 0, currentAmount: 0 });
  });
});

describe('the one that stands for all', () => {
  it('is a running monthly one, else another that runs, else the latest', () => {
    const old = benefit({ fromDay: '2020-01-01' });
    const late = benefit({ fromDay: '2025-01-01' });
    const jobless = benefit({ kind: 'unemployment', status: 'current', fromDay: '2024-01-01' });
    const pension = benefit({ kind: 'monthly', status: 'current', fromDay: '2019-01-01' });
    expect(foremost([])).toBeUndefined();
    expect(foremost([old, late])).toBe(late);
    expect(foremost([old, late, jobless])).toBe(jobless);
    expect(foremost([jobless, late, pension])).toBe(pension);
  });
});

describe('an account number', () => {
  it('is kept by its last four digits only', () => {
    expect(accountEndOf('0041 0001 2345 6789')).toBe('6789');
    expect(accountEndOf('123')).toBe('123');
    expect(accountEndOf('không có')).toBeNull();
  });
});

describe('amounts of the demo', () => {
  it('follow the law', () => {
    expect(amounts.sickPay(12_500_000, 4)).toBe(1_562_500);
    expect(amounts.maternityPay(7_400_000, 6, 2_340_000)).toBe(49_080_000);
    expect(amounts.recoveryPay(2_340_000, 5)).toBe(3_510_000);
    expect(amounts.lumpSum(6_000_000, { before2014: 24, since2014: 36 })).toBe(54_000_000);
    expect(amounts.pension(10_000_000, 24, false)).toBe(5_300_000);
    expect(amounts.pension(10_000_000, 24, true)).toBe(6_300_000);
    expect(amounts.pension(10_000_000, 45, true)).toBe(7_500_000);
  });

  it('of unemployment grow by a month a year, between three and twelve', () => {
    expect([11, 12, 36, 47, 48, 143, 144, 400].map(amounts.unemploymentMonths)).toEqual([0, 3, 3, 3, 4, 11, 12, 12]);
    expect(amounts.unemploymentPay(6_200_000, 2_340_000)).toBe(3_720_000);
    expect(amounts.unemploymentPay(50_000_000, 2_340_000)).toBe(11_700_000);
  });
});
