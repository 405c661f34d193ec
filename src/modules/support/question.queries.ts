import type { Database } from '../../core/db/connection.js';
import type { QuestionRow, QuestionState, QuestionVersionRow } from './question.model.js';
import type { Tables } from './tables.js';

export interface QuestionFilter {
  readonly state: QuestionState | '';
  readonly group: string;
}

/** Where a page begins: behind a row, or before one; empty for the newest. */
export interface Place {
  readonly after: string;
  readonly before: string;
}

export type ListedQuestion = Pick<
  QuestionRow,
  'id' | 'code' | 'groupCode' | 'question' | 'state' | 'version' | 'updatedAt' | 'updatedBy'
>;

export interface QuestionPage {
  readonly rows: readonly ListedQuestion[];
  readonly next?: string;
  readonly previous?: string;
}

const PAGE = 50;

const COLUMNS = `id, code, group_code AS groupCode, question, state, version, updated_at AS updatedAt, updated_by AS updatedBy`;

const encode = ({ updatedAt, id }: ListedQuestion): string => `${updatedAt.getTime()}_${id}`;

type Clause = readonly [sql: string, ...params: (string | Date)[]];

const beyond = (cursor: string, sign: '<' | '>'): Clause[] => {
  const [, at, id] = /^(\d{12,14})_([\da-f-]{36})$/.exec(cursor) ?? [];
  if (!at || !id) return [];
  const moment = new Date(Number(at));
  return [[`updated_at ${sign}= ? AND (updated_at ${sign} ? OR id ${sign} ?)`, moment, moment, id]];
};

/** Reads for the officers' pages, last changed first. */
export const questionQueries = (db: Database, { questions, versions }: Tables) => ({
  page: async ({ state, group }: QuestionFilter, { after, before }: Place): Promise<QuestionPage> => {
    const backwards = before !== '';
    const place = backwards ? beyond(before, '>') : beyond(after, '<');
    const clauses: Clause[] = [
      ...(state ? [['state = ?', state] as const] : []),
      ...(group ? [['group_code = ?', group] as const] : []),
      ...place,
    ];
    const where = clauses.length ? `WHERE ${clauses.map(([sql]) => sql).join(' AND ')}` : '';
    const way = backwards ? 'ASC' : 'DESC';
    const found = await db.rows<ListedQuestion>(
      `SELECT ${COLUMNS} FROM support_question ${where} ORDER BY updated_at ${way}, id ${way} LIMIT ${PAGE + 1}`,
      clauses.flatMap(([, ...params]) => params),
    );
    const more = found.length > PAGE;
    const rows = found.slice(0, PAGE).map((row) => ({ ...row, updatedAt: new Date(row.updatedAt) }));
    if (backwards) rows.reverse();
    const [first, last] = [rows.at(0), rows.at(-1)];
    return {
      rows,
      ...(last && (backwards || more) && { next: encode(last) }),
      ...(first && (backwards ? more : place.length > 0) && { previous: encode(first) }),
    };
  },
  find: (id: string): Promise<QuestionRow | undefined> => questions.one({ id }),
  /** Newest first. */
  versions: (questionId: string): Promise<QuestionVersionRow[]> =>
    versions.many({ questionId }, { order: [['version', 'DESC']], limit: 100 }),
  version: (questionId: string, version: number): Promise<QuestionVersionRow | undefined> =>
    versions.one({ questionId, version }),
});

export type QuestionQueries = ReturnType<typeof questionQueries>;
