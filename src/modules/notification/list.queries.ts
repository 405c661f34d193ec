import type { Channel, MessageState } from '../../contracts/notification.js';
import { addDays, startOfDay, type Day } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { MessageRow } from './message.model.js';

export type ListRow = Pick<
  MessageRow,
  'id' | 'createdAt' | 'channel' | 'recipient' | 'template' | 'state' | 'attempt' | 'nextTryAt' | 'error'
>;

export interface MessageFilter {
  readonly state: MessageState | '';
  readonly channel: Channel | '';
  readonly day: Day;
}

/** Whose messages an officer sees: those of the agency and below it, and above the own office those of nobody's. */
export interface Reach {
  readonly agencies: readonly string[];
  readonly whole: boolean;
}

/** Where a page begins: behind a row, or before one; empty for the newest. */
export interface Place {
  readonly after: string;
  readonly before: string;
}

export interface MessagePage {
  readonly rows: readonly ListRow[];
  readonly next?: string;
  readonly previous?: string;
}

type Clause = readonly [sql: string, ...params: (string | Date)[]];

const PAGE = 50;
/** As many as one person gets in years. */
const OF_ONE = 100;

/** Neither the text nor the sealed content: nobody needs them in a list. */
const COLUMNS = `id, created_at AS createdAt, channel, recipient, template, state, attempt, next_try_at AS nextTryAt, error`;

const encode = ({ createdAt, id }: ListRow): string => `${createdAt.getTime()}_${id}`;

const decode = (cursor: string): { at: Date; id: string } | undefined => {
  const [, at, id] = /^(\d{12,14})_([\da-f-]{36})$/.exec(cursor) ?? [];
  return at && id ? { at: new Date(Number(at)), id } : undefined;
};

/** The first condition is for the index, the second for rows of the same millisecond. */
const beyond = (cursor: string, sign: '<' | '>'): Clause[] => {
  const place = decode(cursor);
  return place
    ? [[`created_at ${sign}= ? AND (created_at ${sign} ? OR id ${sign} ?)`, place.at, place.at, place.id]]
    : [];
};

const conditions = ({ state, channel, day }: MessageFilter): Clause[] => [
  ...(state ? [['state = ?', state] as const] : []),
  ...(channel ? [['channel = ?', channel] as const] : []),
  ...(day ? [['created_at >= ? AND created_at < ?', startOfDay(day), startOfDay(addDays(day, 1))] as const] : []),
];

const within = ({ agencies, whole }: Reach): Clause => {
  const places = agencies.map(() => '?').join(', ');
  // Nearly all rows: as an expression it leaves the engines to the index of the order.
  if (whole) return [`COALESCE(agency_code, '') IN ('', ${places})`, ...agencies];
  return [agencies.length === 1 ? 'agency_code = ?' : `agency_code IN (${places || 'NULL'})`, ...agencies];
};

const toRow = (row: ListRow): ListRow => ({
  ...row,
  createdAt: new Date(row.createdAt),
  nextTryAt: row.nextTryAt ? new Date(row.nextTryAt) : null,
});

/** Reads of the officers' list, newest first. */
export const createListQueries = (db: Database) => ({
  page: async (reach: Reach, filter: MessageFilter, { after, before }: Place): Promise<MessagePage> => {
    const backwards = decode(before) !== undefined;
    const place = backwards ? beyond(before, '>') : beyond(after, '<');
    const clauses = [within(reach), ...conditions(filter), ...place];
    const where = `WHERE ${clauses.map(([sql]) => sql).join(' AND ')}`;
    const way = backwards ? 'ASC' : 'DESC';
    const found = await db.rows<ListRow>(
      `SELECT ${COLUMNS} FROM notification_message ${where} ORDER BY created_at ${way}, id ${way} LIMIT ${PAGE + 1}`,
      clauses.flatMap(([, ...params]) => params),
    );
    const more = found.length > PAGE;
    const rows = found.slice(0, PAGE).map(toRow);
    if (backwards) rows.reverse();
    const [first, last] = [rows.at(0), rows.at(-1)];
    return {
      rows,
      ...(last && (backwards || more) && { next: encode(last) }),
      ...(first && (backwards ? more : place.length > 0) && { previous: encode(first) }),
    };
  },

  /** The last messages to one phone or address. */
  to: async (reach: Reach, recipient: string): Promise<ListRow[]> => {
    const [seen, ...codes] = within(reach);
    const sql = `SELECT ${COLUMNS} FROM notification_message WHERE recipient = ? AND ${seen} ORDER BY id DESC LIMIT ${OF_ONE}`;
    return (await db.rows<ListRow>(sql, [recipient, ...codes])).map(toRow);
  },
});

export type ListQueries = ReturnType<typeof createListQueries>;
