import type { Database } from '../../core/db/connection.js';
import { countUpTo } from '../../core/db/count-up-to.js';
import type { InvitationRow } from './case-parts.model.js';
import type { CaseRow } from './case.model.js';

export type InvitedRow = Pick<InvitationRow, 'id' | 'caseId' | 'agencyCode' | 'state' | 'question' | 'dueAt'> &
  Pick<CaseRow, 'code' | 'title' | 'topicCode' | 'ownerAgency'>;

/** More pending ones no office looks at in two days. */
const PENDING = 100;
const ENDED = 30;

const within = (agencies: readonly string[]): string => agencies.map(() => '?').join(', ') || 'NULL';

const toRow = (row: InvitedRow): InvitedRow => ({ ...row, dueAt: new Date(row.dueAt) });

/** Cases to which offices within reach are invited. */
export const invitedQueries = (db: Database) => {
  const read = async (agencies: readonly string[], states: string, tail: string): Promise<InvitedRow[]> => {
    const sql = `SELECT i.id, i.case_id AS caseId, i.agency_code AS agencyCode, i.state, i.question, i.due_at AS dueAt,
      c.code, c.title, c.topic_code AS topicCode, c.owner_agency AS ownerAgency
      FROM feedback_invitation i JOIN feedback_case c ON c.id = i.case_id
      WHERE i.agency_code IN (${within(agencies)}) AND i.state IN (${states}) ${tail}`;
    return (await db.rows<InvitedRow>(sql, agencies)).map(toRow);
  };
  return {
    pending: (agencies: readonly string[]): Promise<InvitedRow[]> =>
      read(agencies, "'invited', 'accepted'", `ORDER BY i.due_at, i.id LIMIT ${PENDING}`),
    ended: (agencies: readonly string[]): Promise<InvitedRow[]> =>
      read(agencies, "'answered', 'lapsed'", `ORDER BY i.due_at DESC, i.id DESC LIMIT ${ENDED}`),
    count: async (agencies: readonly string[]): Promise<number> => {
      const sql = `SELECT 1 AS one FROM feedback_invitation
        WHERE agency_code IN (${within(agencies)}) AND state IN ('invited', 'accepted')`;
      return (await countUpTo(db, { pending: { sql, params: agencies } })).pending;
    },
  };
};

export type InvitedReads = ReturnType<typeof invitedQueries>;
