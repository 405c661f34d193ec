import { MINUTE } from '../clock.js';
import type { Keyring } from '../keyring.js';
import type { AuditRow } from './audit.model.js';
import type { AnchorRow, BlockRow, SealRow } from './seal.model.js';

/** A keyed hash: nobody who holds the database alone can make one. */
export type Mac = (value: string) => string;

export const auditMac =
  ({ hash }: Keyring): Mac =>
  (value) =>
    hash('audit', value);

/** Younger rows wait for the next run, so that few come late. */
export const SETTLE = 5_000;
/** A row may become visible this much later than the moment it carries. */
export const LATE = 2 * MINUTE;
/** Ids are given out at most this long before their row becomes visible. */
export const REACH = 10 * MINUTE;

/** Where an empty chain begins. */
export const ORIGIN = { number: 0, position: 0, hash: '', blockMac: '' } as const;

/** A moment as text; one that is none is told from every other. */
export const momentOf = (at: Date): string => (Number.isNaN(at.getTime()) ? 'none' : at.toISOString());

/** One text for one row, whatever the engine. New columns may only be added at the end. */
export const canonical = (row: AuditRow): string =>
  JSON.stringify([
    Number(row.id),
    momentOf(row.at),
    row.action,
    row.actorRealm,
    row.actorId,
    row.actorName,
    row.actorRole,
    row.agencyCode,
    row.subjectKind,
    row.subjectId,
    row.subjectLabel,
    row.person,
    row.purpose,
    row.details,
    row.ip,
    row.requestId,
  ]);

export const rowHashOf = (mac: Mac, row: AuditRow): string => mac(canonical(row));

export const sealHashOf = (mac: Mac, previous: string, seal: Omit<SealRow, 'hash'>): string =>
  mac(JSON.stringify(['seal', previous, seal.position, seal.rowId, seal.rowHash]));

export const blockMacOf = (mac: Mac, previous: string, block: Omit<BlockRow, 'mac'>): string => {
  const { number, firstPosition, lastPosition, rowCount, highestId, upTo, sealedAt, hash } = block;
  const facts = [number, firstPosition, lastPosition, rowCount, highestId, upTo.toISOString(), sealedAt.toISOString()];
  return mac(JSON.stringify(['block', previous, ...facts, hash]));
};

export const anchorMacOf = (mac: Mac, { number, position, hash, blockMac, at }: Omit<AnchorRow, 'mac' | 'name'>) =>
  mac(JSON.stringify(['anchor', number, position, hash, blockMac, at.toISOString()]));

/** The next seals of the chain, one for each row, in the order given. */
export const sealsFor = (mac: Mac, last: { position: number; hash: string }, rows: readonly AuditRow[]): SealRow[] => {
  let { position, hash } = last;
  return rows.map((row) => {
    position += 1;
    const seal = { position, rowId: row.id, rowHash: rowHashOf(mac, row) };
    hash = sealHashOf(mac, hash, seal);
    return { ...seal, hash };
  });
};

/** What is known when the next rows are looked for. */
export interface Horizon {
  /** Rows up to this id had their time: an unsealed one was put there afterwards. */
  readonly low: number;
  /** Rows from before this moment are all sealed. */
  readonly upTo: Date | undefined;
}

/** An unsealed row that no honest unit of work can have left: it was put in behind the back of the chain. */
export const isIntruder = ({ low, upTo }: Horizon, { id, at }: Pick<AuditRow, 'id' | 'at'>): boolean =>
  id <= low || (upTo !== undefined && at.getTime() < upTo.getTime() - LATE);

/** Old enough to be sealed. A moment that lies far ahead is a wrong clock, not a young row. */
export const isSettled = (now: Date, { at }: Pick<AuditRow, 'at'>): boolean => {
  const age = now.getTime() - at.getTime();
  return age >= SETTLE || age < -LATE;
};
