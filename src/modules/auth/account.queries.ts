import type { AccountSummary } from '../../contracts/auth.js';
import type { Database } from '../../core/db/connection.js';

/** What signing in and changing a password need to know of an account. */
export interface AccountFacts extends AccountSummary {
  readonly citizenId: string | null;
  readonly passwordHash: string;
  readonly passwordKind: 'one-time' | 'chosen';
  readonly passwordSetAt: Date;
  readonly epoch: number;
  readonly deviceLabel: string;
  readonly deviceSince: Date | null;
  readonly deviceSeenAt: Date | null;
}

/** What every request of a signed-in citizen asks for. */
export interface LiveAccount {
  readonly insuranceNumber: string;
  readonly fullName: string;
  readonly mustChange: number;
  readonly deviceSeenAt: Date | null;
}

export interface AccountQueries {
  /** By 10-digit insurance number or 12-digit identity number. */
  byLogin(number: string): Promise<AccountFacts | undefined>;
  byId(id: string): Promise<AccountFacts | undefined>;
  byPhone(phone: string): Promise<AccountFacts | undefined>;
  live(id: string, epoch: number): Promise<LiveAccount | undefined>;
}

const FACTS = `SELECT id, insurance_number AS insuranceNumber, citizen_id AS citizenId, full_name AS fullName, phone, email,
  state, created_at AS createdAt, last_sign_in_at AS lastSignInAt,
  password_hash AS passwordHash, password_kind AS passwordKind, password_set_at AS passwordSetAt, epoch,
  device_label AS deviceLabel, device_since AS deviceSince, device_seen_at AS deviceSeenAt
  FROM auth_account WHERE`;

export const accountQueries = (db: Database): AccountQueries => {
  const facts = (column: string) => (value: string) => db.row<AccountFacts>(`${FACTS} ${column} = ?`, [value]);
  const [byNumber, byCitizenId] = [facts('insurance_number'), facts('citizen_id')];
  return {
    byLogin: (number) => (number.length === 12 ? byCitizenId(number) : byNumber(number)),
    byId: facts('id'),
    byPhone: facts('phone'),
    live: (id, epoch) =>
      db.row<LiveAccount>(
        `SELECT insurance_number AS insuranceNumber, full_name AS fullName, must_change AS mustChange,
          device_seen_at AS deviceSeenAt FROM auth_account WHERE id = ? AND epoch = ? AND state = 'active'`,
        [id, epoch],
      ),
  };
};
