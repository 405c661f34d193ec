import { isSameHash } from '../keyring.js';
import type { Database } from '../db/connection.js';
import type { AuditRow } from './audit.model.js';
import { sealTables, type AnchorRow, type BlockRow, type SealRow } from './seal.model.js';
import { asAuditRow, AUDIT_COLUMNS, CHUNK, LOWEST, sealReads } from './seal-reads.js';
import { anchorMacOf, blockMacOf, isIntruder, ORIGIN, rowHashOf, sealHashOf, type Mac } from './seal.rules.js';
import { faultOf, type Fault } from './verify.words.js';

/** An end of the chain as an earlier run printed it, kept outside the database. */
export interface KnownEnd {
  readonly position: number;
  readonly hash: string;
}

export interface Verdict {
  readonly sealed: number;
  /** Rows that the next run of the sealer will take. */
  readonly waiting: number;
  readonly faults: number;
  readonly end: KnownEnd;
}

/** A seal with the audit row it was made for, if that is still there. */
type Pair = Omit<SealRow, 'position' | 'rowId'> &
  Partial<AuditRow> & { position: number | string; rowId: number | string };

interface Place {
  position: number;
  /** Unknown behind a gap: the next seal is then taken at its word. */
  hash: string | undefined;
}

type Report = (fault: Fault) => void;

/** Walks the chain from its beginning to its end in batches and reports whatever does not fit. */
class Verification {
  private readonly reads;
  private readonly tables;
  private sealed = 0;
  private faults = 0;

  constructor(
    private readonly db: Database,
    private readonly mac: Mac,
    private readonly tell: Report,
  ) {
    this.tables = sealTables(db);
    this.reads = sealReads(db, this.tables);
  }

  async run(known: KnownEnd | undefined): Promise<Verdict> {
    const begin = await this.begin();
    // A run of the sealer meanwhile is left out: its seals and its block come together.
    const highest = await this.highestSeal();
    const last = await this.reads.lastBlock();
    const end = await this.seals(begin, Math.max(highest, last?.lastPosition ?? 0), known);
    await this.blocks(begin, last?.number ?? 0, end);
    const waiting = await this.unsealed();
    const { position, hash = '' } = end;
    if (known && known.position > position) this.report(faultOf.cut(position + 1, known.position));
    return { sealed: this.sealed, waiting, faults: this.faults, end: { position, hash } };
  }

  private report(fault: Fault): void {
    this.faults += 1;
    this.tell(fault);
  }

  private async begin(): Promise<Omit<AnchorRow, 'name' | 'at' | 'mac'>> {
    const anchor = await this.reads.anchor();
    if (!anchor) return ORIGIN;
    if (!isSameHash(anchor.mac, anchorMacOf(this.mac, anchor))) this.report(faultOf.anchor());
    return anchor;
  }

  private async highestSeal(): Promise<number> {
    const row = await this.db.row<{ position: number | string | null }>(
      'SELECT MAX(position) AS position FROM core_audit_seal',
    );
    return Number(row?.position ?? 0);
  }

  private pairs(after: number, to: number): Promise<Pair[]> {
    return this.db.rows<Pair>(
      `SELECT s.position, s.row_id AS rowId, s.row_hash AS rowHash, s.hash, ${AUDIT_COLUMNS}
         FROM core_audit_seal s LEFT JOIN core_audit a ON a.id = s.row_id
         WHERE s.position > ? AND s.position <= ? ORDER BY s.position LIMIT ${CHUNK}`,
      [after, to],
    );
  }

  private async seals(begin: Place, to: number, known: KnownEnd | undefined): Promise<Place> {
    const place: Place = { position: begin.position, hash: begin.hash };
    for (
      let batch = await this.pairs(0, to);
      batch.length;
      batch = await this.pairs(Number(batch.at(-1)?.position), to)
    )
      for (const pair of batch) {
        this.seal(place, pair);
        if (known?.position === place.position && known.hash !== place.hash) this.report(faultOf.end(place.position));
      }
    return place;
  }

  /** One seal: does it follow the one before, and is its row the row that was sealed. */
  private seal(place: Place, pair: Pair): void {
    const [position, rowId] = [Number(pair.position), Number(pair.rowId)];
    const { rowHash, hash } = pair;
    if (position <= place.position) return this.report(faultOf.before(position, rowId));
    if (position > place.position + 1) {
      this.report(faultOf.sealsGone(place.position + 1, position - 1));
      place.hash = undefined;
    }
    const { hash: previous } = place;
    if (previous !== undefined && !isSameHash(hash, sealHashOf(this.mac, previous, { position, rowId, rowHash })))
      this.report(faultOf.seal(position, rowId));
    Object.assign(place, { position, hash });
    this.sealed += 1;
    if (pair.id === undefined || pair.id === null) this.report(faultOf.removed(rowId, position));
    else {
      const row = asAuditRow(pair as AuditRow);
      if (!isSameHash(rowHash, rowHashOf(this.mac, row))) this.report(faultOf.altered(row));
    }
  }

  /** The blocks say how long the chain must be. */
  private async blocks(begin: Omit<AnchorRow, 'name' | 'at' | 'mac'>, to: number, end: Place): Promise<void> {
    let { number, position }: { number: number; position: number } = begin;
    let mac: string | undefined = begin.blockMac;
    for (let batch = await this.batch(0, to); batch.length; batch = await this.batch(number, to))
      for (const block of batch) {
        if (block.number !== number + 1) {
          this.report(faultOf.blocksGone(number + 1, block.number - 1));
          mac = undefined;
        }
        const fits = block.lastPosition - block.firstPosition + 1 === block.rowCount;
        const follows = mac === undefined || isSameHash(block.mac, blockMacOf(this.mac, mac, block));
        if (!fits || !follows) this.report(faultOf.block(block));
        ({ number, lastPosition: position, mac } = block);
      }
    if (position > end.position) this.report(faultOf.cut(end.position + 1, position));
    if (position < end.position) this.report(faultOf.loose(position + 1, end.position));
  }

  private batch(after: number, to: number): Promise<BlockRow[]> {
    return this.db
      .rows<BlockRow>(
        `SELECT number, first_position AS firstPosition, last_position AS lastPosition, row_count AS rowCount,
           highest_id AS highestId, up_to AS upTo, sealed_at AS sealedAt, hash, mac
           FROM core_audit_block WHERE number > ? AND number <= ? ORDER BY number LIMIT ${CHUNK}`,
        [after, to],
      )
      .then((rows) =>
        rows.map((row) => ({
          ...row,
          number: Number(row.number),
          firstPosition: Number(row.firstPosition),
          lastPosition: Number(row.lastPosition),
          highestId: Number(row.highestId),
        })),
      );
  }

  /** Rows that no seal names: young ones wait, others were put in. */
  private async unsealed(): Promise<number> {
    const horizon = await this.reads.horizon(await this.reads.lastBlock());
    let waiting = 0;
    for await (const rows of this.reads.unsealed(LOWEST))
      for (const row of rows)
        if (isIntruder(horizon, row)) this.report(faultOf.inserted(row));
        else waiting += 1;
    return waiting;
  }
}

/** Looks at every row of the audit and every seal; each fault is told as it is found. */
export const verifyAudit = (
  { db, mac }: { db: Database; mac: Mac },
  tell: Report,
  known?: KnownEnd,
): Promise<Verdict> => new Verification(db, mac, tell).run(known);
