import { Op } from 'sequelize';
import type { Messenger, MessageSummary } from '../../contracts/notification.js';
import type { Officers, OfficerSummary } from '../../contracts/auth.js';
import type { Agencies, Agency, WorkCalendar } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { NotFoundError } from '../../core/errors.js';
import type { CaseRow } from './case.model.js';
import type { AnswerRow, EventRow, FileRow, TemplateRow } from './case-parts.model.js';
import type { FoundCase, Standings } from './standing.queries.js';
import { draftFilesOf, draftIdOf } from './draft.rules.js';
import { hoursLeft } from './due.queries.js';
import type { FileField, KeptFiles } from './kept-file.service.js';
import { mergedWith, type MergedCase } from './merged.queries.js';
import { officeNames } from './office.queries.js';
import type { Tables } from './tables.js';
import type { TopicQueries } from './topic.queries.js';
import type { TopicRow } from './topic.model.js';
import { templatesFor } from './template.queries.js';
import { HANDLE } from './permission.rules.js';
import { deedsOn, type Deeds } from './work.rules.js';

/** All that the page of a case shows. */
export interface CaseView extends FoundCase {
  readonly deeds: Deeds;
  /** Office hours until the next deadline; negative once it has passed. */
  readonly left: number | undefined;
  readonly topics: readonly TopicRow[];
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly events: readonly EventRow[];
  /** What went out, and the actor's own draft; leaders see the drafts of others too. */
  readonly answers: readonly AnswerRow[];
  readonly files: readonly FileRow[];
  /** What waits with the drafts, by draft. */
  readonly draftFiles: ReadonlyMap<string, readonly FileField[]>;
  /** Names of the offices that answer for it. */
  readonly offices: readonly string[];
  readonly merged: readonly MergedCase[];
  readonly mergedInto: CaseRow | undefined;
  /** Other cases of the same sender, newest first. */
  readonly alike: readonly CaseRow[];
  readonly officers: readonly OfficerSummary[];
  readonly templates: readonly TemplateRow[];
  readonly messages: readonly MessageSummary[];
}

export interface CaseReadParts {
  readonly tables: Tables;
  readonly standings: Standings;
  readonly topics: TopicQueries;
  readonly agencies: Agencies;
  readonly officers: Officers;
  readonly messenger: Messenger;
  readonly kept: KeptFiles;
  readonly calendar: WorkCalendar;
  readonly clock: Clock;
}

/** Other cases of the same sender that are shown. */
const ALIKE = 10;

const named = async (agencies: Agencies, codes: readonly string[]): Promise<ReadonlyMap<string, Agency>> =>
  new Map((await agencies.those(codes)).map((agency) => [agency.code, agency]));

const alikeTo = async (
  { tables, standings }: Pick<CaseReadParts, 'tables' | 'standings'>,
  row: CaseRow,
  actor: Actor,
): Promise<CaseRow[]> => {
  const { agencies: within } = await standings.reachOf(actor);
  const newest = { order: [['receivedAt', 'DESC']] as [string, string][], limit: ALIKE };
  const not = { id: { [Op.ne]: row.id }, handlingAgency: { [Op.in]: [...within] } };
  const byPhone = row.phone ? await tables.cases.many({ phone: row.phone, ...not }, newest) : [];
  const { insuranceNumber } = row;
  const byNumber = insuranceNumber ? await tables.cases.many({ insuranceNumber, ...not }, newest) : [];
  const all = [...new Map([...byPhone, ...byNumber].map((one) => [one.id, one])).values()];
  return all.sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime()).slice(0, ALIKE);
};

export const caseQueries = (parts: CaseReadParts) => {
  const { tables, standings, topics, agencies, officers, messenger, calendar, clock } = parts;

  const answersFor = async (id: string, actor: Actor, lead: boolean): Promise<AnswerRow[]> => {
    const all = await tables.answers.many({ caseId: id }, { order: [['writtenAt', 'DESC']] });
    return all.filter(({ state, authorId }) => state === 'sent' || authorId === actor.id || lead);
  };

  /** What only those who work on it need. */
  const workOf = async ({ row, standing }: FoundCase, actor: Actor, deeds: Deeds) => {
    const owner = standing === 'owner';
    const candidates = deeds.assign ? await officers.holding(HANDLE, await agencies.subtree(row.ownerAgency)) : [];
    return {
      alike: owner ? await alikeTo(parts, row, actor) : [],
      officers: candidates,
      templates: deeds.answer ? await templatesFor(tables, row, actor) : [],
      messages: owner ? await messenger.about('feedback', row.id) : [],
    };
  };

  /** Of the officer's own draft, written or not, and of those that he may read. */
  const draftFiles = async (caseId: string, actor: Actor, answers: readonly AnswerRow[]) => {
    const drafts = answers.filter(({ state }) => state === 'draft').map(({ id }) => id);
    const ids = [...new Set([draftIdOf(caseId, actor.id), ...drafts])];
    const files = await Promise.all(ids.map((id) => parts.kept.fields(draftFilesOf(id))));
    return new Map(ids.map((id, at) => [id, files[at] ?? []]));
  };

  return {
    /** Whether a case is still this officer's to see. */
    sees: async (id: string, actor: Actor): Promise<boolean> => (await standings.seek(id, actor)) !== undefined,
    view: async (id: string, actor: Actor): Promise<CaseView> => {
      const found = await standings.find(id, actor);
      const { row, standing, invitations } = found;
      const deeds = deedsOn(row, standing, actor);
      const work = await workOf(found, actor, deeds);
      const events = await tables.events.many({ caseId: id }, { order: [['id', 'DESC']] });
      const codes = [row.ownerAgency, row.handlingAgency, row.monitorAgency, row.aboutAgency ?? ''];
      const others = [...invitations, ...events, ...work.officers].map(({ agencyCode }) => agencyCode);
      const answers = await answersFor(id, actor, deeds.lead);
      return {
        ...found,
        ...work,
        deeds,
        left: row.dueAt ? await hoursLeft(calendar, clock.now(), row.dueAt) : undefined,
        topics: await topics.all(),
        agencies: await named(agencies, [...codes, ...others].filter(Boolean)),
        // Notes are between those who work on it and those who watch.
        events: standing === 'invited' ? events.filter(({ kind }) => kind !== 'note') : events,
        answers,
        draftFiles: standing === 'owner' ? await draftFiles(id, actor, answers) : new Map<string, FileField[]>(),
        offices: standing === 'owner' ? await officeNames(agencies, row.ownerAgency) : [],
        files: await tables.files.many({ caseId: id }, { order: ['addedAt'] }),
        merged: await mergedWith(tables, id),
        mergedInto: row.mergedInto ? await tables.cases.one({ id: row.mergedInto }) : undefined,
      };
    },
    /** A file of the case or of one that was merged into it. */
    file: async (id: string, fileId: string, actor: Actor): Promise<{ row: CaseRow; file: FileRow }> => {
      const { row } = await standings.find(id, actor);
      const file = await tables.files.one({ id: fileId });
      const of = file && (file.caseId === id ? row : await tables.cases.one({ id: file.caseId, mergedInto: id }));
      if (!file || !of) throw new NotFoundError('Không có tệp này. Hãy quay lại phản ánh.');
      return { row: of, file };
    },
  };
};

export type CaseReads = ReturnType<typeof caseQueries>;
