import type { Database } from '../db/connection.js';
import type { SqlValue } from '../db/dialect.js';
import type { AuditRow } from './audit.model.js';

/** One row of the audit as readers get it. */
export type JournalRow = Omit<AuditRow, 'details'> & { readonly details: Readonly<Record<string, unknown>> };

/** Which rows; every condition narrows. At least one of `person`, `agencies`, `subject` keeps the read on an index. */
export interface JournalFilter {
  readonly person?: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  /** Agencies of those who acted. */
  readonly agencies?: readonly string[];
  readonly actorId?: string;
  readonly realm?: AuditRow['actorRealm'];
  /** Exact action names. */
  readonly actions?: readonly string[];
  readonly from?: Date;
  readonly before?: Date;
}

/** Reads of the audit, newest first, keyset by the running number. */
export interface Journal {
  /** At most `limit` rows with a number below `below`. */
  list(filter: JournalFilter, page: { below?: number; limit: number }): Promise<readonly JournalRow[]>;
}

const COLUMNS = `id, at, action, actor_realm AS actorRealm, actor_id AS actorId, actor_name AS actorName,
  actor_role AS actorRole, agency_code AS agencyCode, subject_kind AS subjectKind, subject_id AS subjectId,
  subject_label AS subjectLabel, person, purpose, details, ip, request_id AS requestId`;

type Condition = readonly [sql: string, ...values: SqlValue[]];

const among = (column: string, values: readonly string[]): Condition =>
  values.length ? [`${column} IN (${values.map(() => '?').join(', ')})`, ...values] : ['1 = 0'];

const conditionsOf = (filter: JournalFilter, below: number | undefined): Condition[] => {
  const { person, subject, agencies, actorId, realm, actions, from, before } = filter;
  return [
    ...(person === undefined ? [] : [['person = ?', person] as const]),
    ...(subject ? [['subject_kind = ? AND subject_id = ?', subject.kind, subject.id] as const] : []),
    ...(agencies ? [among('agency_code', agencies)] : []),
    ...(actorId === undefined ? [] : [['actor_id = ?', actorId] as const]),
    ...(realm === undefined ? [] : [['actor_realm = ?', realm] as const]),
    ...(actions ? [among('action', actions)] : []),
    ...(from ? [['at >= ?', from] as const] : []),
    ...(before ? [['at < ?', before] as const] : []),
    ...(below === undefined ? [] : [['id < ?', below] as const]),
  ];
};

type Stored = Omit<AuditRow, 'id'> & { id: number | string };

const toRow = ({ id, details, ...row }: Stored): JournalRow => ({
  ...row,
  id: Number(id),
  details: JSON.parse(details) as Record<string, unknown>,
});

export const createJournal = (db: Database): Journal => ({
  list: async (filter, { below, limit }) => {
    const conditions = conditionsOf(filter, below);
    const where = conditions.length ? `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}` : '';
    const values = conditions.flatMap(([, ...rest]) => rest);
    const rows = await db.rows<Stored>(
      `SELECT ${COLUMNS} FROM core_audit ${where} ORDER BY id DESC LIMIT ${Math.trunc(limit)}`,
      values,
    );
    return rows.map(toRow);
  },
});
