import { Op } from 'sequelize';
import { runInContext, type Actor } from '../../core/context.js';
import { isConnectionFault } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { NotFoundError, ShownError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { Importer } from '../../core/import/importer.js';
import { ImportBusyError, type ImportCounts } from '../../core/import/ledger.js';
import type { ImportProgress } from '../../core/import/run.js';
import type { ModuleContext } from '../../core/module.js';
import type { UploadRow } from './upload.model.js';
import { sourceOf } from './upload-source.service.js';

export interface WorkerParts extends Pick<ModuleContext, 'uow' | 'clock' | 'log' | 'imports' | 'longFiles'> {
  readonly uploads: Table<UploadRow>;
}

/** Takes waiting files in, one at a time in this process. Others may do the same: each file is claimed. */
export interface UploadWorker {
  /** There may be something to do; returns at once. */
  wake(): void;
  /** Ends after the batch at hand; what is not done waits for the next start. */
  stop(): Promise<void>;
}

/** How long a worker holds a file without a sign of life, and how often it gives one, in milliseconds. */
const LEASE = 20_000;
const BEAT = 1_000;

type Set = Partial<UploadRow>;

const countsOf = ({ rowsRead, added, changed, unchanged, repeated, rejected }: ImportCounts): ImportCounts => ({
  ...{ rowsRead, added, changed, unchanged, repeated, rejected },
});

const actorOf = ({ officerId, officerName, agencyCode }: UploadRow): Actor => ({
  realm: 'officer',
  id: officerId,
  name: officerName,
  role: 'Quản trị',
  permissions: new Set<string>(),
  attributes: { agencyCode },
});

/** What an import that did not come to its end leaves in the row; nothing where another process shall go on. */
const afterFault = (error: unknown, now: Date): Set | undefined => {
  if (error instanceof ImportBusyError)
    return {
      state: 'waiting',
      worker: '',
      leaseUntil: error.until,
      note: 'Đang đợi một lượt nạp khác cùng loại xong.',
    };
  if (isConnectionFault(error)) return undefined;
  const note = error instanceof ShownError ? error.message : 'Lỗi hệ thống, hãy báo người vận hành xem nhật ký.';
  return { state: 'failed', endedAt: now, note: note.slice(0, 500) };
};

/** Works on a claimed file; `hold` changes its row while the claim lasts. */
const takeIn = async (
  { clock, imports, longFiles, uploads }: WorkerParts,
  row: UploadRow,
  { hold, leaving }: { hold: (set: Set) => Promise<unknown>; leaving: AbortSignal },
): Promise<Set> => {
  const importer: Importer | undefined = imports.kinds().find(({ kind }) => kind === row.kind);
  if (!importer) throw new NotFoundError('Loại dữ liệu này không còn trong hệ thống.');
  const enough = new AbortController();
  let seen: ImportProgress | undefined;
  let cancelled = row.cancelAsked;
  let busy = false;
  const beat = async (): Promise<void> => {
    const leaseUntil = new Date(clock.now().getTime() + LEASE);
    await hold({ leaseUntil, ...(seen && { ...countsOf(seen), position: seen.position }) });
    const now = await uploads.one({ id: row.id }, { columns: ['cancelAsked', 'worker'] });
    cancelled ||= Boolean(now?.cancelAsked);
    if (now?.worker !== row.worker || cancelled || leaving.aborted) enough.abort();
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void beat()
      .catch(() => undefined)
      .finally(() => (busy = false));
  }, BEAT);
  try {
    const { counts, state } = await imports.run(importer, {
      source: sourceOf(longFiles, row),
      rejects: {
        cut: (length) => longFiles.cut(row.refusedId, length),
        append: (text) => longFiles.append(row.refusedId, text),
      },
      dryRun: row.dryRun,
      resume: row.startedAt !== null,
      signal: AbortSignal.any([enough.signal, leaving]),
      onProgress: (progress) => (seen = progress),
    });
    const result = { ...countsOf(counts), position: state === 'done' ? row.size : (seen?.position ?? 0), note: null };
    if (state === 'done') return { ...result, state, endedAt: clock.now() };
    if (cancelled) return { ...result, state: 'stopped', endedAt: clock.now() };
    return { ...result, state: 'waiting', worker: '', leaseUntil: clock.now() };
  } catch (error) {
    // What came before the fault is kept, and counted.
    if (seen && !isConnectionFault(error)) await hold({ ...countsOf(seen), position: seen.position });
    throw error;
  } finally {
    clearInterval(timer);
  }
};

export const createUploadWorker = (parts: WorkerParts): UploadWorker => {
  const { uow, clock, log, uploads } = parts;
  const leaving = new AbortController();
  let going: Promise<void> | undefined;
  let asked = false;

  /** The oldest file that nobody holds, claimed; undefined when there is none. */
  const claim = async (): Promise<UploadRow | undefined> => {
    const free = { state: { [Op.in]: ['waiting', 'running'] }, leaseUntil: { [Op.lte]: clock.now() } };
    const [row] = await uploads.many(free, { order: [['leaseUntil', 'ASC']], limit: 1 });
    if (!row) return undefined;
    const leaseUntil = new Date(clock.now().getTime() + LEASE);
    const set = { state: 'running' as const, worker: newId(), leaseUntil, note: null };
    const { id, state, worker } = row;
    const startedAt = row.startedAt ?? clock.now();
    const mine = await uow.run(() => uploads.change({ ...set, startedAt }, { id, state, worker }));
    return mine === 1 ? { ...row, worker: set.worker } : claim();
  };

  const work = async (row: UploadRow): Promise<void> => {
    const hold = (set: Set): Promise<unknown> =>
      uow.run(() => uploads.change(set, { id: row.id, worker: row.worker, state: 'running' }));
    try {
      await hold(await takeIn(parts, row, { hold, leaving: leaving.signal }));
    } catch (error) {
      if (!(error instanceof ShownError)) log.error({ err: error, upload: row.id }, 'upload was not taken in');
      const set = afterFault(error, clock.now());
      if (set) await hold(set);
    }
  };

  const loop = async (): Promise<void> => {
    while (asked && !leaving.signal.aborted) {
      asked = false;
      for (let row = await claim(); row && !leaving.signal.aborted; row = await claim()) {
        const found = row;
        await runInContext({ requestId: row.id, ip: '', actor: actorOf(row) }, () => work(found));
      }
    }
  };

  return {
    wake: () => {
      asked = true;
      going ??= loop()
        .catch((error: unknown) => log.error({ err: error }, 'uploads were not looked at'))
        .finally(() => (going = undefined));
    },
    stop: async () => {
      leaving.abort();
      await going;
    },
  };
};
