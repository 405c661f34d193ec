import type { Database } from '../../core/db/connection.js';
import { listPage, type Cursor, type ListPage as Page } from '../../core/db/list-page.js';
import { wordSearch, type WordIndex } from '../../core/db/word-search.js';
import { nameWords } from '../../core/text.js';
import { leadsOf, type ListFilter } from './clause.queries.js';
import type { CaseState } from './state.rules.js';

/** A case as a line of a list. */
export interface ListRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly senderName: string;
  readonly anonymous: boolean;
  readonly phone: string;
  readonly topicCode: string;
  readonly state: CaseState;
  readonly channel: 'web' | 'phone' | 'desk';
  readonly handlingAgency: string;
  readonly assigneeName: string | null;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly answeredAt: Date | null;
  readonly onTime: boolean | null;
  readonly urgedAt: Date | null;
  readonly handOffs: number;
}

export type ListPage = Page<ListRow>;

const COLUMNS = `c.id, c.code, c.title, c.sender_name AS senderName, c.anonymous, c.phone, c.topic_code AS topicCode, c.state,
  c.channel, c.handling_agency AS handlingAgency, c.due_at AS dueAt, c.assignee_name AS assigneeName, c.received_at AS receivedAt,
  c.answered_at AS answeredAt, c.on_time AS onTime, c.urged_at AS urgedAt, c.hand_offs AS handOffs`;

const WORDS: WordIndex = {
  table: 'feedback_word',
  owner: 'case_id',
  at: 'received_at',
  of: 'feedback_case',
  as: 'c',
};

/** Keyset pages of officers' lists, never outside the agencies of the filter. */
export const listQueries = (db: Database) => {
  const list = async (filter: ListFilter, cursor: Cursor): Promise<ListPage> => {
    if (filter.agencies.length === 0) return { rows: [] };
    const { search } = filter;
    const words = await wordSearch(db, WORDS, search?.kind === 'words' ? nameWords(search.text) : []);
    return listPage<ListRow>(db, { columns: COLUMNS, leads: leadsOf(filter, words) }, cursor);
  };

  /** The whole list, a batch at a time. */
  const all = async function* (filter: ListFilter): AsyncGenerator<readonly ListRow[]> {
    let after: string | undefined = '';
    while (after !== undefined) {
      const page: ListPage = await list(filter, { after, limit: 500 });
      yield page.rows;
      after = page.next;
    }
  };

  return { list, all };
};
export type ListQueries = ReturnType<typeof listQueries>;
