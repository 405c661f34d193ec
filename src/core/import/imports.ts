import type { Audit } from '../audit/audit.js';
import type { Clock } from '../clock.js';
import type { Database } from '../db/connection.js';
import { ShownError } from '../errors.js';
import type { Importer } from './importer.js';
import { createLedger, type ImportCounts, type ImportRun, type Ledger } from './ledger.js';
import { openFile, type Opening } from './opening.js';
import { markOf, NOTHING, readAll, startOf, type ImportOptions, type Run, type StoreLines } from './run.js';
import { repeatedIn, store } from './store.js';

export interface ImportOutcome {
  readonly counts: ImportCounts;
  readonly state: 'done' | 'stopped';
  /** The line from which it went on. */
  readonly resumedAt?: number;
}

/** Takes files in, whichever way they come. */
export interface Imports {
  /** Kinds of files, of all modules; complete once every module is set up. */
  kinds(): readonly Importer[];
  /** Throws ShownError for a file that cannot be read and for a second run of the same kind. */
  run(importer: Importer, options: ImportOptions): Promise<ImportOutcome>;
  /** Runs of all kinds, newest first. */
  latest: Ledger['latest'];
}

const noteOf = (error: unknown): string => (error instanceof ShownError ? error.message : 'Lỗi hệ thống, xem nhật ký.');

export interface ImportParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly importers: readonly Importer[];
}

export const createImports = ({ db, clock, audit, importers }: ImportParts): Imports => {
  const ledger = createLedger({ db, clock, audit });

  const dryRun = async (importer: Importer, options: ImportOptions, opening: Opening): Promise<ImportOutcome> => {
    await options.rejects.cut(0);
    const looked: StoreLines = async (good) => ({ ...NOTHING, repeated: repeatedIn(good, importer.targets) });
    const run: Run = { importer, options, opening, mark: startOf(opening), take: (next) => next(looked) };
    const state = (await readAll(run)) ? 'done' : 'stopped';
    return { counts: run.mark, state };
  };

  const runFor = (found: ImportRun, importer: Importer, options: ImportOptions, opening: Opening): Run => ({
    ...{ importer, options, opening },
    mark: found.position === 0 ? startOf(opening) : markOf(found),
    take: (next) =>
      db.uow.run(async () => {
        const mark = await next(async (good) => {
          const counts = await store(good, importer.targets, db.bulk);
          await importer.follow?.(good.map(({ input }) => input));
          return counts;
        });
        await ledger.advance(found, mark);
        return mark;
      }),
  });

  const fullRun = async (importer: Importer, options: ImportOptions, opening: Opening): Promise<ImportOutcome> => {
    const { source, resume = false, rejects } = options;
    const { name: file, size } = source;
    const fingerprint = await source.fingerprint();
    const found = await ledger.open({ kind: importer.kind, file, size, fingerprint }, resume);
    const run = runFor(found, importer, options, opening);
    try {
      await rejects.cut(run.mark.rejectedLength);
      const state = (await readAll(run)) ? 'done' : 'stopped';
      await ledger.close(found, state, run.mark);
      return { counts: run.mark, state, ...(found.position > 0 && { resumedAt: found.nextLine }) };
    } catch (error) {
      // The fault itself is what the reader must see, even where the database cannot take the note any more.
      await ledger.close(found, 'failed', { ...run.mark, note: noteOf(error) }).catch(() => undefined);
      throw error;
    }
  };

  return {
    kinds: () => importers,
    latest: ledger.latest,
    run: async (importer, options) => {
      const opening = await openFile(options.source, importer);
      return (options.dryRun ? dryRun : fullRun)(importer, options, opening);
    },
  };
};
