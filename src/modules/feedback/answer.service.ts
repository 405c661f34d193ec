import type { Agencies } from '../../contracts/organisation.js';
import { DAY, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, type FieldFault } from '../../core/errors.js';
import type { DoomedFiles } from '../../core/files/doomed-files.js';
import type { CheckedFile } from '../../core/files/picture.js';
import { newId } from '../../core/ids.js';
import { BUCK_RULE, passesTheBuck } from './buck.rules.js';
import type { CaseRow } from './case.model.js';
import type { AnswerRow } from './case-parts.model.js';
import { draftFilesOf, draftIdOf } from './draft.rules.js';
import { factsOf } from './intake.service.js';
import type { KeptFiles, SentFiles } from './kept-file.service.js';
import { officeNames } from './office.queries.js';
import { personalIn } from './personal.rules.js';
import type { CaseRecord } from './record.service.js';
import type { Standings } from './standing.queries.js';
import { transitions } from './state.rules.js';
import type { Steps } from './step.service.js';
import type { Tables } from './tables.js';
import { workable, type Target } from './work.service.js';
import { LEAD } from './permission.rules.js';

export interface Answer {
  readonly text: string;
  /** The case goes on behind it. */
  readonly interim: boolean;
  /** Why it goes out although it sends the citizen elsewhere; leaders only. */
  readonly override: string;
  /** The draft of another officer whose files go along; leaders only. */
  readonly filesOf: string;
}

export interface AnswerParts {
  readonly standings: Standings;
  readonly steps: Steps;
  readonly record: CaseRecord;
  readonly tables: Pick<Tables, 'answers' | 'files'>;
  readonly stored: DoomedFiles;
  readonly kept: KeptFiles;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** Files wait with a draft for longer than an answered case may be opened again. */
const FILES_WAIT = 30 * DAY;

const ownFiles = (row: CaseRow, actor: Actor): string => draftFilesOf(draftIdOf(row.id, actor.id));

/** Refuses what tells something of a person to somebody of whom nobody knows who he is. */
export const requireNothingPersonal = (row: CaseRow, field: string, text: string): void => {
  if (row.verified && !row.anonymous) return;
  const found = personalIn(text);
  if (found.length === 0) return;
  const who = row.anonymous ? 'Người gửi ẩn danh' : 'Chưa xác minh được người gửi';
  const message = `${who} nên trả lời không được có dữ liệu cá nhân: ${found.join(', ')}. Hãy bỏ phần này.`;
  throw new InvalidError([{ field, message }]);
};

/** The clock stands still while the citizen is asked. */
export const inTime = ({ answerBy, pausedAt }: Pick<CaseRow, 'answerBy' | 'pausedAt'>, now: Date): boolean =>
  (pausedAt ?? now) <= answerBy;

/** The urging of a monitor has reached its end with the answer. */
const SETTLED = { pausedAt: null, urgedAt: null, urgedBy: null, urgedText: null, urgedUntil: null } as const;

/** Answers to the citizen: drafts, and what goes out. */
class Answers {
  private readonly workable: (target: Target) => Promise<CaseRow>;

  constructor(private readonly parts: AnswerParts) {
    this.workable = workable(parts.standings);
  }

  /** Keeps what an officer has written so far. */
  async keep(target: Target, { text, interim }: Pick<Answer, 'text' | 'interim'>): Promise<void> {
    const row = await this.workable(target);
    await this.parts.uow.run(() => this.write(row, target.actor, { text, interim }));
  }

  /** Files wait with the officer's draft, whatever becomes of the rest; a sentence for each bad one. */
  async keepFiles(target: Target, sent: SentFiles): Promise<readonly FieldFault[]> {
    const row = await this.workable(target);
    return this.parts.kept.receive(ownFiles(row, target.actor), sent, FILES_WAIT);
  }

  /** Sends it with the files that wait. Whoever comes second gets a ConflictError and keeps all of it as a draft. */
  async send(target: Target, answer: Answer): Promise<void> {
    const row = await this.workable(target);
    if (answer.text.length < 10)
      throw new InvalidError([{ field: 'noiDung', message: 'Hãy viết trả lời, ít nhất 10 ký tự.' }]);
    requireNothingPersonal(row, 'noiDung', answer.text);
    const overridden = await this.judge(row, target.actor, answer);
    const { stored, uow, kept } = this.parts;
    const files = await this.filesFor(row, target.actor, answer.filesOf);
    const fileIds = await stored.put(files.map(({ bytes }) => bytes));
    try {
      await uow.run(async () => {
        await this.moveOn(row, { interim: answer.interim, overridden });
        await this.goOut(row, target.actor, { ...answer, override: overridden ? answer.override : '' });
        await this.attach(row, target.actor, { files, fileIds });
      });
    } catch (error) {
      await stored.dropFiles(fileIds, error);
      if (error instanceof ConflictError) await uow.run(() => this.write(row, target.actor, answer));
      throw error;
    }
    await kept.forget(ownFiles(row, target.actor));
  }

