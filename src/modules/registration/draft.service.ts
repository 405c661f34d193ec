import { Op, UniqueConstraintError } from 'sequelize';
import type { PictureKind } from '../../contracts/registration.js';
import { HOUR } from '../../core/clock.js';
import { createDoomedFiles } from '../../core/files/doomed-files.js';
import { newId } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import type { DraftRow } from './draft.model.js';
import { PICTURE_FIELDS } from './form01.schema.js';
import type { Tables } from './tables.js';
import type { GoodFile } from './upload.service.js';

const LIFE = 2 * HOUR;
const BATCH = 200;

/** Keeps good files between two tries of a form, and removes files that nothing names any more. */
export const draftsOf = (ctx: ModuleContext, tables: Tables) => {
  const files = createDoomedFiles(ctx, tables.doomed);
  const { doom } = files;
  const hashOf = (formKey: string): string => ctx.keyedHash('registration.draft', formKey);

  /** Kept files of the form, one a kind; files past their two hours count as gone. */
  const kept = async (formKey: string): Promise<DraftRow[]> => {
    const rows = await tables.drafts.many({ draftHash: hashOf(formKey) });
    return rows.filter(({ expiresAt }) => expiresAt > ctx.clock.now());
  };

  /** Takes the rows of these kinds out and dooms their files; returns the ids of the files. */
  const drop = async (draftHash: string, kinds: readonly PictureKind[]): Promise<string[]> => {
    const old = (await tables.drafts.many({ draftHash })).filter(({ kind }) => kinds.includes(kind));
    if (old.length === 0) return [];
    await tables.drafts.remove({ id: { [Op.in]: old.map(({ id }) => id) } });
    const fileIds = old.map(({ fileId }) => fileId);
    await doom(fileIds);
    return fileIds;
  };

  /** Stores good files until the form is complete; a second one of a kind takes the place of the first. */
  const keep = async (formKey: string, good: readonly GoodFile[]): Promise<void> => {
    if (good.length === 0) return;
    const draftHash = hashOf(formKey);
    const expiresAt = new Date(ctx.clock.now().getTime() + LIFE);
    const fileIds = await files.put(good.map(({ bytes }) => bytes));
    const rows = good.map(({ kind, name, type }, index): DraftRow => {
      return { id: newId(), draftHash, kind, name, type, fileId: fileIds[index] ?? '', expiresAt };
    });
    let replaced: string[] = [];
    try {
      replaced = await ctx.uow.run(async () => {
        const old = await drop(
          draftHash,
          good.map(({ kind }) => kind),
        );
        await tables.drafts.insertMany(rows);
        await files.spare(fileIds);
        return old;
      });
    } catch (error) {
      await files.dropFiles(fileIds, error);
      // The same form sent twice at once: the other sending has kept the files.
      if (!(error instanceof UniqueConstraintError)) throw error;
    }
    await files.removeFiles(replaced);
  };

  const isStale = () => ({ expiresAt: { [Op.lte]: ctx.clock.now() } });

  /** Removes drafts whose two hours are over, and files left behind by a crash; says how many files went. */
  const sweep = async (): Promise<number> => {
    const stale = await tables.drafts.many(isStale(), { limit: BATCH });
    for (const { draftHash } of stale) await ctx.uow.run(() => drop(draftHash, PICTURE_FIELDS));
    return files.sweep(BATCH);
  };

  /** How many files wait for that. */
  const due = async (): Promise<number> => (await tables.drafts.count(isStale())) + (await files.due());

  /** In the unit of work at hand: hands the kept files over to a dossier. */
  const take = async (draftHash: string): Promise<DraftRow[]> => {
    const rows = await tables.drafts.many({ draftHash });
    if (rows.length) await tables.drafts.remove({ draftHash });
    const alive = rows.filter(({ expiresAt }) => expiresAt > ctx.clock.now());
    await doom(rows.filter((row) => !alive.includes(row)).map(({ fileId }) => fileId));
    return alive;
  };

  return { ...files, hashOf, kept, keep, drop, take, sweep, due };
};
export type Drafts = ReturnType<typeof draftsOf>;
