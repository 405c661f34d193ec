import { Op, type WhereOptions } from 'sequelize';
import type { WorkCalendar } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import { dateTime } from '../../core/http/format.js';
import type { CaseRow } from './case.model.js';
import { dueIn, isOpen, stateTags, transitions, type Step } from './state.rules.js';
import type { Tables } from './tables.js';

/** Which case, and the version that whoever acts has seen. */
export interface CaseRef {
  readonly id: string;
  readonly version: number;
}

type Change = Partial<Omit<CaseRow, 'id' | 'code' | 'ownerAgency' | 'state' | 'version'>>;

/**
 * Moves cases, inside the unit of work at hand. Each move is one conditional update: whoever comes second gets a
 * ConflictError that says where the case stands now. The owner is no part of any change.
 */
export const createSteps = ({ cases }: Pick<Tables, 'cases'>, clock: Clock, calendar: WorkCalendar) => {
  const conflict = async (id: string): Promise<Error> => {
    const row = await cases.one({ id });
    if (!row) return new NotFoundError('Không có phản ánh này. Hãy quay lại danh sách.');
    const by = row.assigneeName ? `, ${row.assigneeName}` : '';
    return new ConflictError(
      `Phản ánh ${row.code} vừa được cập nhật lúc ${dateTime(row.updatedAt)}${by}: ${stateTags[row.state].text}. Hãy tải lại trang; những gì bạn đã viết vẫn còn.`,
    );
  };

  /** Changes a case without moving it, where `where` still holds. */
  const change = async ({ id, version }: CaseRef, set: Change, where: WhereOptions<CaseRow> = {}): Promise<void> => {
    const stamp = { version: version + 1, updatedAt: clock.now() };
    const changed = await cases.change({ ...set, ...stamp }, { ...(where as object), id, version });
    if (changed !== 1) throw await conflict(id);
  };

  /** How long the answer took, for the figures: office time does not add up in SQL. */
  const spent = async (row: CaseRow, { answeredAt }: Change): Promise<Change> => {
    if (!answeredAt) return {};
    const hours = await calendar.hoursBetween(row.reopenedAt ?? row.receivedAt, answeredAt);
    return { answerMinutes: Math.round(hours * 60) };
  };

  /** Moves a case along a step; its next deadline follows from where it stands then. */
  const move = async (step: Step, row: CaseRow, set: Change = {}): Promise<void> => {
    const { from, to } = transitions[step];
    const dueAt = dueIn(to, { ...row, ...set });
    // A new deadline has been told to nobody yet; of an old one jobs may have told meanwhile.
    const untold: Change = dueAt?.getTime() === row.dueAt?.getTime() ? {} : { escalation: 0 };
    // With the case ends what was proposed as its end.
    const proposed: Change = isOpen(to) ? {} : { spamAskedAt: null, askedOutcome: null };
    const moved = { dueAt, ...untold, ...proposed, ...(await spent(row, set)), ...set, state: to } as Change;
    await change(row, moved, { state: { [Op.in]: [...from] } });
  };

  return { change, move };
};

export type Steps = ReturnType<typeof createSteps>;
