import { describe, expect, it } from 'vitest';
import {
  OPEN_STATES,
  clockKnots,
  daysLeft,
  dossierNumber,
  isOver,
  isSheetDead,
  lastDayOf,
  STATES,
  transitions,
  type Step,
} from '../../src/modules/registration/registration.rules.js';

/** Every pair that spec.md allows; every other pair of states is refused for that step. */
const ALLOWED: Record<Step, string> = {
  receive: 'declared > declared',
  handIn: 'declared > handed_in',
  take: 'handed_in > in_review',
  release: 'in_review > handed_in',
  approve: 'in_review > approved',
  refuse: 'in_review > refused',
  expire: 'declared > expired',
  correct: 'refused > declared',
  correctWithoutPaper: 'refused > handed_in',
};

describe('transitions', () => {
  for (const step of Object.keys(ALLOWED) as Step[])
    for (const from of STATES)
      for (const to of STATES)
        it(`${step}: ${from} > ${to}`, () => {
          const { from: start, to: end } = transitions[step];
          expect(start === from && end === to).toBe(ALLOWED[step] === `${from} > ${to}`);
        });

  it('knows no other step, and nothing leaves an end', () => {
    expect(Object.keys(transitions).sort()).toEqual(Object.keys(ALLOWED).sort());
    const starts = Object.values(transitions).map(({ from }) => from);
    expect(starts).not.toContain('approved');
    expect(starts).not.toContain('expired');
  });

  it('lets pictures be replaced until the decision', () => {
    expect(STATES.filter((state) => (OPEN_STATES as readonly string[]).includes(state))).toEqual([
      'declared',
      'handed_in',
      'in_review',
    ]);
  });
});

describe('the page of the filled form', () => {
  it.each([
    ['declared', '2026-03-26', false],
    ['declared', '2026-03-27', true],
    ['handed_in', '2026-03-27', false],
    ['in_review', '2026-03-27', false],
    ['refused', '2026-03-27', false],
    ['approved', '2026-03-20', true],
    ['expired', '2026-03-20', true],
  ] as const)('%s on %s is dead: %s', (state, today, dead) => {
    expect(isSheetDead({ state, lastDay: '2026-03-26' }, today)).toBe(dead);
  });
});

describe('days', () => {
  it.each([
    ['2026-03-16', '2026-03-26'],
    ['2026-12-25', '2027-01-04'],
    ['2028-02-20', '2028-03-01'],
    ['2027-02-20', '2027-03-02'],
    ['2028-02-19', '2028-02-29'],
  ])('a dossier of %s can be handed in until %s', (declared, last) => {
    expect(lastDayOf(declared, 10)).toBe(last);
    expect(isOver(last, last)).toBe(false);
    expect(daysLeft(last, declared)).toBe(10);
  });

  it('counts no negative days', () => {
    expect(daysLeft('2026-03-26', '2026-03-26')).toBe(0);
    expect(daysLeft('2026-03-26', '2026-04-26')).toBe(0);
    expect(isOver('2026-03-26', '2026-03-27')).toBe(true);
  });

  it('draws eleven knots', () => {
    const knots = clockKnots('2026-03-16', '2026-03-26', '2026-03-18', [7, 9]);
    expect(knots.map(({ kind }) => kind)).toEqual(['done', 'done', 'now', '', '', '', '', 'bell', '', 'bell', 'end']);
    expect(clockKnots('2026-03-16', '2026-03-26', '2026-03-26', []).at(-1)).toEqual({
      day: '2026-03-26',
      kind: 'end',
      today: true,
    });
    expect(clockKnots('2026-03-16', '2026-03-26', '2026-03-16', [7, 9])[0]?.kind).toBe('now');
  });
});

it('numbers dossiers', () => {
  expect(dossierNumber(412, '2026', '04802')).toBe('00412/2026/04802');
  expect(dossierNumber(100_000, '2026', '04802')).toBe('100000/2026/04802');
});
