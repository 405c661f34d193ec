import { Op } from 'sequelize';
import type { Clock } from '../clock.js';
import type { Database } from '../db/connection.js';
import { auditTable } from './audit.model.js';
import { ANCHOR, sealTables, type BlockRow } from './seal.model.js';
import { sealReads } from './seal-reads.js';
import { anchorMacOf, type Mac } from './seal.rules.js';

/** The old end of the audit. Only sealed rows are deleted, block by block, and a mark says where the chain goes on. */
export interface OldAudit {
  /** Rows that were sealed before this moment. */
  count(before: Date): Promise<number>;
  /** Deletes them and says how many. */
  remove(before: Date): Promise<number>;
}

export const createOldAudit = ({ db, clock, mac }: { db: Database; clock: Clock; mac: Mac }): OldAudit => {
  const tables = sealTables(db);
  const reads = sealReads(db, tables);
  const rows = auditTable(db.sequelize);

  /** The oldest block, if it is due and is not the last: the chain keeps an end to go on from. */
  const dueBlock = async (before: Date): Promise<BlockRow | undefined> => {
    const [first, second] = await tables.blocks.many(
      { number: { [Op.gt]: 0 } },
      { order: [['number', 'ASC']], limit: 2 },
    );
    return first && second && first.sealedAt < before ? first : undefined;
  };

  /** Moves the mark behind the block. Of two processes one finds the mark where it was. */
  const anchorBehind = async ({ number, lastPosition: position, hash, mac: blockMac }: BlockRow): Promise<boolean> => {
    const mark = { number, position, hash, blockMac, at: clock.now() };
    const row = { ...mark, mac: anchorMacOf(mac, mark) };
    if (number === 1) return tables.anchors.insertNew({ name: ANCHOR, ...row });
    return (await tables.anchors.change(row, { name: ANCHOR, number: number - 1 })) === 1;
  };

  /** How many rows it had; undefined when another process has it. */
  const removeBlock = (block: BlockRow): Promise<number | undefined> =>
    db.uow.run(async () => {
      if (!(await anchorBehind(block))) return undefined;
      const where = { position: { [Op.between]: [block.firstPosition, block.lastPosition] as [number, number] } };
      const seals = await tables.seals.many(where, { columns: ['rowId'] });
      const amount = await rows.remove({ id: { [Op.in]: seals.map(({ rowId }) => rowId) } });
      await tables.seals.remove(where);
      await tables.blocks.remove({ number: block.number });
      return amount;
    });

  return {
    count: async (before) => {
      const last = (await reads.lastBlock())?.number ?? 0;
      const found = await db.row<{ n: number | string | null }>(
        'SELECT SUM(row_count) AS n FROM core_audit_block WHERE sealed_at < ? AND number < ?',
        [before, last],
      );
      return Number(found?.n ?? 0);
    },
    remove: async (before) => {
      let total = 0;
      for (let block = await dueBlock(before); block; block = await dueBlock(before)) {
        const amount = await removeBlock(block);
        if (amount === undefined) return total;
        total += amount;
      }
      return total;
    },
  };
};
