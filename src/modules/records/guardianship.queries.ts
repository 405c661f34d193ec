import type { Day } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { GuardianshipRow } from './guardianship.model.js';

/** A guardianship with the name of whoever stands on the other side. */
export interface Relative extends Omit<GuardianshipRow, 'openKey'> {
  readonly fullName: string;
  readonly birthDate: string;
}

/** A ward as the pages of his record need him. */
export interface Ward {
  readonly insuranceNumber: string;
  readonly fullName: string;
}

/** Somebody who is to be a guardian, wherever he lives. */
export interface Candidate {
  readonly insuranceNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
}

/** Reads of guardianships; a citizen reaches only those of the own number. */
export interface GuardianshipQueries {
  /** Those whose record this person may read on a day. */
  wardsOf(guardianNumber: string, today: Day): Promise<readonly Relative[]>;
  /** Those who may read or once could read this person's record; in force first, then the newest. */
  guardiansOf(wardNumber: string): Promise<readonly Relative[]>;
  /** The ward of one guardianship in force. */
  ward(id: string, guardianNumber: string, today: Day): Promise<Ward | undefined>;
  /** By mã số BHXH (10 digits) or số định danh (12). */
  candidate(number: string): Promise<Candidate | undefined>;
}

const COLUMNS = `g.id, g.ward_number AS wardNumber, g.guardian_number AS guardianNumber, g.relation, g.paper,
  g.paper_number AS paperNumber, g.until, g.registered_at AS registeredAt, g.registered_by AS registeredBy,
  g.agency_code AS agencyCode, g.ended_at AS endedAt, g.end_reason AS endReason,
  p.full_name AS fullName, p.birth_date AS birthDate`;

const IN_FORCE = 'g.ended_at IS NULL AND (g.until IS NULL OR g.until >= ?)';

/** As many as a page shows; a family has a handful. */
const MOST = 50;

export const guardianshipQueries = (db: Database): GuardianshipQueries => ({
  wardsOf: (guardianNumber, today) =>
    db.rows<Relative>(
      `SELECT ${COLUMNS} FROM records_guardianship g JOIN records_participant p ON p.insurance_number = g.ward_number
        WHERE g.guardian_number = ? AND ${IN_FORCE} ORDER BY p.birth_date, g.id LIMIT ${MOST}`,
      [guardianNumber, today],
    ),
  guardiansOf: (wardNumber) =>
    db.rows<Relative>(
      `SELECT ${COLUMNS} FROM records_guardianship g JOIN records_participant p ON p.insurance_number = g.guardian_number
        WHERE g.ward_number = ? ORDER BY g.ended_at IS NULL DESC, g.registered_at DESC, g.id DESC LIMIT ${MOST}`,
      [wardNumber],
    ),
  ward: (id, guardianNumber, today) =>
    db.row<Ward>(
      `SELECT p.insurance_number AS insuranceNumber, p.full_name AS fullName
        FROM records_guardianship g JOIN records_participant p ON p.insurance_number = g.ward_number
        WHERE g.id = ? AND g.guardian_number = ? AND ${IN_FORCE}`,
      [id, guardianNumber, today],
    ),
  candidate: (number) =>
    db.row<Candidate>(
      `SELECT insurance_number AS insuranceNumber, full_name AS fullName, birth_date AS birthDate
        FROM records_participant WHERE ${number.length === 12 ? 'citizen_id' : 'insurance_number'} = ?`,
      [number],
    ),
});
