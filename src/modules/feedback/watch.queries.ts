import type { Database } from '../../core/db/connection.js';
import type { SqlValue } from '../../core/db/dialect.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { CaseRow } from './case.model.js';
import type { Reach } from './standing.queries.js';
import type { WatchQuery } from './watch.schema.js';

export type WatchedRow = Pick<
  CaseRow,
  | 'id'
  | 'code'
  | 'title'
  | 'topicCode'
  | 'state'
  | 'ownerAgency'
  | 'handlingAgency'
  | 'receivedAt'
  | 'dueAt'
  | 'escalation'
  | 'urgedAt'
  | 'urgedUntil'
  | 'handOffs'
>;

export interface WatchedPage {
  readonly rows: readonly WatchedRow[];
  readonly next?: string;
}

export interface WatchCounts {
  readonly open: number;
  readonly late: number;
  readonly urged: number;
  /** Overdue for so long that the unit was told. */
  readonly loud: number;
}

const PAGE = 30;

const COLUMNS = `id, code, title, topic_code AS topicCode, state, owner_agency AS ownerAgency,
  handling_agency AS handlingAgency, received_at AS receivedAt, due_at AS dueAt, escalation, urged_at AS urgedAt,
  urged_until AS urgedUntil, hand_offs AS handOffs`;

type Condition = readonly [sql: string, ...values: SqlValue[]];

const maybeDate = (value: Date | null): Date | null => (value === null ? null : new Date(value));

const toRow = (row: WatchedRow): WatchedRow => ({
  ...row,
  receivedAt: new Date(row.receivedAt),
  dueAt: maybeDate(row.dueAt),
  urgedAt: maybeDate(row.urgedAt),
});

/** Whose topics: those of one unit, of all, or of nobody. */
const watched = ({ watches, watchesAll }: Reach): Condition[] =>
  watchesAll ? [] : [['monitor_agency = ?', watches || '-']];

/** Open cases stand in the order of their deadlines, all of them from the newest on. */
const orderOf = (view: WatchQuery['xem']) =>
  view === 'moi'
    ? ({ column: 'received_at', direction: 'DESC', sign: '<' } as const)
    : ({ column: 'due_at', direction: 'ASC', sign: '>' } as const);

const viewed = (view: WatchQuery['xem'], now: Date): Condition[] => {
  if (view === 'moi') return [];
  if (view === 'tre') return [['due_at < ?', now]];
  const open: Condition = ['due_at IS NOT NULL'];
  return view === 'dondoc' ? [open, ['urged_at IS NOT NULL AND urged_until >= ?', dayOf(now)]] : [open];
};

const placed = (after: string, { column, sign }: ReturnType<typeof orderOf>): Condition[] => {
  const [, at, id] = /^(\d{12,14})_([\da-f-]{36})$/.exec(after) ?? [];
  if (!at || !id) return [];
  const moment = new Date(Number(at));
  return [[`${column} ${sign}= ? AND (${column} ${sign} ? OR id ${sign} ?)`, moment, moment, id]];
};

/** Cases as those see them who watch over a topic; always narrowed to what they may see. */
export const watchQueries = (db: Database, clock: Clock) => ({
  page: async (reach: Reach, { linhVuc, coQuan, xem, ma, sau }: WatchQuery): Promise<WatchedPage> => {
    const order = orderOf(xem);
    const all: Condition[] = [
      ...watched(reach),
      ...viewed(xem, clock.now()),
      ...(linhVuc ? [['topic_code = ?', linhVuc] as const] : []),
      ...(coQuan ? [['handling_agency = ?', coQuan] as const] : []),
      ...(ma ? [['code = ?', ma] as const] : []),
      ...placed(sau, order),
    ];
    const where = all.length ? `WHERE ${all.map(([sql]) => sql).join(' AND ')}` : '';
    const sql = `SELECT ${COLUMNS} FROM feedback_case ${where}
      ORDER BY ${order.column} ${order.direction}, id ${order.direction} LIMIT ${PAGE + 1}`;
    const found = await db.rows<WatchedRow>(
      sql,
      all.flatMap(([, ...values]) => values),
    );
    const rows = found.slice(0, PAGE).map(toRow);
    const last = rows.at(-1);
    const at = xem === 'moi' ? last?.receivedAt : last?.dueAt;
    return { rows, ...(last && at && found.length > PAGE && { next: `${at.getTime()}_${last.id}` }) };
  },

  counts: async (reach: Reach): Promise<WatchCounts> => {
    const now = clock.now();
    const all: Condition[] = [...watched(reach), ['due_at IS NOT NULL']];
    const sql = `SELECT COUNT(*) AS open, SUM(CASE WHEN due_at < ? THEN 1 ELSE 0 END) AS late,
      SUM(CASE WHEN urged_at IS NOT NULL AND urged_until >= ? THEN 1 ELSE 0 END) AS urged,
      SUM(CASE WHEN escalation = 3 THEN 1 ELSE 0 END) AS loud
      FROM feedback_case WHERE ${all.map(([condition]) => condition).join(' AND ')}`;
    const values = all.flatMap(([, ...some]) => some);
    const row = await db.row<Record<keyof WatchCounts, number | string | null>>(sql, [now, dayOf(now), ...values]);
    const count = (name: keyof WatchCounts): number => Number(row?.[name] ?? 0);
    return { open: count('open'), late: count('late'), urged: count('urged'), loud: count('loud') };
  },
});

export type WatchReads = ReturnType<typeof watchQueries>;
