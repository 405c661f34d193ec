import type { CaseRow } from './case.model.js';
import type { InvitationRow } from './case-parts.model.js';

/** Somebody is still expected to do something. */
export const PENDING = ['invited', 'accepted'] as const satisfies readonly InvitationRow['state'][];

export const isPending = ({ state }: Pick<InvitationRow, 'state'>): boolean =>
  (PENDING as readonly string[]).includes(state);

/** Agencies that one form invites at most. */
export const AT_ONCE = 3;

/** An invited agency has so many office hours, at the latest until the case itself is due; a case that is late waits no longer. */
export const pendingUntil = (byHours: Date, { answerBy }: Pick<CaseRow, 'answerBy'>, now: Date): Date =>
  answerBy > now && answerBy < byHours ? answerBy : byHours;

export const invitationTags: Readonly<
  Record<InvitationRow['state'], { readonly kind: string; readonly icon: string; readonly text: string }>
> = {
  invited: { kind: 'wait', icon: 'hourglass-split', text: 'Chờ nhận lời' },
  accepted: { kind: 'work', icon: 'hourglass-split', text: 'Đã nhận lời' },
  answered: { kind: 'ok', icon: 'check-circle-fill', text: 'Đã trả lời' },
  lapsed: { kind: 'off', icon: 'calendar-x', text: 'Không trả lời' },
  withdrawn: { kind: 'off', icon: 'calendar-x', text: 'Đã rút' },
};
