import type { Database } from '../db/connection.js';
import type { SqlValue } from '../db/dialect.js';
import type { AuditRow } from './audit.model.js';

/** One row of the audit as readers get it. */
export type JournalRow = Omit<AuditRow, 'details'> & { readonly details: Readonly<Record<string, unknown>> };

/** Which rows; every condition narrows. Without `person`, `subject` and `actorId` give days, so that a read stays short. */
export interface JournalFilter {
  readonly person?: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  /** Agencies of those who acted. */
  readonly agencies?: readonly string[];
  readonly actorId?: string;
  readonly realm?: AuditRow['actorRealm'];
  /** Beside those of the realm, these actions whoever acted. */
  readonly orActions?: readonly string[];
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

/** Ids follow the moments, but for units of work that ran side by side. */
const ASIDE = 5_000;
/** Up to so many agencies each one is read by its own index and the heads are put together. */
const FEW_AGENCIES = 16;

/** Who acted, or what was done whoever did it. */
const byRealm = (realm: string, orActions: readonly string[] = []): Condition => {
  if (orActions.length === 0) return ['actor_realm = ?', realm];
  const [sql, ...values] = among('action', orActions);
  return [`(actor_realm = ? OR ${sql})`, realm, ...values];
};

const conditionsOf = (filter: JournalFilter): Condition[] => {
  const { person, subject, actorId, realm, orActions, actions, from, before } = filter;
  return [
    ...(person === undefined ? [] : [['person = ?', person] as const]),
    ...(subject ? [['subject_kind = ? AND subject_id = ?', subject.kind, subject.id] as const] : []),
    ...(actorId === undefined ? [] : [['actor_id = ?', actorId] as const]),
    ...(realm === undefined ? [] : [byRealm(realm, orActions)]),
    ...(actions ? [among('action', actions)] : []),
    ...(from ? [['at >= ?', from] as const] : []),
    ...(before ? [['at < ?', before] as const] : []),
  ];
};

type Stored = Omit<AuditRow, 'id'> & { id: number | string };

const toRow = ({ id, details, ...row }: Stored): JournalRow => ({
  ...row,
  id: Number(id),
  details: JSON.parse(details) as Record<string, unknown>,
});

/** The last `limit` rows that fit. */
const statement = (conditions: readonly Condition[], limit: number): Condition => {
  const where = conditions.length ? `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}` : '';
  const values = conditions.flatMap(([, ...rest]) => rest);
  return [`SELECT ${COLUMNS} FROM core_audit ${where} ORDER BY id DESC LIMIT ${limit}`, ...values];
};

/** The heads of several agencies, each read by its own index, put together. */
const heads = (agencies: readonly string[], conditions: readonly Condition[], limit: number): Condition => {
  const parts = agencies.map((code) => statement([['agency_code = ?', code], ...conditions], limit));
  const union = parts.map(([sql], index) => `SELECT * FROM (${sql}) AS part${index}`).join(' UNION ALL ');
  const values = parts.flatMap(([, ...rest]) => rest);
  return [`SELECT * FROM (${union}) AS heads ORDER BY id DESC LIMIT ${limit}`, ...values];
};

/** Rows that are read at a time where all of them are wanted. */
const BATCH = 500;

/** Every row that fits, newest first, a batch at a time. */
export async function* wholeJournal(journal: Journal, filter: JournalFilter): AsyncGenerator<JournalRow> {
  let below: number | undefined;
  do {
    const rows = await journal.list(filter, { limit: BATCH, ...(below && { below }) });
    yield* rows;
    below = rows.length < BATCH ? undefined : rows.at(-1)?.id;
  } while (below);
}

export const createJournal = (db: Database): Journal => {
  const idAt = async (condition: string, order: 'ASC' | 'DESC', moment: Date): Promise<number> => {
    const sql = `SELECT id FROM core_audit WHERE at ${condition} ? ORDER BY at ${order} LIMIT 1`;
    return Number((await db.row<{ id: number | string }>(sql, [moment]))?.id ?? 0);
  };

  /** Days as numbers of rows: what the reads go along is the number. */
  const numbersOf = async ({ from, before }: JournalFilter, below: number | undefined): Promise<Condition[]> => {
    const first = from && (await idAt('>=', 'ASC', from));
    const last = before && (await idAt('<', 'DESC', before));
    if (first === 0 || last === 0) return [['1 = 0']];
    const highest = Math.min(below ?? Infinity, last === undefined ? Infinity : last + ASIDE);
    return [
      ...(first === undefined ? [] : [['id >= ?', first - ASIDE] as const]),
      ...(highest === Infinity ? [] : [['id < ?', highest] as const]),
    ];
  };

  return {
    list: async (filter, { below, limit }) => {
      const conditions = [...conditionsOf(filter), ...(await numbersOf(filter, below))];
      const { agencies, actorId, person } = filter;
      const [sql, ...values] =
        agencies && agencies.length > 0 && agencies.length <= FEW_AGENCIES && !actorId && person === undefined
          ? heads(agencies, conditions, Math.trunc(limit))
          : statement([...(agencies ? [among('agency_code', agencies)] : []), ...conditions], Math.trunc(limit));
      return (await db.rows<Stored>(sql, values)).map(toRow);
    },
  };
};
