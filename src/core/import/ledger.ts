import type { Audit } from '../audit/audit.js';
import type { Clock } from '../clock.js';
import { currentContext } from '../context.js';
import { code, id, instant, optional, text, whole, type Columns } from '../db/columns.js';
import type { Database } from '../db/connection.js';
import { defineTable } from '../db/table.js';
import { ConflictError } from '../errors.js';
import { newId } from '../ids.js';
import { createLeases } from '../jobs/lease.js';

export interface ImportCounts {
  /** Lines with data. */
  readonly rowsRead: number;
  readonly added: number;
  readonly changed: number;
  /** Were there and as the file says. */
  readonly unchanged: number;
  /** Followed in the same batch by a line with the same key, which won. */
  readonly repeated: number;
  readonly rejected: number;
}

/** How far a run has come; written in the transaction of the rows themselves. */
export interface ImportMark extends ImportCounts {
  /** Bytes of the file that are done. */
  readonly position: number;
  readonly nextLine: number;
  /** Bytes of the file of refused lines. */
  readonly rejectedLength: number;
}

export interface ImportRun extends ImportMark {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly size: number;
  readonly fingerprint: string;
  /** `stopped`: asked to end, or given up for a later run. `failed`: see `note`. */
  readonly state: 'running' | 'done' | 'failed' | 'stopped';
  readonly owner: string;
  readonly note: string | null;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

const columns = (): Columns => ({
  id: id(),
  kind: code(40),
  file: text(255),
  size: whole(),
  fingerprint: code(64),
  state: code(10),
  owner: code(36),
  position: whole(),
  nextLine: whole(),
  rejectedLength: whole(),
  rowsRead: whole(),
  added: whole(),
  changed: whole(),
  unchanged: whole(),
  repeated: whole(),
  rejected: whole(),
  note: optional(text(500)),
  startedBy: text(120),
  startedAt: instant(),
  endedAt: optional(instant()),
});

const START: ImportMark = {
  position: 0,
  nextLine: 0,
  rejectedLength: 0,
  rowsRead: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  repeated: 0,
  rejected: 0,
};

/** Extended with every batch. Who is killed blocks his kind for no longer than this. */
const LEASE = 15_000;

/** Somebody reads in a file of this kind; it may have died, and is then free at `until`. */
export class ImportBusyError extends ConflictError {
  constructor(readonly until: Date) {
    super('Đang có một lượt nạp khác cùng loại dữ liệu. Hãy đợi lượt đó xong rồi nạp lại.');
  }
}

export interface NewRun {
  readonly kind: string;
  readonly file: string;
  readonly size: number;
  readonly fingerprint: string;
}

/** The runs of imports: one at a time of each kind, each with how far it has come. */
export interface Ledger {
  /** Claims the kind and begins, or goes on with the last unfinished run of the same file when `resume` says so. */
  open(asked: NewRun, resume: boolean): Promise<ImportRun>;
  /** In the transaction of the rows. Throws when another run has taken over: nothing of this batch stays. */
  advance(run: ImportRun, mark: ImportMark): Promise<void>;
  close(run: ImportRun, state: 'done' | 'failed' | 'stopped', mark: ImportMark & { note?: string }): Promise<void>;
  /** The latest runs of all kinds, newest first. */
  latest(limit: number): Promise<ImportRun[]>;
}

export const createLedger = ({ db, clock, audit }: { db: Database; clock: Clock; audit: Audit }): Ledger => {
  const runs = defineTable<ImportRun>(db.sequelize, 'core_import', columns());
  const leases = createLeases(db, clock);
  const newest: [string, string][] = [
    ['startedAt', 'DESC'],
    ['id', 'DESC'],
  ];
  const leaseOf = (kind: string): string => `core.import.${kind}`;

  const begin = async (asked: NewRun, owner: string): Promise<ImportRun> => {
    const startedBy = currentContext().actor.name;
    const state = 'running' as const;
    const made = { id: newId(), ...asked, ...START, state, owner, note: null, startedBy };
    const run = { ...made, startedAt: clock.now(), endedAt: null };
    await runs.insert(run);
    return run;
  };

  const goOn = async (found: ImportRun, owner: string): Promise<ImportRun> => {
    const again = { state: 'running' as const, owner, note: null, endedAt: null };
    await runs.change(again, { id: found.id });
    return { ...found, ...again };
  };

  return {
    open: (asked, resume) =>
      db.uow.run(async () => {
        const { kind, fingerprint, size, file } = asked;
        const owner = newId();
        if (!(await leases.acquire(leaseOf(kind), owner, LEASE)))
          throw new ImportBusyError((await leases.until(leaseOf(kind))) ?? clock.now());
        const [found] = resume ? await runs.many({ kind, fingerprint, size }, { order: newest, limit: 1 }) : [];
        await runs.change({ state: 'stopped', owner: '' }, { kind, state: 'running' });
        const run = found && found.state !== 'done' ? await goOn(found, owner) : await begin(asked, owner);
        const details = { file, size, fromLine: run.nextLine };
        await audit.record({
          action: 'core.import-started',
          subject: { kind: 'import', id: run.id, label: kind },
          details,
        });
        return run;
      }),
    advance: async ({ id, kind, owner }, mark) => {
      await leases.extend(leaseOf(kind), owner, LEASE);
      const hit = await runs.change({ ...mark }, { id, owner, state: 'running' });
      if (hit !== 1) throw new ConflictError('Một lượt nạp khác đã tiếp quản loại dữ liệu này. Lượt này dừng lại.');
    },
    close: ({ id, kind, file, owner }, state, { note, ...mark }) =>
      db.uow.run(async () => {
        const endedAt = clock.now();
        const hit = await runs.change({ ...mark, state, note: note?.slice(0, 500) ?? null, endedAt }, { id, owner });
        if (hit !== 1) return;
        const details = { file, state, ...mark };
        await audit.record({ action: 'core.import-ended', subject: { kind: 'import', id, label: kind }, details });
        await leases.release(leaseOf(kind), owner);
      }),
    latest: (limit) => runs.many({}, { order: newest, limit }),
  };
};
