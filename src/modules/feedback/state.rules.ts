import type { CaseRow } from './case.model.js';

/**
 * Where a case stands. There is no state "not ours": whoever received it answers. `redirected` is for complaints and
 * denunciations, which the law sends through a procedure of their own, and for what nobody meant.
 */
export type CaseState =
  | 'received'
  | 'classified'
  | 'assigned'
  | 'in_progress'
  | 'waiting_citizen'
  | 'coordinating'
  | 'answered'
  | 'closed'
  | 'reopened'
  | 'merged'
  | 'out_of_scope_redirected';

export type Step =
  | 'classify'
  | 'assign'
  | 'take'
  | 'release'
  | 'ask'
  | 'supply'
  | 'invite'
  | 'comeBack'
  | 'answer'
  | 'close'
  | 'reopen'
  | 'merge'
  | 'redirect';

/** Cases that somebody of ours still has to do something for. */
export const OPEN_STATES = [
  'received',
  'classified',
  'assigned',
  'in_progress',
  'waiting_citizen',
  'coordinating',
  'reopened',
] as const satisfies readonly CaseState[];

const BEFORE_WORK = ['received', 'classified', 'assigned', 'reopened'] as const;

/** The only ways from state to state. */
export const transitions: Readonly<Record<Step, { readonly from: readonly CaseState[]; readonly to: CaseState }>> = {
  classify: { from: ['received', 'classified', 'reopened'], to: 'classified' },
  assign: { from: [...BEFORE_WORK, 'in_progress'], to: 'assigned' },
  take: { from: BEFORE_WORK, to: 'in_progress' },
  release: { from: ['assigned', 'in_progress'], to: 'classified' },
  ask: { from: ['in_progress'], to: 'waiting_citizen' },
  supply: { from: ['waiting_citizen'], to: 'in_progress' },
  invite: { from: ['in_progress', 'coordinating'], to: 'coordinating' },
  comeBack: { from: ['coordinating'], to: 'in_progress' },
  answer: { from: ['in_progress', 'coordinating', 'waiting_citizen'], to: 'answered' },
  close: { from: ['answered'], to: 'closed' },
  reopen: { from: ['answered', 'closed'], to: 'reopened' },
  merge: { from: [...BEFORE_WORK, 'in_progress'], to: 'merged' },
  redirect: { from: [...BEFORE_WORK, 'in_progress'], to: 'out_of_scope_redirected' },
};

export const isOpen = (state: CaseState): boolean => (OPEN_STATES as readonly string[]).includes(state);

/** Whether a step leads on from there. */
export const mayStep = (step: Step, state: CaseState): boolean => transitions[step].from.includes(state);

/** States as every page shows them: colour, icon and word of a tag. */
export const stateTags: Readonly<
  Record<CaseState, { readonly kind: string; readonly icon: string; readonly text: string }>
> = {
  received: { kind: 'new', icon: 'send', text: 'Đã tiếp nhận' },
  classified: { kind: 'info', icon: 'journal-text', text: 'Đã phân loại' },
  assigned: { kind: 'info', icon: 'person', text: 'Đã giao xử lý' },
  in_progress: { kind: 'work', icon: 'hourglass-split', text: 'Đang xử lý' },
  waiting_citizen: { kind: 'work', icon: 'hourglass-split', text: 'Chờ người dân bổ sung' },
  coordinating: { kind: 'work', icon: 'hourglass-split', text: 'Đang phối hợp' },
  answered: { kind: 'ok', icon: 'check-circle-fill', text: 'Đã trả lời' },
  closed: { kind: 'off', icon: 'check-circle-fill', text: 'Đã đóng' },
  reopened: { kind: 'bad', icon: 'clock-history', text: 'Mở lại' },
  merged: { kind: 'off', icon: 'calendar-x', text: 'Đã gộp' },
  out_of_scope_redirected: { kind: 'off', icon: 'calendar-x', text: 'Không phải phản ánh' },
};

/** The tag of one case: what the law sends on is told apart from what nobody meant. */
export const tagOf = ({ state, outcome }: Pick<CaseRow, 'state' | 'outcome'>) => ({
  ...stateTags[state],
  ...((outcome === 'complaint' || outcome === 'denunciation') && { text: 'Chuyển theo luật khác' }),
});

type Clocks = Pick<CaseRow, 'classifyBy' | 'answerBy'>;

/** The moment that somebody of ours must keep next in this state; null when it is the citizen's turn, or nobody's. */
export const dueIn = (state: CaseState, { classifyBy, answerBy }: Clocks): Date | null => {
  if (state === 'waiting_citizen' || !isOpen(state)) return null;
  return state === 'received' && classifyBy < answerBy ? classifyBy : answerBy;
};
