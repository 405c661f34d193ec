import type { Database } from '../../core/db/connection.js';

/** An officer as every request needs him. */
export interface LiveOfficer {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly roles: readonly string[];
  readonly agencyCode: string;
  readonly insuranceNumber: string | null;
  /** A second factor is set up. */
  readonly hasTotp: boolean;
}

export interface OfficerFacts extends LiveOfficer {
  /** Empty while the one-time link waits. */
  readonly passwordHash: string;
  readonly epoch: number;
}

/** One place at which an officer is signed in. */
export interface OfficerDesk {
  readonly id: string;
  readonly startedAt: Date;
  readonly device: string;
}

export interface OfficerQueries {
  byUsername(username: string): Promise<OfficerFacts | undefined>;
  byId(id: string): Promise<OfficerFacts | undefined>;
  /** The officer behind a session that has not been ended. */
  bySession(sessionId: string, epoch: number): Promise<LiveOfficer | undefined>;
  /** Where he is signed in, newest first. */
  desks(officerId: string, since: Date): Promise<OfficerDesk[]>;
  /** Since when there is a second factor, and how many recovery codes are left. */
  factor(officerId: string): Promise<{ since: Date; recoveryLeft: number } | undefined>;
}

type Flat<Officer extends LiveOfficer> = Omit<Officer, 'roles' | 'hasTotp'> & {
  readonly roles: string | null;
  readonly hasTotp: number;
};

const LIVE = `o.id, o.username, o.full_name AS fullName, o.agency_code AS agencyCode,
  o.insurance_number AS insuranceNumber, CASE WHEN t.officer_id IS NULL THEN 0 ELSE 1 END AS hasTotp,
  (SELECT GROUP_CONCAT(r.role) FROM auth_officer_role r WHERE r.officer_id = o.id) AS roles`;
const FACTS = `SELECT ${LIVE}, o.password_hash AS passwordHash, o.epoch
  FROM auth_officer o LEFT JOIN auth_officer_totp t ON t.officer_id = o.id WHERE o.active = 1 AND`;

const officerOf = <Officer extends LiveOfficer>(row: Flat<Officer> | undefined): Officer | undefined =>
  row && ({ ...row, roles: row.roles?.split(',') ?? [], hasTotp: Boolean(row.hasTotp) } as unknown as Officer);

export const officerQueries = (db: Database): OfficerQueries => ({
  byUsername: async (username) => officerOf(await db.row<Flat<OfficerFacts>>(`${FACTS} o.username = ?`, [username])),
  byId: async (id) => officerOf(await db.row<Flat<OfficerFacts>>(`${FACTS} o.id = ?`, [id])),
  bySession: async (sessionId, epoch) =>
    officerOf(
      await db.row<Flat<LiveOfficer>>(
        `SELECT ${LIVE} FROM auth_officer_session s JOIN auth_officer o ON o.id = s.officer_id
          LEFT JOIN auth_officer_totp t ON t.officer_id = o.id WHERE s.id = ? AND o.epoch = ? AND o.active = 1`,
        [sessionId, epoch],
      ),
    ),
  desks: (officerId, since) =>
    db.rows<OfficerDesk>(
      `SELECT id, started_at AS startedAt, device FROM auth_officer_session
        WHERE officer_id = ? AND started_at > ? ORDER BY started_at DESC, id DESC LIMIT 50`,
      [officerId, since],
    ),
  factor: async (officerId) => {
    const found = await db.row<{ since: Date; recoveryLeft: number }>(
      `SELECT t.created_at AS since,
        (SELECT COUNT(*) FROM auth_officer_recovery r WHERE r.officer_id = t.officer_id) AS recoveryLeft
        FROM auth_officer_totp t WHERE t.officer_id = ?`,
      [officerId],
    );
    return found && { ...found, recoveryLeft: Number(found.recoveryLeft) };
  },
});
