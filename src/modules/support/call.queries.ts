import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import type { CallRow } from './call.model.js';

export interface ClosedPage {
  readonly rows: readonly CallRow[];
  readonly next?: string;
}

const PAGE = 30;
/** More open cases than this nobody can look at in minutes. */
const OPEN = 100;

const COLUMNS = `id, agency_code AS agencyCode, state, facility, card_number AS cardNumber,
  insurance_number AS insuranceNumber, phone, trouble, opened_at AS openedAt, opened_by AS openedBy,
  closed_at AS closedAt, closed_by AS closedBy, outcome`;

const toRow = (row: CallRow): CallRow => ({
  ...row,
  openedAt: new Date(row.openedAt),
  closedAt: row.closedAt ? new Date(row.closedAt) : null,
});

const within = (agencies: readonly string[]): string =>
  `agency_code IN (${agencies.map(() => '?').join(', ') || 'NULL'})`;

/** Cases of the hotline, always within the agencies of who asks. */
export const callQueries = (db: Database, calls: Table<CallRow>) => ({
  /** The longest waiting first. */
  open: async (agencies: readonly string[]): Promise<CallRow[]> => {
    const sql = `SELECT ${COLUMNS} FROM support_call WHERE state = 'open' AND ${within(agencies)}
      ORDER BY opened_at, id LIMIT ${OPEN}`;
    return (await db.rows<CallRow>(sql, agencies)).map(toRow);
  },
  countOpen: async (agencies: readonly string[]): Promise<number> => {
    const sql = `SELECT COUNT(*) AS n FROM support_call WHERE state = 'open' AND ${within(agencies)}`;
    return Number((await db.row<{ n: number }>(sql, agencies))?.n ?? 0);
  },
  /** Last closed first. */
  closed: async (agencies: readonly string[], after: string): Promise<ClosedPage> => {
    const [, at, id] = /^(\d{12,14})_([\da-f-]{36})$/.exec(after) ?? [];
    const moment = new Date(Number(at));
    const place = at && id ? 'AND closed_at <= ? AND (closed_at < ? OR id < ?)' : '';
    const sql = `SELECT ${COLUMNS} FROM support_call WHERE state = 'closed' AND ${within(agencies)} ${place}
      ORDER BY closed_at DESC, id DESC LIMIT ${PAGE + 1}`;
    const found = await db.rows<CallRow>(sql, [...agencies, ...(at && id ? [moment, moment, id] : [])]);
    const rows = found.slice(0, PAGE).map(toRow);
    const last = rows.at(-1);
    return { rows, ...(last?.closedAt && found.length > PAGE && { next: `${last.closedAt.getTime()}_${last.id}` }) };
  },
  find: async (id: string, agencies: readonly string[]): Promise<CallRow | undefined> => {
    const row = await calls.one({ id });
    return row && agencies.includes(row.agencyCode) ? row : undefined;
  },
  /** Cases about one person, newest first. */
  about: (insuranceNumber: string): Promise<CallRow[]> =>
    calls.many({ insuranceNumber }, { order: [['openedAt', 'DESC']], limit: 100 }),
});

export type CallQueries = ReturnType<typeof callQueries>;
