import { Op } from 'sequelize';
import type { ModuleContext } from '../../core/module.js';
import type { Tables } from './tables.js';

/** Removes files so that a crash between the commit and the disk leaves none behind. */
export const doomedFilesOf = (ctx: ModuleContext, { doomed }: Tables) => ({
  /** In the unit of work at hand: the files are to be removed, right after it or by the job. */
  doom: (fileIds: readonly string[]): Promise<void> =>
    doomed.insertMany(fileIds.map((fileId) => ({ fileId, since: ctx.clock.now() }))),

  /** After the commit. */
  removeFiles: async (fileIds: readonly string[]): Promise<void> => {
    for (const fileId of fileIds) await ctx.vault.remove(fileId);
    if (fileIds.length) await ctx.uow.run(() => doomed.remove({ fileId: { [Op.in]: [...fileIds] } }));
  },
});
