import { describe, expect, it } from 'vitest';
import {
  claimFault,
  inForce,
  isAdult,
  lastDayAsChild,
  mustBeAsked,
  untilOf,
  type Claim,
} from '../../src/modules/records/guardianship.rules.js';

const TODAY = '2026-03-16';
const child = { insuranceNumber: '4819000001', birthDate: '2017-05-20' };
const mother = { insuranceNumber: '4812345678', birthDate: '1985-09-04' };
const claim = (changes: Partial<Claim> = {}): Claim => ({
  ward: child,
  guardian: mother,
  relation: 'mother',
  paper: 'birth-certificate',
  until: null,
  wardAgreed: true,
  ...changes,
});

describe('ages', () => {
  it.each([
    ['2008-03-16', true],
    ['2008-03-17', false],
    // Known by month or year: the earliest day counts.
    ['2008-03', true],
    ['2008-04', false],
    ['2008', true],
    ['2009', false],
  ])('born %s is of age on 16/03/2026: %s', (birthDate, grownUp) => {
    expect(isAdult(birthDate, TODAY)).toBe(grownUp);
  });

  it('who was born on 29 February is of age on 1 March of a common year', () => {
    expect(isAdult('2008-02-29', '2026-02-28')).toBe(false);
    expect(isAdult('2008-02-29', '2026-03-01')).toBe(true);
    expect(lastDayAsChild('2008-02-29')).toBe('2026-02-28');
  });

  it('children are asked from seven years on', () => {
    expect(mustBeAsked('2019-03-16', TODAY)).toBe(true);
    expect(mustBeAsked('2019-03-17', TODAY)).toBe(false);
    expect(mustBeAsked('2008-03-16', TODAY)).toBe(false);
  });
});

describe('who may be registered', () => {
  it('a parent by the birth certificate, until the day before full age', () => {
    expect(claimFault(claim(), TODAY)).toBeUndefined();
    expect(untilOf(child, null, TODAY)).toBe('2035-05-19');
    expect(untilOf(child, '2027-01-01', TODAY)).toBe('2027-01-01');
    expect(untilOf(child, '2050-01-01', TODAY)).toBe('2035-05-19');
  });

  it('a grown-up ward by a decision, as long as that says', () => {
    const ward = { insuranceNumber: '4819000002', birthDate: '1950' };
    expect(claimFault(claim({ ward, relation: 'guardian', paper: 'court' }), TODAY)).toBeUndefined();
    expect(untilOf(ward, null, TODAY)).toBeNull();
  });

  it.each<[string, Partial<Claim>, string]>([
    ['oneself', { guardian: child }, 'so'],
    ['a child as guardian', { guardian: { ...mother, birthDate: '2009-01-01' } }, 'so'],
    ['a parent of a grown-up', { ward: { ...child, birthDate: '2000-01-01' } }, 'quanHe'],
    ['a parent by a decision', { paper: 'court' }, 'giayTo'],
    ['a guardian by a birth certificate', { relation: 'guardian' }, 'giayTo'],
    ['a day that is over', { until: '2026-03-15' }, 'den'],
    ['a child who was not asked', { wardAgreed: false }, 'dongY'],
  ])('refuses %s', (_, changes, field) => {
    expect(claimFault(claim(changes), TODAY)?.field).toBe(field);
  });
});

it('holds until its last day, and not after it was ended', () => {
  expect(inForce({ endedAt: null, until: TODAY }, TODAY)).toBe(true);
  expect(inForce({ endedAt: null, until: '2026-03-15' }, TODAY)).toBe(false);
  expect(inForce({ endedAt: null, until: null }, TODAY)).toBe(true);
  expect(inForce({ endedAt: new Date(0), until: null }, TODAY)).toBe(false);
});
