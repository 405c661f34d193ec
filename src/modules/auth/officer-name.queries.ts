import type { Officers, OfficerSummary } from '../../contracts/auth.js';
import type { Database } from '../../core/db/connection.js';
import type { Permission } from '../../core/module.js';

const COLUMNS = 'o.id, o.username, o.full_name AS fullName, o.agency_code AS agencyCode';

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** What other modules may ask about officers. */
export const officersOf = (db: Database, permissions: readonly Permission[]): Officers => ({
  byUsername: (username) =>
    db.row<OfficerSummary>(`SELECT ${COLUMNS} FROM auth_officer o WHERE o.username = ?`, [username]),
  holding: async (permission, agencies) => {
    const roles = permissions.find(({ id }) => id === permission)?.roles ?? [];
    if (roles.length === 0 || agencies.length === 0) return [];
    return db.rows<OfficerSummary>(
      `SELECT DISTINCT ${COLUMNS} FROM auth_officer o JOIN auth_officer_role r ON r.officer_id = o.id
        WHERE o.agency_code IN (${marks(agencies)}) AND r.role IN (${marks(roles)}) AND o.active = 1
        ORDER BY o.agency_code, o.full_name, o.id`,
      [...agencies, ...roles],
    );
  },
});
