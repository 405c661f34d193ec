import type { Database } from '../../core/db/connection.js';
import type { GapRow } from './gap.model.js';

export interface GapPage {
  readonly rows: readonly GapRow[];
  readonly next?: string;
}

const PAGE = 50;
const COLUMNS = 'id, text, folded, times, first_at AS firstAt, last_at AS lastAt, state';

/** Questions without an answer that nobody has dealt with, last asked first. */
export const gapQueries = (db: Database) => ({
  open: async (after: string): Promise<GapPage> => {
    const [, at, id] = /^(\d{12,14})_([\da-f-]{36})$/.exec(after) ?? [];
    const place = at && id ? 'AND last_at <= ? AND (last_at < ? OR id < ?)' : '';
    const moment = new Date(Number(at));
    const found = await db.rows<GapRow>(
      `SELECT ${COLUMNS} FROM support_gap WHERE state = 'open' ${place} ORDER BY last_at DESC, id DESC LIMIT ${PAGE + 1}`,
      at && id ? [moment, moment, id] : [],
    );
    const rows = found
      .slice(0, PAGE)
      .map((row) => ({ ...row, firstAt: new Date(row.firstAt), lastAt: new Date(row.lastAt) }));
    const last = rows.at(-1);
    return { rows, ...(last && found.length > PAGE && { next: `${last.lastAt.getTime()}_${last.id}` }) };
  },
  count: async (): Promise<number> => {
    const row = await db.row<{ n: number }>("SELECT COUNT(*) AS n FROM support_gap WHERE state = 'open'");
    return Number(row?.n ?? 0);
  },
});

export type GapQueries = ReturnType<typeof gapQueries>;
