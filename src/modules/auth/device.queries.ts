import type { Database } from '../../core/db/connection.js';

export interface KnownDevice {
  readonly label: string;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}

export interface DeviceQueries {
  /** Devices of an account, the one used last first. */
  of(accountId: string): Promise<readonly KnownDevice[]>;
}

/** More than anybody owns: who shares a label shares a row. */
const MOST = 30;

export const deviceQueries = (db: Database): DeviceQueries => ({
  of: (accountId) =>
    db.rows<KnownDevice>(
      `SELECT label, first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt FROM auth_device
        WHERE account_id = ? ORDER BY last_seen_at DESC LIMIT ${MOST}`,
      [accountId],
    ),
});
