import type { Officers, OfficerSummary } from '../../contracts/auth.js';
import type { Database } from '../../core/db/connection.js';

/** What other modules may ask about officers. */
export const officersOf = (db: Database): Officers => ({
  byUsername: (username) =>
    db.row<OfficerSummary>(
      'SELECT id, username, full_name AS fullName, agency_code AS agencyCode FROM auth_officer WHERE username = ?',
      [username],
    ),
});
