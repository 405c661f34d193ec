import { Op } from 'sequelize';
import { MINUTE } from '../clock.js';
import type { Database } from '../db/connection.js';
import type { AuditRow } from './audit.model.js';
import { ANCHOR, sealTables, type AnchorRow, type BlockRow, type SealTables } from './seal.model.js';
import { isIntruder, ORIGIN, REACH, type Horizon } from './seal.rules.js';

/** Below every id, those that the engine never gives out included. */
export const LOWEST = Number.MIN_SAFE_INTEGER;
/** Rows that one statement reads. */
export const CHUNK = 1_000;

export const AUDIT_COLUMNS = `a.id, a.at, a.action, a.actor_realm AS actorRealm, a.actor_id AS actorId,
  a.actor_name AS actorName, a.actor_role AS actorRole, a.agency_code AS agencyCode, a.subject_kind AS subjectKind,
  a.subject_id AS subjectId, a.subject_label AS subjectLabel, a.person, a.purpose, a.details, a.ip,
  a.request_id AS requestId`;

/** The engines give large numbers in different shapes; a moment that was tampered with may be none any more. */
export const asAuditRow = (row: AuditRow): AuditRow => ({ ...row, id: Number(row.id), at: new Date(row.at) });

/** Reads that sealing and verifying share. */
export const sealReads = (db: Database, { blocks, anchors }: SealTables) => {
  const lastBlock = async (): Promise<BlockRow | undefined> =>
    (await blocks.many({ number: { [Op.gt]: 0 } }, { order: [['number', 'DESC']], limit: 1 }))[0];

  const anchor = (): Promise<AnchorRow | undefined> => anchors.one({ name: ANCHOR });

  /** Where the chain goes on: after its last block, or after what was deleted of it, or at its very beginning. */
  const end = (block: BlockRow | undefined, begin: AnchorRow | undefined) =>
    block
      ? { number: block.number, position: block.lastPosition, hash: block.hash, blockMac: block.mac }
      : (begin ?? ORIGIN);

  /** Late rows are looked for as far back as their ids can have been given out. */
  const horizon = async (block: BlockRow | undefined): Promise<Horizon> => {
    if (!block) return { low: 0, upTo: undefined };
    const before = new Date(block.sealedAt.getTime() - REACH);
    const row = await db.row<{ highestId: number | string }>(
      'SELECT highest_id AS highestId FROM core_audit_block WHERE sealed_at < ? ORDER BY sealed_at DESC, number DESC LIMIT 1',
      [before],
    );
    return { low: Number(row?.highestId ?? 0), upTo: block.upTo };
  };

  /** Unsealed rows with ids beyond `low`, chunk by chunk, oldest id first. */
  async function* unsealed(low: number): AsyncGenerator<AuditRow[]> {
    for (let from = low; ;) {
      const seen = await db.row<{ last: number | string | null; n: number }>(
        `SELECT MAX(id) AS last, COUNT(*) AS n FROM (SELECT id FROM core_audit WHERE id > ? ORDER BY id LIMIT ${CHUNK}) AS probe`,
        [from],
      );
      if (seen?.last === undefined || seen.last === null) return;
      const to = Number(seen.last);
      const rows = await db.rows<AuditRow>(
        `SELECT ${AUDIT_COLUMNS} FROM core_audit a LEFT JOIN core_audit_seal s ON s.row_id = a.id
           WHERE a.id > ? AND a.id <= ? AND s.row_id IS NULL ORDER BY a.id`,
        [from, to],
      );
      if (rows.length) yield rows.map(asAuditRow);
      if (Number(seen.n) < CHUNK) return;
      from = to;
    }
  }

  return { lastBlock, anchor, end, horizon, unsealed };
};

export type SealReads = ReturnType<typeof sealReads>;

/** A row waits no longer than this while the sealer runs. */
const OVERDUE = 5 * MINUTE;

/** Since when a row waits for its seal, if that is too long ago. */
export const overdueSeal = async (db: Database, now: Date): Promise<Date | undefined> => {
  const reads = sealReads(db, sealTables(db));
  const horizon = await reads.horizon(await reads.lastBlock());
  for await (const rows of reads.unsealed(horizon.low)) {
    const row = rows.find((candidate) => !isIntruder(horizon, candidate));
    if (row) return now.getTime() - row.at.getTime() > OVERDUE ? row.at : undefined;
  }
  return undefined;
};
