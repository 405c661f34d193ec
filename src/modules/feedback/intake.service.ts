import { createHash } from 'node:crypto';
import { UniqueConstraintError } from 'sequelize';
import type { Messenger } from '../../contracts/notification.js';
import type { Agencies, WorkCalendar } from '../../contracts/organisation.js';
import { currentContext } from '../../core/context.js';
import { InvalidError } from '../../core/errors.js';
import { createDoomedFiles } from '../../core/files/doomed-files.js';
import type { CheckedFile } from '../../core/files/picture.js';
import { date } from '../../core/http/format.js';
import { CLEAR, newId, randomCode } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import type { CaseRow } from './case.model.js';
import type { FileRow } from './case-parts.model.js';
import { createDeadlines } from './deadline.service.js';
import type { Tables } from './tables.js';
import { writeTimeline } from './timeline.service.js';
import type { TopicRow } from './topic.model.js';
import { wordsOf } from './word.rules.js';

/** What somebody tells us. Owner, monitor, deadlines and state follow from it: nobody types them. */
export type NewCase = Pick<
  CaseRow,
  | 'channel'
  | 'senderName'
  | 'phone'
  | 'email'
  | 'address'
  | 'insuranceNumber'
  | 'anonymous'
  | 'verified'
  | 'provinceCode'
  | 'communeCode'
  | 'place'
  | 'aboutAgency'
  | 'title'
  | 'body'
  | 'origin'
  | 'reference'
> & {
  readonly topic: TopicRow;
  readonly files: readonly CheckedFile[];
  /** Keyed hash of a form and what was typed: sent twice it is still one case. */
  readonly key?: string;
};

export interface IntakeParts {
  readonly ctx: Pick<ModuleContext, 'uow' | 'clock' | 'vault' | 'audit'>;
  readonly tables: Tables;
  readonly agencies: Agencies;
  readonly calendar: WorkCalendar;
  readonly messenger: Messenger;
}

/** The agency that takes a case in, and the province above it that owns it. */
const ownersOf = async (
  agencies: Agencies,
  channel: CaseRow['channel'],
): Promise<Pick<CaseRow, 'ownerAgency' | 'handlingAgency'>> => {
  const { attributes } = currentContext().actor;
  const taking = channel === 'web' ? await agencies.own() : await agencies.find(attributes['agencyCode'] ?? '');
  if (!taking) throw new InvalidError('Chưa có cơ quan tiếp nhận phản ánh. Hãy gọi tổng đài.');
  const owner = taking.level === 'local' && taking.parentCode ? taking.parentCode : taking.code;
  return { ownerAgency: owner, handlingAgency: taking.code };
};

/** PA- and eight signs: the same for the same key, else by chance. */
const codeOf = (key: string | undefined): string => {
  if (!key) return `PA-${randomCode(8)}`;
  const signs = Array.from({ length: 8 }, (_, at) => CLEAR[parseInt(key.slice(at * 4, at * 4 + 4), 16) % CLEAR.length]);
  return `PA-${signs.join('')}`;
};

/** What is known of a file by looking at it. */
export const factsOf = (
  file: CheckedFile,
  fileId: string,
): Pick<FileRow, 'id' | 'name' | 'type' | 'size' | 'sha256' | 'fileId'> => ({
  id: newId(),
  name: file.name,
  type: file.type,
  size: file.bytes.length,
  sha256: createHash('sha256').update(file.bytes).digest('hex'),
  fileId,
});

/** A case to which nothing has happened yet. */
export const blank = {
  state: 'received',
  complex: false,
  pausedAt: null,
  extendedAt: null,
  extensionReason: '',
  assigneeId: null,
  assigneeName: null,
  answeredAt: null,
  onTime: null,
  closedAt: null,
  reopenedAt: null,
  reopens: 0,
  handOffs: 0,
  overrides: 0,
  escalation: 0,
  urgedAt: null,
  urgedBy: null,
  urgedText: null,
  urgedUntil: null,
  spamAskedAt: null,
  askedOutcome: null,
  answerMinutes: null,
  outcome: null,
  mergedInto: null,
  satisfaction: null,
  satisfactionNote: '',
  solved: null,
  followedUpAt: null,
  version: 1,
} as const satisfies Partial<CaseRow>;

/** Writes a new case with all that belongs to it; joins the unit of work at hand. */
const writeCase = ({ ctx, tables, messenger }: IntakeParts) => {
  const timeline = writeTimeline(tables, ctx.clock);
  return async (row: CaseRow, files: readonly FileRow[]): Promise<void> => {
    await tables.cases.insert(row);
    await tables.words.insertMany(wordsOf(row).map((word) => ({ word, caseId: row.id, receivedAt: row.receivedAt })));
    await tables.files.insertMany(files);
    await timeline(row.id, { kind: 'received', title: 'Đã tiếp nhận phản ánh', open: true });
    await ctx.audit.record({
      action: 'feedback.received',
      subject: { kind: 'feedback', id: row.id, label: row.code },
      person: row.insuranceNumber,
    });
    const { code, title, phone, email, handlingAgency: agencyCode } = row;
    await messenger.tell(
      { phone, email },
      {
        template: 'feedback-received',
        variables: { code, title, lastDay: date(row.answerBy) },
        key: row.id,
        subject: { kind: 'feedback', id: row.id },
        agencyCode,
      },
    );
  };
};

/** Takes feedback in, whoever brings it. */
export const intakeService = (parts: IntakeParts) => {
  const { ctx, tables, agencies, calendar } = parts;
  const stored = createDoomedFiles(ctx, tables.doomed);
  const deadlines = createDeadlines(calendar);
  const write = writeCase(parts);

  const known = (key: string): Promise<CaseRow | undefined> => tables.cases.one({ code: codeOf(key) });

  return {
    /** The case that the same form, filled in the same way, has become already. */
    known,
    /** Returns the code by which the citizen follows it. */
    receive: async ({ topic, files, key, ...told }: NewCase): Promise<Pick<CaseRow, 'id' | 'code'>> => {
      const now = ctx.clock.now();
      const takenBy = told.channel === 'web' ? '' : currentContext().actor.name;
      const { classifyBy, answerBy } = await deadlines.begin(now, topic, false);
      const row: CaseRow = {
        ...blank,
        ...told,
        ...(await ownersOf(agencies, told.channel)),
        id: newId(),
        code: codeOf(key),
        monitorAgency: topic.monitorAgency,
        topicCode: topic.code,
        receivedAt: now,
        receivedBy: takenBy,
        classifyBy,
        answerBy,
        dueAt: classifyBy,
        updatedAt: now,
      };
      const fileIds = await stored.put(files.map(({ bytes }) => bytes));
      const added = { caseId: row.id, open: true, addedAt: now, addedBy: takenBy || 'Người gửi' };
      const fileRows = files.map((file, at) => ({ ...factsOf(file, fileIds[at] ?? ''), ...added }));
      try {
        await ctx.uow.run(async () => {
          await write(row, fileRows);
          await stored.spare(fileIds);
        });
      } catch (error) {
        await stored.dropFiles(fileIds, error);
        const first = key && error instanceof UniqueConstraintError ? await known(key) : undefined;
        if (first) return first;
        throw error;
      }
      return row;
    },
  };
};

export type Intake = ReturnType<typeof intakeService>;