  /** His own, and those of the draft that a leader sends on. */
  private async filesFor(row: CaseRow, actor: Actor, draftId: string): Promise<CheckedFile[]> {
    const { kept, tables } = this.parts;
    const own = await kept.contents(ownFiles(row, actor));
    if (!draftId || !actor.permissions.has(LEAD)) return own;
    const theirs = await tables.answers.one({ id: draftId, caseId: row.id, state: 'draft' });
    return theirs ? [...own, ...(await kept.contents(draftFilesOf(theirs.id)))] : own;
  }

  /** Whether it goes out against the rule; InvalidError where it may not. The text is kept for the leader to see. */
  private async judge(row: CaseRow, actor: Actor, answer: Answer): Promise<boolean> {
    if (!passesTheBuck(answer.text, await officeNames(this.parts.agencies, row.ownerAgency))) return false;
    if (actor.permissions.has(LEAD) && answer.override.length >= 10) return true;
    await this.parts.uow.run(() => this.write(row, actor, answer));
    throw new InvalidError([{ field: 'noiDung', message: BUCK_RULE }]);
  }

  private async moveOn(row: CaseRow, how: { interim: boolean; overridden: boolean }): Promise<void> {
    const { steps, clock } = this.parts;
    const now = clock.now();
    const overrides = row.overrides + (how.overridden ? 1 : 0);
    if (how.interim) await steps.change(row, { overrides }, { state: [...transitions.answer.from] });
    else await steps.move('answer', row, { ...SETTLED, overrides, answeredAt: now, onTime: inTime(row, now) });
  }

  private async goOut(row: CaseRow, actor: Actor, { text, interim, override }: Answer): Promise<void> {
    const { tables, record, clock } = this.parts;
    const id = newId();
    await tables.answers.remove({ id: draftIdOf(row.id, actor.id) });
    const by = override ? { overrideReason: override, overrideBy: actor.name } : { overrideReason: '', overrideBy: '' };
    await tables.answers.insert({
      ...this.draft(row, actor, { text, interim }),
      ...by,
      id,
      state: 'sent',
      sentAt: clock.now(),
    });
    const title = interim ? 'Trả lời bước đầu' : 'Đã trả lời';
    await record.note(
      'feedback.answered',
      row,
      { kind: interim ? 'interim' : 'answered', title, open: true },
      { interim },
    );
    if (override) {
      const line = { kind: 'override', title: 'Lãnh đạo cho phép ngoại lệ khi trả lời', note: override };
      await record.note('feedback.overridden', row, line, { reason: override });
    }
    await record.tell(row, 'feedback-answered', { code: row.code }, id);
  }

  private async attach(
    row: CaseRow,
    actor: Actor,
    what: { files: readonly CheckedFile[]; fileIds: readonly string[] },
  ) {
    const { tables, stored, clock } = this.parts;
    const added = { caseId: row.id, open: true, addedAt: clock.now(), addedBy: actor.name };
    await tables.files.insertMany(
      what.files.map((file, at) => ({ ...factsOf(file, what.fileIds[at] ?? ''), ...added })),
    );
    await stored.spare(what.fileIds);
  }

  private draft(row: CaseRow, actor: Actor, { text, interim }: Pick<Answer, 'text' | 'interim'>): AnswerRow {
    return {
      id: draftIdOf(row.id, actor.id),
      caseId: row.id,
      state: 'draft',
      interim,
      authorId: actor.id,
      authorName: actor.name,
      agencyCode: actor.attributes['agencyCode'] ?? '',
      text,
      writtenAt: this.parts.clock.now(),
      sentAt: null,
      overrideReason: '',
      overrideBy: '',
    };
  }

  private async write(row: CaseRow, actor: Actor, answer: Pick<Answer, 'text' | 'interim'>): Promise<void> {
    const { answers } = this.parts.tables;
    const draft = this.draft(row, actor, answer);
    if (answer.text === '') return void (await answers.remove({ id: draft.id }));
    const { text, interim, writtenAt } = draft;
    if (!(await answers.insertNew(draft))) await answers.change({ text, interim, writtenAt }, { id: draft.id });
  }
}

export const createAnswers = (parts: AnswerParts): Answers => new Answers(parts);
export type { Answers };
