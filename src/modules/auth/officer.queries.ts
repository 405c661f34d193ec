import type { Database } from '../../core/db/connection.js';
import type { RoleId } from './role.rules.js';

/** An officer as every request needs him. */
export interface LiveOfficer {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly role: RoleId;
  readonly agencyCode: string;
  readonly insuranceNumber: string | null;
}

export interface OfficerFacts extends LiveOfficer {
  readonly passwordHash: string;
  readonly epoch: number;
}

export interface OfficerQueries {
  byUsername(username: string): Promise<OfficerFacts | undefined>;
  /** The officer behind a session that has not been ended. */
  bySession(sessionId: string, epoch: number): Promise<LiveOfficer | undefined>;
}

const LIVE = `o.id, o.username, o.full_name AS fullName, o.role, o.agency_code AS agencyCode,
  o.insurance_number AS insuranceNumber`;

export const officerQueries = (db: Database): OfficerQueries => ({
  byUsername: (username) =>
    db.row<OfficerFacts>(
      `SELECT ${LIVE}, o.password_hash AS passwordHash, o.epoch FROM auth_officer o WHERE o.username = ? AND o.active = 1`,
      [username],
    ),
  bySession: (sessionId, epoch) =>
    db.row<LiveOfficer>(
      `SELECT ${LIVE} FROM auth_officer_session s JOIN auth_officer o ON o.id = s.officer_id
        WHERE s.id = ? AND o.epoch = ? AND o.active = 1`,
      [sessionId, epoch],
    ),
});
