import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import { currentContext } from '../../core/context.js';
import type { Topics } from '../../core/db/topics.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { QuestionRow, QuestionState, QuestionText } from './question.model.js';
import { codeOf, TOPIC } from './question.rules.js';
import type { Tables } from './tables.js';

export interface QuestionParts {
  readonly tables: Tables;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly topics: Topics;
  readonly clock: Clock;
}

const CHANGED = 'Người khác vừa sửa câu này. Hãy tải lại trang để xem trước khi sửa tiếp.';
const GONE = 'Không có câu hỏi này. Hãy quay lại danh sách.';
const EMPTY = 'Hãy viết câu trả lời và nguồn, lưu lại, rồi mới đăng.';

/** Behind those that came with the seed. */
const LAST = 1_000;

type Change = Partial<QuestionText> & { state?: QuestionState };

/** What editors do with questions: every change is a version, and pages and chat follow at once. */
export class Questions {
  constructor(private readonly parts: QuestionParts) {}

  /** Joins the unit of work: a draft. Another question may have its address already. */
  async insert(text: QuestionText): Promise<string> {
    const { tables, clock } = this.parts;
    const { name } = currentContext().actor;
    const [id, now, base] = [newId(), clock.now(), codeOf(text.question)];
    const row = { id, ...text, state: 'draft' as const, version: 1, position: LAST, updatedAt: now, updatedBy: name };
    const isNew = await tables.questions.insertNew({ ...row, code: base });
    if (!isNew) await tables.questions.insert({ ...row, code: `${base}-${id.slice(-8)}` });
    const saved = { savedAt: now, savedBy: name };
    await tables.versions.insert({ id: newId(), questionId: id, version: 1, ...text, state: 'draft', ...saved });
    await this.note('support.question-added', row, 1);
    return id;
  }

  add(text: QuestionText): Promise<string> {
    return this.parts.uow.run(() => this.insert(text));
  }

  /** A published answer is new for everybody at once. ConflictError when somebody changed it meanwhile. */
  change(id: string, seen: number, text: QuestionText): Promise<void> {
    return this.goOn(id, seen, text, 'support.question-changed');
  }

  async publish(id: string, seen: number): Promise<void> {
    const row = await this.found(id);
    if (!row.answer || !row.source) throw new InvalidError([{ field: 'traLoi', message: EMPTY }]);
    await this.goOn(id, seen, { state: 'published' }, 'support.question-published');
  }

  withdraw(id: string, seen: number): Promise<void> {
    return this.goOn(id, seen, { state: 'withdrawn' }, 'support.question-withdrawn');
  }

  /** The row goes on from the version that was seen, and what it is now is kept. */
  private async goOn(id: string, seen: number, change: Change, action: string): Promise<void> {
    const { tables, uow, topics, clock } = this.parts;
    const row = await this.found(id);
    const version = seen + 1;
    const { name } = currentContext().actor;
    const now = clock.now();
    const { groupCode, question, asks, answer, source, asOf, href, linkText, state } = { ...row, ...change };
    const text = { groupCode, question, asks, answer, source, asOf, href, linkText, state };
    await uow.run(async () => {
      const moved = { version, updatedAt: now, updatedBy: name };
      await tables.questions.claim({ ...change, ...moved }, { id, version: seen }, CHANGED);
      await tables.versions.insert({ id: newId(), questionId: id, version, ...text, savedAt: now, savedBy: name });
      await topics.moveOn(TOPIC);
      await this.note(action, { id, question }, version);
    });
  }

  private async found(id: string): Promise<QuestionRow> {
    const row = await this.parts.tables.questions.one({ id });
    if (!row) throw new NotFoundError(GONE);
    return row;
  }

  private note(action: string, { id, question }: Pick<QuestionRow, 'id' | 'question'>, version: number): Promise<void> {
    const subject = { kind: 'question', id, label: question.slice(0, 120) };
    return this.parts.audit.record({ action, subject, details: { version } });
  }
}
