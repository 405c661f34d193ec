import type { Database } from '../../core/db/connection.js';
import type { SqlValue } from '../../core/db/dialect.js';
import { nameWords } from '../../core/text.js';

/** An officer as his administrator sees him. */
export interface ManagedOfficer {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly agencyCode: string;
  readonly insuranceNumber: string | null;
  readonly roles: readonly string[];
  readonly active: boolean;
  /** No password yet: the one-time link has not been used. */
  readonly waiting: boolean;
  readonly hasTotp: boolean;
  readonly lastSignInAt: Date | null;
  readonly version: number;
  readonly epoch: number;
}

export interface OfficerFilter {
  readonly agencies: readonly string[];
  /** Each word typed is the start of a word of the name, accents or not. */
  readonly name: string;
  /** The beginning of the user name. */
  readonly username: string;
  readonly role: string;
  readonly state: '' | 'active' | 'waiting' | 'locked';
}

export interface OfficerPage {
  readonly rows: readonly ManagedOfficer[];
  readonly next?: string;
  readonly previous?: string;
}

export interface AdminQueries {
  /** By user name, which is also the cursor. */
  list(filter: OfficerFilter, cursor: { after: string; before: string }): Promise<OfficerPage>;
  find(id: string): Promise<ManagedOfficer | undefined>;
  byUsername(username: string): Promise<ManagedOfficer | undefined>;
  /** Administrators who can sign in, this officer left aside. */
  otherAdministrators(id: string): Promise<number>;
  /** Somebody who is administrator and not locked, signed in already or not. */
  anyAdministrator(): Promise<string | undefined>;
  /** How many officers of these agencies, not locked, hold each role. */
  holders(agencies: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** Rows on one page. */
const PAGE = 25;
/** Sorts behind every character of a user name or a folded word. */
const AFTER = '\u{10FFFF}';

type Flat = Omit<ManagedOfficer, 'roles' | 'active' | 'waiting' | 'hasTotp'> & {
  readonly roles: string | null;
  readonly active: number;
  readonly waiting: number;
  readonly hasTotp: number;
};
type Clause = readonly [sql: string, ...params: SqlValue[]];

const SELECT = `SELECT o.id, o.username, o.full_name AS fullName, o.agency_code AS agencyCode,
  o.insurance_number AS insuranceNumber, o.active, CASE WHEN o.password_hash = '' THEN 1 ELSE 0 END AS waiting,
  o.last_sign_in_at AS lastSignInAt, o.version, o.epoch, CASE WHEN t.officer_id IS NULL THEN 0 ELSE 1 END AS hasTotp,
  (SELECT GROUP_CONCAT(r.role) FROM auth_officer_role r WHERE r.officer_id = o.id) AS roles
  FROM auth_officer o LEFT JOIN auth_officer_totp t ON t.officer_id = o.id WHERE`;

const STATES: Readonly<Record<OfficerFilter['state'], readonly Clause[]>> = {
  '': [],
  active: [["o.active = 1 AND o.password_hash <> ''"]],
  waiting: [["o.active = 1 AND o.password_hash = ''"]],
  locked: [['o.active = 0']],
};

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

const clausesOf = ({ agencies, name, username, role, state }: OfficerFilter): Clause[] => [
  [`o.agency_code IN (${marks(agencies)})`, ...agencies],
  ...(username ? [['o.username >= ? AND o.username < ?', username, username + AFTER] as const] : []),
  ...nameWords(name).map(
    (word) =>
      [
        'o.id IN (SELECT w.officer_id FROM auth_officer_word w WHERE w.word >= ? AND w.word < ?)',
        word,
        word + AFTER,
      ] as const,
  ),
  ...(role ? [['o.id IN (SELECT h.officer_id FROM auth_officer_role h WHERE h.role = ?)', role] as const] : []),
  ...STATES[state],
];

const toOfficer = (row: Flat): ManagedOfficer => ({
  ...row,
  roles: row.roles?.split(',') ?? [],
  active: Boolean(row.active),
  waiting: Boolean(row.waiting),
  hasTotp: Boolean(row.hasTotp),
});

export const adminQueries = (db: Database): AdminQueries => {
  const one = async (sql: string, value: string): Promise<ManagedOfficer | undefined> => {
    const row = await db.row<Flat>(`${SELECT} ${sql}`, [value]);
    return row && toOfficer(row);
  };
  return {
    list: async (filter, { after, before }) => {
      if (filter.agencies.length === 0) return { rows: [] };
      const backwards = after === '' && before !== '';
      const place: Clause[] = after ? [['o.username > ?', after]] : before ? [['o.username < ?', before]] : [];
      const clauses = [...clausesOf(filter), ...place];
      const found = await db.rows<Flat>(
        `${SELECT} ${clauses.map(([sql]) => sql).join(' AND ')}
          ORDER BY o.username ${backwards ? 'DESC' : 'ASC'} LIMIT ${PAGE + 1}`,
        clauses.flatMap(([, ...params]) => params),
      );
      const more = found.length > PAGE;
      const rows = found.slice(0, PAGE).map(toOfficer);
      if (backwards) rows.reverse();
      const [first, last] = [rows.at(0)?.username, rows.at(-1)?.username];
      return {
        rows,
        ...(last && (backwards || more) && { next: last }),
        ...(first && (backwards ? more : after !== '') && { previous: first }),
      };
    },
    find: (id) => one('o.id = ?', id),
    byUsername: (username) => one('o.username = ?', username),
    otherAdministrators: async (id) => {
      const found = await db.row<{ n: number }>(
        `SELECT COUNT(*) AS n FROM auth_officer_role r JOIN auth_officer o ON o.id = r.officer_id
          WHERE r.role = 'admin' AND o.active = 1 AND o.password_hash <> '' AND o.id <> ?`,
        [id],
      );
      return Number(found?.n ?? 0);
    },
    anyAdministrator: async () => {
      const found = await db.row<{ username: string }>(
        `SELECT o.username FROM auth_officer_role r JOIN auth_officer o ON o.id = r.officer_id
          WHERE r.role = 'admin' AND o.active = 1 ORDER BY o.username LIMIT 1`,
      );
      return found?.username;
    },
    holders: async (agencies) => {
      if (agencies.length === 0) return new Map();
      const rows = await db.rows<{ role: string; n: number }>(
        `SELECT r.role, COUNT(*) AS n FROM auth_officer o JOIN auth_officer_role r ON r.officer_id = o.id
          WHERE o.agency_code IN (${marks(agencies)}) AND o.active = 1 GROUP BY r.role`,
        agencies,
      );
      return new Map(rows.map(({ role, n }) => [role, Number(n)]));
    },
  };
};
