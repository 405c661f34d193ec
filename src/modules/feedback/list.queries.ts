import { clause, join, within, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { beyond, decode, encode, orderBy, turned, type Order } from '../../core/db/keyset.js';
import { wordSearch, type WordIndex } from '../../core/db/word-search.js';
import { nameWords } from '../../core/text.js';
import { conditions, NEWEST_WITH_WORD, ORDERS, spansOf, type ListFilter, type Spans } from './clause.queries.js';
import { LISTS } from './list.rules.js';
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
  readonly sortAt: Date;
  readonly sortId: string;
}

export interface ListPage {
  readonly rows: readonly ListRow[];
  readonly next?: string;
  readonly previous?: string;
}

export interface Cursor {
  readonly after?: string;
  readonly before?: string;
  readonly limit: number;
}

const COLUMNS = `c.id, c.code, c.title, c.sender_name AS senderName, c.anonymous, c.phone, c.topic_code AS topicCode, c.state,
  c.channel, c.handling_agency AS handlingAgency, c.due_at AS dueAt, c.assignee_name AS assigneeName, c.received_at AS receivedAt,
  c.answered_at AS answeredAt, c.on_time AS onTime, c.urged_at AS urgedAt, c.hand_offs AS handOffs`;

const WORDS: WordIndex = { table: 'feedback_word', owner: 'case_id', at: 'received_at', row: 'c.id' };

/** Up to so many spans each one is read by its own index and the heads are put together. */
const FEW_SPANS = 64;

/** What is read: spans, the order of the list, and what else its rows must have. */
interface Reading extends Spans {
  readonly order: Order;
  readonly where: readonly Clause[];
}

/** A search that leads to few cases by itself is not read through the list: the list is a condition of it. */
const readingOf = async (db: Database, filter: ListFilter): Promise<Reading> => {
  const listed = spansOf(filter);
  const order = ORDERS[LISTS[filter.list].sorting];
  const where = conditions(filter, order);
  const { search } = filter;
  if (!search) return { ...listed, order, where };
  const led = (...spans: Clause[]): Reading => ({
    from: listed.from,
    spans: spans.map((span) => join([span, listed.whole])),
    whole: join([...spans, listed.whole]),
    order,
    where,
  });
  if (search.kind === 'code') return led(clause('c.code = ?', search.code));
  if (search.kind === 'number') {
    const { number } = search;
    return led(clause('c.phone = ?', number), clause('c.insurance_number = ? AND c.phone <> ?', number, number));
  }
  const { all, rare, leader } = await wordSearch(db, WORDS, nameWords(search.text));
  if (rare) return { ...led(rare.span), where: [...where, ...rare.others] };
  if (!leader || filter.list !== 'tat-ca' || filter.state) return { ...listed, order, where: [...where, ...all] };
  const span = join([leader.word, within('c.handling_agency', filter.agencies)]);
  return {
    from: `FROM ${WORDS.table} w ${db.dialect.joinInOrder} feedback_case c ON c.id = w.case_id`,
    spans: [span],
    whole: span,
    order: NEWEST_WITH_WORD,
    where: [...conditions(filter, NEWEST_WITH_WORD), ...leader.others],
  };
};

/** Keyset pages of officers' lists, never outside the agencies of the filter. */
export const listQueries = (db: Database) => {
  const read = ({ from, spans, whole, order, where }: Reading, limit: number): Promise<ListRow[]> => {
    const { at, id, direction } = order;
    const columns = `${COLUMNS}, ${at} AS sortAt, ${id} AS sortId`;
    const inOrder = `${orderBy(order)} LIMIT ${limit}`;
    const parts = (spans.length > FEW_SPANS ? [whole] : spans).map((span) => join([span, ...where]));
    const heads = parts.map(
      ({ sql }, index) => `SELECT * FROM (SELECT ${columns} ${from} WHERE ${sql} ${inOrder}) AS part${index}`,
    );
    if (heads.length === 0) return Promise.resolve([]);
    return db.rows<ListRow>(
      `SELECT * FROM (${heads.join(' UNION ALL ')}) AS heads ORDER BY sortAt ${direction}, sortId ${direction} LIMIT ${limit}`,
      parts.flatMap(({ params }) => params),
    );
  };

  const list = async (filter: ListFilter, { after = '', before = '', limit }: Cursor): Promise<ListPage> => {
    if (filter.agencies.length === 0) return { rows: [] };
    const found = await readingOf(db, filter);
    const backwards = decode(before) !== undefined && after === '';
    const order = backwards ? turned(found.order) : found.order;
    const place = beyond(backwards ? before : after, order);
    const rows = await read({ ...found, order, where: [...found.where, ...place] }, limit + 1);
    const more = rows.length > limit;
    const shown = rows.slice(0, limit);
    if (backwards) shown.reverse();
    const [first, last] = [shown.at(0), shown.at(-1)];
    return {
      rows: shown,
      ...(last && (backwards || more) && { next: encode(last.sortAt, last.sortId) }),
      ...(first && (backwards ? more : place.length > 0) && { previous: encode(first.sortAt, first.sortId) }),
    };
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
