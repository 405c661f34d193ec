import { Op } from 'sequelize';
import type { Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { inTime, requireNothingPersonal } from './answer.service.js';
import type { CaseRow, Outcome } from './case.model.js';
import type { CaseRecord } from './record.service.js';
import type { Standings } from './standing.queries.js';
import { isOpen, OPEN_STATES } from './state.rules.js';
import type { Steps } from './step.service.js';
import type { Tables } from './tables.js';
import type { Line } from './timeline.service.js';
import { LEAD } from './permission.rules.js';
import type { MergeInput, RedirectInput, SpamInput } from './work.schema.js';
import { workable, type Target } from './work.service.js';

export interface EndingParts {
  readonly standings: Standings;
  readonly steps: Steps;
  readonly record: CaseRecord;
  readonly tables: Pick<Tables, 'answers' | 'cases'>;
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
    const { standings, steps, record, tables, uow } = this.parts;
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
      // What had been merged into this one goes on there too.
      await tables.cases.change({ mergedInto: into.id }, { mergedInto: row.id });
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

  /** Ends that only a leader may set. */
  private async propose(
    row: CaseRow,
    askedOutcome: Outcome,
    { action, ...line }: Line & { action: string },
  ): Promise<void> {
    const { steps, record, uow, clock } = this.parts;
    if (row.spamAskedAt) throw new ConflictError('Một đề nghị đang chờ lãnh đạo. Bạn không phải gửi lại.');
    await uow.run(async () => {
      await steps.change(row, { spamAskedAt: clock.now(), askedOutcome }, { state: row.state });
      await record.note(action, row, line, { outcome: askedOutcome, reason: line.note });
    });
  }

  /** An officer asks, a leader says; his no is one to whatever was proposed. */
  async spam(target: Target, { lyDo, viec }: SpamInput): Promise<SpamOutcome> {
    const { steps, record, uow, clock } = this.parts;
    const row = await this.workable(target);
    const now = clock.now();
    if (!target.actor.permissions.has(LEAD)) {
      const title = 'Đề nghị không xử lý vì không phải phản ánh';
      await this.propose(row, 'spam', { action: 'feedback.spam-asked', kind: 'spam-asked', title, note: lyDo });
      return 'asked';
    }
    await uow.run(async () => {
      if (viec === 'khong') {
        await steps.change(row, { spamAskedAt: null, askedOutcome: null }, { state: row.state });
        const line = { kind: 'spam-refused', title: 'Lãnh đạo yêu cầu tiếp tục xử lý', note: lyDo };
        await record.note('feedback.spam-refused', row, line, { reason: lyDo });
      } else {
        await steps.move('redirect', row, { outcome: 'spam', closedAt: now });
        const line = { kind: 'spam', title: 'Lãnh đạo xác nhận không phải phản ánh', note: lyDo };
        await record.note('feedback.spam-confirmed', row, line, { reason: lyDo });
        await record.line(row, 'Không phải phản ánh, kiến nghị nên không giải quyết');
      }
    });
    return viec === 'khong' ? 'kept' : 'ended';
  }

  /**
   * A complaint or denunciation, which the law sends through a procedure of its own: sent on by us, with an answer. An
   * officer proposes it, a leader does it.
   */
  async redirect(target: Target, { luat, traLoi }: RedirectInput): Promise<'asked' | 'ended'> {
    const { steps, record, tables, uow, clock } = this.parts;
    const row = await this.workable(target);
    requireNothingPersonal(row, 'traLoi', traLoi);
    if (!target.actor.permissions.has(LEAD)) {
      const title = `Đề nghị chuyển giải quyết theo luật ${LAWS[luat]}`;
      await this.propose(row, luat, { action: 'feedback.redirect-asked', kind: 'redirect-asked', title, note: traLoi });
      return 'asked';
    }
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
    return 'ended';
  }
}

export const createEndings = (parts: EndingParts): Endings => new Endings(parts);
export type { Endings };
