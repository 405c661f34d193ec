import { describe, expect, it } from 'vitest';
import {
  dueIn,
  isOpen,
  mayStep,
  OPEN_STATES,
  stateTags,
  transitions,
  type CaseState,
  type Step,
} from '../../src/modules/feedback/state.rules.js';

const states = Object.keys(stateTags) as CaseState[];
const steps = Object.keys(transitions) as Step[];
const clocks = { classifyBy: new Date('2026-03-17T10:00:00Z'), answerBy: new Date('2026-03-23T10:00:00Z') };

describe('the states of a case', () => {
  it("hold none that says it is somebody else's", () => {
    for (const { text } of Object.values(stateTags)) expect(text).not.toMatch(/chuyển (đơn vị|cơ quan)|không thuộc/i);
  });

  it('are all reached, and every open one leads to an answer', () => {
    const reached = new Set<CaseState>(['received', ...steps.map((step) => transitions[step].to)]);
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
    const answers = (state: CaseState, seen: readonly CaseState[] = []): boolean =>
      state === 'answered' ||
      steps.some(
        (step) => mayStep(step, state) && !seen.includes(state) && answers(transitions[step].to, [...seen, state]),
      );
    for (const state of OPEN_STATES) expect(answers(state), state).toBe(true);
  });

  it('are left by nothing once merged or redirected', () => {
    for (const state of ['merged', 'out_of_scope_redirected'] as const)
      expect(steps.filter((step) => mayStep(step, state))).toEqual([]);
  });
});

describe('the next deadline', () => {
  it('is that of classifying first, then that of the answer, then none', () => {
    expect(dueIn('received', clocks)).toBe(clocks.classifyBy);
    expect(dueIn('in_progress', clocks)).toBe(clocks.answerBy);
    expect(dueIn('coordinating', clocks)).toBe(clocks.answerBy);
    for (const state of states.filter((one) => !isOpen(one))) expect(dueIn(state, clocks), state).toBeNull();
  });

  it('stands still while the citizen is asked', () => {
    expect(dueIn('waiting_citizen', clocks)).toBeNull();
  });
});
