import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { addDays, dayOf, startOfDay, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError } from '../../core/errors.js';
import type { DoomedFiles } from '../../core/files/doomed-files.js';
import type { CheckedFile } from '../../core/files/picture.js';
import type { CaseRow } from './case.model.js';
import type { RateInput } from './citizen.schema.js';
import type { Deadlines } from './deadline.service.js';
import { factsOf } from './intake.service.js';
import type { CaseRecord } from './record.service.js';
import { mayStep } from './state.rules.js';
import type { Steps } from './step.service.js';
import type { Tables } from './tables.js';
import type { TopicQueries } from './topic.queries.js';

export interface CitizenParts {
  readonly tables: Tables;
  readonly steps: Steps;
  readonly record: CaseRecord;
  readonly deadlines: Deadlines;
  readonly topics: TopicQueries;
  readonly settings: DatedSettings;
  readonly stored: DoomedFiles;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

const MOVED = 'Phản ánh vừa được cập nhật. Hãy xem tình trạng mới ở trên; những gì bạn đã viết vẫn còn.';

/** What a reopened case knows no more: the new answer is judged by itself. */
const FORGOTTEN = {
  answeredAt: null,
  onTime: null,
  answerMinutes: null,
  closedAt: null,
  pausedAt: null,
  satisfaction: null,
  satisfactionNote: '',
  solved: null,
  followedUpAt: null,
} as const;

/** What whoever sent a case may do with it. */
class Citizen {
  constructor(private readonly parts: CitizenParts) {}

  /** The last moment at which it may be opened again; nothing where it has no answer. */
  async reopenUntil({ state, answeredAt }: CaseRow): Promise<Date | undefined> {
    const { settings, clock } = this.parts;
    if (!mayStep('reopen', state) || !answeredAt) return undefined;
    const days = await settings.number(settingNames.feedbackReopenDays, dayOf(clock.now()));
    return startOfDay(addDays(dayOf(answeredAt), days + 1));
  }

  /** Answers a question of the officer: the clock goes on. */
  async supply(row: CaseRow, text: string, files: readonly CheckedFile[]): Promise<void> {
    const { steps, record, deadlines, tables, stored, uow, clock } = this.parts;
    if (!mayStep('supply', row.state)) return this.again(row, 'supplied', text);
    const answerBy = await deadlines.resume(row, clock.now());
    const fileIds = await stored.put(files.map(({ bytes }) => bytes));
    const added = { caseId: row.id, open: true, addedAt: clock.now(), addedBy: 'Người gửi' };
    try {
      await this.alone(() =>
        uow.run(async () => {
          await steps.move('supply', row, { pausedAt: null, answerBy });
          await tables.files.insertMany(files.map((file, at) => ({ ...factsOf(file, fileIds[at] ?? ''), ...added })));
          await stored.spare(fileIds);
          const line = { kind: 'supplied', title: 'Bạn đã bổ sung thông tin', note: text, open: true };
          await record.note('feedback.supplied', row, line);
        }),
      );
    } catch (error) {
      await stored.dropFiles(fileIds, error);
      throw error;
    }
  }

  /** Opens it again: deadlines begin anew, the owner and the count of hand-offs stay. */
  async reopen(row: CaseRow, text: string): Promise<void> {
    const { steps, record, deadlines, topics, uow, clock } = this.parts;
    if (!mayStep('reopen', row.state)) return this.again(row, 'reopened', text);
    const [until, topic] = [await this.reopenUntil(row), await topics.find(row.topicCode)];
    const now = clock.now();
    if (!until || now >= until || !topic)
      throw new InvalidError('Đã hết thời hạn mở lại phản ánh này. Bạn có thể gửi phản ánh mới.');
    const begun = await deadlines.begin(now, topic, row.complex);
    await this.alone(() =>
      uow.run(async () => {
        await steps.move('reopen', row, { ...FORGOTTEN, ...begun, reopenedAt: now, reopens: row.reopens + 1 });
        const line = { kind: 'reopened', title: 'Mở lại: chưa được giải quyết', note: text, open: true };
        await record.note('feedback.reopened', row, line);
      }),
    );
  }

  /** Once for each answer. */
  async rate(row: CaseRow, { diem, nhanXet }: RateInput): Promise<void> {
    if (row.satisfaction === diem && row.satisfactionNote === nhanXet) return;
    const { steps, record, uow } = this.parts;
    const words = { satisfaction: diem, satisfactionNote: nhanXet };
    await this.alone(() =>
      uow.run(async () => {
        await steps.change(row, words, { state: ['answered', 'closed'], satisfaction: null });
        const line = { kind: 'rated', title: `Đánh giá ${diem}/5`, note: nhanXet, open: true };
        await record.note('feedback.rated', row, line);
      }),
    );
  }

  /** Answers the question of two weeks later. */
  async settle(row: CaseRow, solved: boolean): Promise<void> {
    if (row.solved === solved) return;
    const { steps, record, uow } = this.parts;
    await this.alone(() =>
      uow.run(async () => {
        await steps.change(row, { solved }, { state: ['answered', 'closed'], solved: null });
        const title = solved ? 'Bạn cho biết đã được giải quyết' : 'Bạn cho biết chưa được giải quyết';
        await record.note('feedback.settled', row, { kind: 'settled', title, open: true });
      }),
    );
  }

  /** The same words a second time are the same act; others come too late. */
  private async again({ id }: CaseRow, kind: string, note: string): Promise<void> {
    const [last] = await this.parts.tables.events.many({ caseId: id, kind }, { order: [['id', 'DESC']], limit: 1 });
    if (last?.note !== note) throw new ConflictError(MOVED);
  }

  /** Which officer was first is none of the citizen's business. */
  private async alone(act: () => Promise<void>): Promise<void> {
    await act().catch((error: unknown) => {
      throw error instanceof ConflictError ? new ConflictError(MOVED) : error;
    });
  }
}

export const citizenService = (parts: CitizenParts): Citizen => new Citizen(parts);
export type { Citizen };
