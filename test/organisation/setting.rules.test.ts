import { describe, expect, it } from 'vitest';
import { valueOn } from '../../src/modules/organisation/setting.rules.js';

const baseSalary = [
  { validFrom: '2024-07-01', value: '2340000' },
  { validFrom: '2026-07-01', value: '2530000' },
];

describe('dated settings', () => {
  it('takes the value whose first day has come', () => {
    expect(valueOn(baseSalary, '2026-06-30')).toBe('2340000');
    expect(valueOn(baseSalary, '2026-07-01')).toBe('2530000');
  });

  it('has no value before the first day', () => {
    expect(valueOn(baseSalary, '2024-06-30')).toBeUndefined();
  });
});
