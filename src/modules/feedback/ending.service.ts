import { Op } from 'sequelize';
import type { Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { inTime, requireNothingPersonal } from './answer.service.js';
import type { CaseRow } from './case.model.js';
import type { CaseRecord } from './record.service.js';
import type { Standings } from './standing.queries.js';
import { isOpen, OPEN_STATES } from './state.rules.js';
import type { Steps } from './step.service.js';
import type { Tables } from './tables.js';
import { LEAD } from './permission.rules.js';
import type { MergeInput, RedirectInput, SpamInput } from './work.schema.js';
import { workable, type Target } from './work.service.js';

export interface EndingParts {
  readonly standings: Standings;
  readonly steps: Steps;
  readonly record: CaseRecord;
  readonly tables: Pick<Tables, 'answers'>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

export type SpamOutcome = 'asked' | 'ended' | 'kept';

/** Whether both come from one sender, as far as he has told. */
export const sameSender = (a: CaseRow, b: CaseRow): boolean =>
  (a.phone !== '' && a.phone === b.phone) || (a.insuranceNumber !== '' && a.insuranceNumber === b.insuranceNumber);

const LAWS = { complaint: 'khiếu nại', denunciation: 'tố cáo' } as const;

/** The few ways in which a case ends without an answer of its own. "Not ours" is none of them. */
class Endings {
  private readonly workable: (target: Target) => Promise<CaseRow>;

  constructor(private readonly parts: EndingParts) {
    this.workable = workable(parts.standings);
  }

  /** The sender's other case goes on for both; nothing of this one is lost. Returns the code of the other. */
  async merge(target: Target, { vao }: MergeInput): Promise<string> {
    const { standings, steps, record, uow } = this.parts;
    const row = await this.workable(target);
    const { row: into, standing } = await standings.find(vao, target.actor);
    const fits = standing === 'owner' && into.id !== row.id && into.ownerAgency === row.ownerAgency;
    if (!fits || !sameSender(row, into) || !isOpen(into.state))
      throw new InvalidError([
        { field: 'vao', message: 'Chọn phản ánh đang xử lý của cùng người gửi trong danh sách.' },
      ]);
    const moves = [
      { id: row.id, run: () => steps.move('merge', row, { mergedInto: into.id }) },
      { id: into.id, run: () => steps.change(into, {}, { state: { [Op.in]: [...OPEN_STATES] } }) },
    ].sort((a, b) => (a.id < b.id ? -1 : 1));
    await uow.run(async () => {
      // In one order everywhere: two who merge the same pair at once never wait for each other.
      for (const { run } of moves) await run();
      const title = `Gộp vào ${into.code}`;
      await record.note('feedback.merged', row, { kind: 'merged', title, open: true }, { into: into.code });
      await record.note('feedback.received-merged', into, {
        kind: 'received-merged',
        title: `Gộp thêm ${row.code}`,
        open: true,
      });
      await record.tell(row, 'feedback-merged', { code: row.code, into: into.code }, `merged:${row.id}`);
    });
    return into.code;
  }

  /** An officer asks, a leader says. */
  async spam(target: Target, { lyDo, viec }: SpamInput): Promise<SpamOutcome> {
    const { steps, record, uow, clock } = this.parts;
    const row = await this.workable(target);
    const now = clock.now();
    const lead = target.actor.permissions.has(LEAD);
    if (!lead && row.spamAskedAt) throw new ConflictError('Đề nghị này đang chờ lãnh đạo. Bạn không phải gửi lại.');
    await uow.run(async () => {
      if (!lead) {
        await steps.change(row, { spamAskedAt: now }, { state: row.state });
        const line = { kind: 'spam-asked', title: 'Đề nghị không xử lý vì không phải phản ánh', note: lyDo };
        await record.note('feedback.spam-asked', row, line, { reason: lyDo });
      } else if (viec === 'khong') {
        await steps.change(row, { spamAskedAt: null }, { state: row.state });
        const line = { kind: 'spam-refused', title: 'Lãnh đạo yêu cầu tiếp tục xử lý', note: lyDo };
        await record.note('feedback.spam-refused', row, line, { reason: lyDo });
      } else {
        await steps.move('redirect', row, { outcome: 'spam', closedAt: now, spamAskedAt: null });
        const line = { kind: 'spam', title: 'Lãnh đạo xác nhận không phải phản ánh', note: lyDo };
        await record.note('feedback.spam-confirmed', row, line, { reason: lyDo });
      }
    });
    return !lead ? 'asked' : viec === 'khong' ? 'kept' : 'ended';
  }

  /** A complaint or denunciation, which the law sends through a procedure of its own: sent on by us, with an answer. */
  async redirect(target: Target, { luat, traLoi }: RedirectInput): Promise<void> {
    const { steps, record, tables, uow, clock } = this.parts;
    const row = await this.workable(target);
    requireNothingPersonal(row, 'traLoi', traLoi);
    const now = clock.now();
    const { id: authorId, name: authorName, attributes } = target.actor;
    const by = { authorId, authorName, agencyCode: attributes['agencyCode'] ?? '' };
    await uow.run(async () => {
      await steps.move('redirect', row, { outcome: luat, answeredAt: now, onTime: inTime(row, now), closedAt: now });
      const sent = { id: newId(), caseId: row.id, state: 'sent', interim: false, text: traLoi } as const;
      const stamps = { writtenAt: now, sentAt: now, overrideReason: '', overrideBy: '' };
      await tables.answers.insert({ ...sent, ...by, ...stamps });
      const line = { kind: 'redirected', title: `Chuyển giải quyết theo luật ${LAWS[luat]}`, open: true };
      await record.note('feedback.redirected', row, line, { law: luat });
      await record.tell(row, 'feedback-redirected', { code: row.code }, `redirected:${row.id}`);
    });
  }
}

export const createEndings = (parts: EndingParts): Endings => new Endings(parts);
export type { Endings };
