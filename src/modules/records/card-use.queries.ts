import type { Journal } from '../../core/audit/journal.js';
import type { Database } from '../../core/db/connection.js';
import type { CardUseRow } from './card-use.model.js';

/** A use that still runs, as its holder sees it. */
export type RunningUse = Pick<CardUseRow, 'id' | 'cardId' | 'createdAt' | 'expiresAt' | 'checks'>;

/** A check of a shown card, as its holder sees it. */
export interface CardLook {
  readonly at: Date;
  readonly result: string;
}

/** Checks that the page of a shown card lists. */
const LOOKS = 5;

/** Reads about shown cards and about where they may be shown. */
export interface CardUseQueries {
  /** The last use of this person's cards by this account that has not run out. */
  running(insuranceNumber: string, accountId: string, now: Date): Promise<RunningUse | undefined>;
  /** Whether cards of this province (two digits) can be shown instead of the paper. */
  openIn(provinceCode: string): Promise<boolean>;
  /** The last checks of this person's cards, newest first. */
  looks(insuranceNumber: string): Promise<readonly CardLook[]>;
}

const RUNNING = `SELECT id, card_id AS cardId, created_at AS createdAt, expires_at AS expiresAt, checks
  FROM records_card_use WHERE insurance_number = ? AND account_id = ? AND expires_at > ?
  ORDER BY expires_at DESC LIMIT 1`;
const OPEN = 'SELECT active FROM records_pilot_province WHERE code = ?';

export const cardUseQueries = (db: Database, journal: Journal): CardUseQueries => ({
  running: (insuranceNumber, accountId, now) => db.row<RunningUse>(RUNNING, [insuranceNumber, accountId, now]),
  openIn: async (provinceCode) => Boolean((await db.row<{ active: unknown }>(OPEN, [provinceCode]))?.active),
  looks: async (person) => {
    const rows = await journal.list({ person, actions: ['records.card-checked'] }, { limit: LOOKS });
    return rows.map(({ at, details: { result } }) => ({ at, result: typeof result === 'string' ? result : '' }));
  },
});
