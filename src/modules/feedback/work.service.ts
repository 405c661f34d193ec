import type { Officers } from '../../contracts/auth.js';
import type { Agencies } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ForbiddenError, InvalidError } from '../../core/errors.js';
import { BUCK_RULE, passesTheBuck } from './buck.rules.js';
import type { CaseRow } from './case.model.js';
import type { Deadlines } from './deadline.service.js';
import { officeNames } from './office.queries.js';
import type { CaseRecord } from './record.service.js';
import type { Standings } from './standing.queries.js';
import { dueIn, mayStep } from './state.rules.js';
import type { CaseRef, Steps } from './step.service.js';
import type { TopicQueries } from './topic.queries.js';
import { HANDLE, LEAD } from './permission.rules.js';
import { handOffsWith, isOwn, mayClassify } from './work.rules.js';
import type { AskInput, AssignInput, ClassifyInput, NoteInput } from './work.schema.js';

export interface Target extends CaseRef {
  readonly actor: Actor;
}

export interface WorkParts {
  readonly standings: Standings;
  readonly steps: Steps;
  readonly record: CaseRecord;
  readonly deadlines: Deadlines;
  readonly topics: TopicQueries;
  readonly officers: Officers;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

const NOT_OURS = 'Chỉ cán bộ của cơ quan đang xử lý thực hiện được việc này.';
const OWN = 'Đây là phản ánh của chính bạn. Hãy nhờ cán bộ khác xử lý.';

/** The case with the version that the officer has seen, if he may work on it. */
export const workable =
  (standings: Standings) =>
  async ({ id, version, actor }: Target): Promise<CaseRow> => {
    const { row, standing } = await standings.find(id, actor);
    if (standing !== 'owner') throw new ForbiddenError(NOT_OURS);
    if (isOwn(actor, row)) throw new ForbiddenError(OWN);
    return { ...row, version };
  };

/**
 * A deadline that has passed stays passed, whatever the case is called then; once somebody works on it, or it was
 * extended, it only moves back.
 */
export const answerByAfter = (row: CaseRow, asked: Date, now: Date): Date => {
  if (now > row.answerBy) return row.answerBy;
  const begun = row.extendedAt !== null || !mayStep('classify', row.state);
  return begun && asked < row.answerBy ? row.answerBy : asked;
};

const officeOf = ({ attributes }: Actor): string => attributes['agencyCode'] ?? '';

/** The small acts of officers on a case. None of them knows of a way to change its owner. */
class Work {
  private readonly workable: (target: Target) => Promise<CaseRow>;

  constructor(private readonly parts: WorkParts) {
    this.workable = workable(parts.standings);
  }

  async classify(target: Target, { linhVuc, phucTap }: ClassifyInput): Promise<void> {
    const { topics, deadlines, steps, record, uow, clock } = this.parts;
    const row = await this.workable(target);
    const topic = await topics.find(linhVuc);
    if (!topic || (topic.retired && topic.code !== row.topicCode))
      throw new InvalidError([{ field: 'linhVuc', message: 'Chọn lĩnh vực trong danh sách.' }]);
    const begun = await deadlines.begin(row.reopenedAt ?? row.receivedAt, topic, phucTap);
    const answerBy = answerByAfter(row, begun.answerBy, clock.now());
    const set = { topicCode: topic.code, monitorAgency: topic.monitorAgency, complex: phucTap, answerBy };
    const [kind, title] = ['classified', `Đã phân loại: ${topic.name}`];
    await uow.run(async () => {
      if (mayStep('classify', row.state) || !mayClassify(row)) await steps.move('classify', row, set);
      else await steps.change(row, { ...set, dueAt: dueIn(row.state, { ...row, ...set }) }, { state: row.state });
      await record.note('feedback.classified', row, {
        kind,
        title,
        note: phucTap ? 'Vụ việc phức tạp' : '',
        open: true,
      });
    });
  }

  async assign(target: Target, { canBo }: AssignInput): Promise<void> {
    const { officers, agencies, steps, record, uow } = this.parts;
    const row = await this.workable(target);
    const offices = await agencies.subtree(row.ownerAgency);
    const officer = (await officers.holding(HANDLE, offices)).find(({ id }) => id === canBo);
    if (!officer) throw new InvalidError([{ field: 'canBo', message: 'Chọn cán bộ trong danh sách.' }]);
    const office = await agencies.find(officer.agencyCode);
    await uow.run(async () => {
      await steps.move('assign', row, this.inHandsOf(row, officer));
      const note = office?.shortName ?? officer.agencyCode;
      const line = { kind: 'assigned', title: `Giao ${officer.fullName} xử lý`, note };
      await record.note('feedback.assigned', row, line, { to: officer.username, agency: officer.agencyCode });
      if (officer.agencyCode !== row.handlingAgency) await this.parts.record.line(row, `Giao ${note} xử lý`);
    });
  }

  async take(target: Target): Promise<void> {
    const { steps, record, uow } = this.parts;
    const row = await this.workable(target);
    const { id, name: fullName } = target.actor;
    await uow.run(async () => {
      await steps.move('take', row, this.inHandsOf(row, { id, fullName, agencyCode: officeOf(target.actor) }));
      await record.note('feedback.taken', row, { kind: 'taken', title: 'Cán bộ đã nhận xử lý', open: true });
    });
  }

  /** Gives it back to the office. It has left a hand, so this counts. */
  async release(target: Target): Promise<void> {
    const { steps, record, uow } = this.parts;
    const row = await this.workable(target);
    if (row.assigneeId !== target.actor.id && !target.actor.permissions.has(LEAD))
      throw new ForbiddenError('Chỉ cán bộ đang xử lý hoặc lãnh đạo thôi xử lý được phản ánh này.');
    await uow.run(async () => {
      await steps.move('release', row, { assigneeId: null, assigneeName: null, handOffs: row.handOffs + 1 });
      await record.note('feedback.released', row, { kind: 'released', title: 'Thôi xử lý, chờ cán bộ khác nhận' });
    });
  }

  /** The clock stands still until the citizen has answered. */
  async ask(target: Target, { cauHoi }: AskInput): Promise<void> {
    const { agencies, steps, record, uow, clock } = this.parts;
    const row = await this.workable(target);
    if (passesTheBuck(cauHoi, await officeNames(agencies, row.ownerAgency)))
      throw new InvalidError([{ field: 'cauHoi', message: BUCK_RULE }]);
    await uow.run(async () => {
      await steps.move('ask', row, { pausedAt: clock.now() });
      const line = { kind: 'asked', title: 'Cần bạn bổ sung thông tin', note: cauHoi, open: true };
      await record.note('feedback.asked', row, line);
      await record.tell(row, 'feedback-question', { code: row.code }, `asked:${row.id}:${row.version}`);
    });
  }

  /** Read by officers only. Notes stand beside each other: two at once are no conflict. */
  async note(target: Target, { ghiChu }: NoteInput): Promise<void> {
    const row = await this.workable(target);
    const line = { kind: 'note', title: 'Ghi chú nội bộ', note: ghiChu };
    await this.parts.uow.run(() => this.parts.record.note('feedback.noted', row, line));
  }

  private inHandsOf(row: CaseRow, officer: { id: string; fullName: string; agencyCode: string }) {
    return {
      assigneeId: officer.id,
      assigneeName: officer.fullName,
      handlingAgency: officer.agencyCode,
      handOffs: handOffsWith(row, officer),
    };
  }
}

export const createWork = (parts: WorkParts): Work => new Work(parts);
export type { Work };
