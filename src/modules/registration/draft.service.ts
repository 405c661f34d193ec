import { Op, UniqueConstraintError } from 'sequelize';
import type { PictureKind } from '../../contracts/registration.js';
import { HOUR } from '../../core/clock.js';
import { newId } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import type { DraftRow } from './draft.model.js';
import { doomedFilesOf } from './doomed-file.service.js';
import { PICTURE_FIELDS } from './form01.schema.js';
import type { Tables } from './tables.js';
import type { GoodFile } from './upload.service.js';

const LIFE = 2 * HOUR;
const BATCH = 200;

/** Keeps good files between two tries of a form, and removes files that nothing names any more. */
export const draftsOf = (ctx: ModuleContext, tables: Tables) => {
  const { doom, removeFiles } = doomedFilesOf(ctx, tables);
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
  const keep = async (formKey: string, files: readonly GoodFile[]): Promise<void> => {
    if (files.length === 0) return;
    const draftHash = hashOf(formKey);
    const expiresAt = new Date(ctx.clock.now().getTime() + LIFE);
    const rows: DraftRow[] = [];
    for (const { kind, name, type, bytes } of files)
      rows.push({ id: newId(), draftHash, kind, name, type, fileId: await ctx.vault.put(bytes), expiresAt });
    try {
      const replaced = await ctx.uow.run(async () => {
        const old = await drop(
          draftHash,
          files.map(({ kind }) => kind),
        );
        await tables.drafts.insertMany(rows);
        return old;
      });
      await removeFiles(replaced);
    } catch (error) {
      for (const { fileId } of rows) await ctx.vault.remove(fileId);
      // The same form sent twice at once: the other sending has kept the files.
      if (!(error instanceof UniqueConstraintError)) throw error;
    }
  };

  /** Removes drafts whose two hours are over, and files left behind by a crash. */
  const sweep = async (): Promise<void> => {
    const stale = await tables.drafts.many(
      { expiresAt: { [Op.lte]: ctx.clock.now() } },
      {
        limit: BATCH,
      },
    );
    for (const { draftHash } of stale) await ctx.uow.run(() => drop(draftHash, PICTURE_FIELDS));
    const doomed = await tables.doomed.many({}, { limit: BATCH });
    await removeFiles(doomed.map(({ fileId }) => fileId));
  };

  /** In the unit of work at hand: hands the kept files over to a dossier. */
  const take = async (draftHash: string): Promise<DraftRow[]> => {
    const rows = await tables.drafts.many({ draftHash });
    if (rows.length) await tables.drafts.remove({ draftHash });
    const alive = rows.filter(({ expiresAt }) => expiresAt > ctx.clock.now());
    await doom(rows.filter((row) => !alive.includes(row)).map(({ fileId }) => fileId));
    return alive;
  };

  return { hashOf, kept, keep, drop, take, doom, removeFiles, sweep };
};
export type Drafts = ReturnType<typeof draftsOf>;
