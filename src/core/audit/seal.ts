import { UniqueConstraintError } from 'sequelize';
import type { Clock } from '../clock.js';
import type { Database } from '../db/connection.js';
import type { Logger } from '../log.js';
import type { AuditRow } from './audit.model.js';
import { sealTables, type BlockRow } from './seal.model.js';
import { sealReads } from './seal-reads.js';
import { blockMacOf, isIntruder, isSettled, sealsFor, SETTLE, type Mac } from './seal.rules.js';

export interface SealerParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly mac: Mac;
}

/** Puts audit rows into the chain after their acts are committed, so that writers never wait for each other. */
export interface Sealer {
  /** Seals what has settled; says how many rows that were. */
  seal(): Promise<number>;
}

/** Another process was quicker: its seals stand, ours were never written. */
const LOST = Symbol('lost');

export const createSealer = ({ db, clock, log, mac }: SealerParts): Sealer => {
  const tables = sealTables(db);
  const reads = sealReads(db, tables);

  /** One block. The position is the claim: of two sealers one finds it taken, and its whole block is undone. */
  const write = async (rows: readonly AuditRow[], upTo: Date | undefined, known: BlockRow | undefined) =>
    db.uow.run(async () => {
      const last = await reads.lastBlock();
      if (last?.number !== known?.number) return LOST;
      const end = reads.end(last, last ? undefined : await reads.anchor());
      const seals = sealsFor(mac, end, rows);
      await tables.seals.insertMany(seals);
      const block = {
        number: end.number + 1,
        firstPosition: end.position + 1,
        lastPosition: end.position + rows.length,
        rowCount: rows.length,
        highestId: Math.max(last?.highestId ?? 0, ...rows.map(({ id }) => id)),
        upTo: upTo ?? last?.upTo ?? new Date(0),
        sealedAt: clock.now(),
        hash: seals.at(-1)?.hash ?? '',
      };
      const sealed: BlockRow = { ...block, mac: blockMacOf(mac, end.blockMac, block) };
      await tables.blocks.insert(sealed);
      return sealed;
    });

  const writeOnce: typeof write = async (rows, upTo, known) => {
    try {
      return await write(rows, upTo, known);
    } catch (error) {
      if (error instanceof UniqueConstraintError) return LOST;
      throw error;
    }
  };

  const seal = async (): Promise<number> => {
    const now = clock.now();
    const upTo = new Date(now.getTime() - SETTLE);
    let last = await reads.lastBlock();
    const horizon = await reads.horizon(last);
    let total = 0;
    let waiting: AuditRow[] = [];
    const flush = async (until?: Date): Promise<boolean> => {
      if (waiting.length === 0) return true;
      const block = await writeOnce(waiting, until, last);
      if (block === LOST) return false;
      total += waiting.length;
      [last, waiting] = [block, []];
      return true;
    };
    for await (const rows of reads.unsealed(horizon.low)) {
      if (!(await flush())) return total;
      waiting = rows.filter((row) => isSettled(now, row) && !isIntruder(horizon, row));
    }
    // Only the last block of a run can say that nothing older is left.
    if (!(await flush(upTo))) return total;
    // A copy of the end outside the database: whoever cuts the chain short cannot reach the log.
    if (total > 0 && last) log.info({ rows: total, position: last.lastPosition, hash: last.hash }, 'audit sealed');
    return total;
  };

  return { seal };
};
