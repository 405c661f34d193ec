import type { Actor } from '../../core/context.js';
import type { CaseRow } from './case.model.js';
import { HANDLE, LEAD } from './permission.rules.js';
import type { Standing } from './standing.queries.js';
import { isOpen, mayStep, type Step } from './state.rules.js';

export { HANDLE, LEAD };

/** What an officer may do with a case now. */
export type Deed = Extract<Step, 'classify' | 'assign' | 'take' | 'release' | 'ask' | 'answer' | 'merge' | 'redirect'>;
export type Deeds = Readonly<Record<Deed | 'note' | 'spam' | 'lead' | 'working', boolean>>;

const WITH_SOMEBODY = ['assigned', 'in_progress', 'coordinating'];

/** A topic that turns out wrong later is put right without taking the case from whoever has it. */
export const mayClassify = ({ state }: Pick<CaseRow, 'state'>): boolean =>
  mayStep('classify', state) || WITH_SOMEBODY.includes(state);

/** Nobody works on a case of his own. */
export const isOwn = (
  actor: Pick<Actor, 'attributes'>,
  { insuranceNumber }: Pick<CaseRow, 'insuranceNumber'>,
): boolean => insuranceNumber !== '' && actor.attributes['insuranceNumber'] === insuranceNumber;

export const deedsOn = (row: CaseRow, standing: Standing, actor: Actor): Deeds => {
  const mine = standing === 'owner' && actor.permissions.has(HANDLE) && !isOwn(actor, row);
  const lead = mine && actor.permissions.has(LEAD);
  const can = (step: Step): boolean => mine && mayStep(step, row.state);
  const has = row.assigneeId === actor.id;
  return {
    classify: mine && mayClassify(row),
    assign: can('assign'),
    take: can('take'),
    release: can('release') && (has || lead),
    ask: can('ask'),
    answer: can('answer'),
    merge: can('merge'),
    redirect: can('redirect'),
    spam: can('redirect'),
    note: mine && isOpen(row.state),
    lead,
    working: mine,
  };
};

type Held = Pick<CaseRow, 'assigneeId' | 'handlingAgency' | 'handOffs'>;

/** How often it has changed hands once it is with this officer: another officer or another office counts, the first does not. */
export const handOffsWith = (row: Held, to: { readonly id: string; readonly agencyCode: string }): number => {
  const other = row.assigneeId !== null && row.assigneeId !== to.id;
  return row.handOffs + (other || row.handlingAgency !== to.agencyCode ? 1 : 0);
};
