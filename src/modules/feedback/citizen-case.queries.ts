import type { Agencies, Agency } from '../../contracts/organisation.js';
import type { CaseRow } from './case.model.js';
import type { AnswerRow, EventRow, FileRow } from './case-parts.model.js';
import type { Tables } from './tables.js';
import type { TopicQueries } from './topic.queries.js';

/** All that the sender may read of his case. */
export interface CitizenCase {
  readonly row: CaseRow;
  readonly topic: string;
  readonly owner: Agency | undefined;
  /** Where it is worked on, when that is not the owner's own house. */
  readonly handling: Agency | undefined;
  /** Newest first. */
  readonly events: readonly EventRow[];
  readonly answers: readonly AnswerRow[];
  readonly files: readonly FileRow[];
  /** The other case of the same sender that goes on in its place. */
  readonly into: Pick<CaseRow, 'id' | 'code'> | undefined;
  readonly names: ReadonlyMap<string, string>;
}

/** Reads one case as its sender sees it. */
export const citizenCaseQueries = (tables: Tables, agencies: Agencies, topics: TopicQueries) => {
  const intoOf = async ({ mergedInto, phone }: CaseRow): Promise<CitizenCase['into']> => {
    const into = mergedInto ? await tables.cases.one({ id: mergedInto }) : undefined;
    return into?.phone === phone ? into : undefined;
  };

  return {
    read: async (row: CaseRow): Promise<CitizenCase> => {
      const caseId = row.id;
      const [events, answers, files, topic, owner, handling, into] = await Promise.all([
        tables.events.many({ caseId, open: true }, { order: [['id', 'DESC']] }),
        tables.answers.many({ caseId, state: 'sent' }, { order: [['writtenAt', 'DESC']] }),
        tables.files.many({ caseId, open: true }, { order: ['addedAt', 'id'] }),
        topics.find(row.topicCode),
        agencies.find(row.ownerAgency),
        row.handlingAgency === row.ownerAgency ? undefined : agencies.find(row.handlingAgency),
        intoOf(row),
      ]);
      const acting = await agencies.those([...events, ...answers].map(({ agencyCode }) => agencyCode));
      const names = new Map(acting.map((agency) => [agency.code, agency.shortName]));
      return { row, topic: topic?.name ?? '', owner, handling, events, answers, files, into, names };
    },
    find: (id: string): Promise<CaseRow | undefined> => tables.cases.one({ id }),
    file: (caseId: string, id: string): Promise<FileRow | undefined> => tables.files.one({ id, caseId, open: true }),
  };
};
export type CitizenCases = ReturnType<typeof citizenCaseQueries>;
