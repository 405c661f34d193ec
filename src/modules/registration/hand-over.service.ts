import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { DraftRow } from './draft.model.js';
import type { Drafts } from './draft.service.js';
import type { GoodFile } from './upload.service.js';

/** A stored file as a picture names it. */
export type KeptFile = Pick<DraftRow, 'kind' | 'name' | 'type' | 'fileId'>;

/** What was sent with a complete form, and the key under which files of earlier tries wait. */
export interface HandOver {
  readonly formKey: string;
  readonly good: readonly GoodFile[];
}

const fileOf = ({ kind, name, type, fileId }: KeptFile): KeptFile => ({ kind, name, type, fileId });

/**
 * Good files of this sending and those kept from earlier ones become pictures: `write` names them in its unit of work.
 * They go to disk first: a unit of work waits for nothing outside the database.
 */
export const handOverOf =
  (uow: UnitOfWork, drafts: Drafts) =>
  async ({ formKey, good }: HandOver, write: (named: readonly KeptFile[]) => Promise<void>): Promise<void> => {
    const draftHash = drafts.hashOf(formKey);
    const fileIds = await drafts.put(good.map(({ bytes }) => bytes));
    const fresh = good.map((file, index) => fileOf({ ...file, fileId: fileIds[index] ?? '' }));
    const kinds = fresh.map(({ kind }) => kind);
    const commit = (): Promise<string[]> =>
      uow.run(async () => {
        const old = await drafts.drop(draftHash, kinds);
        await write([...fresh, ...(await drafts.take(draftHash)).map(fileOf)]);
        await drafts.spare(fileIds);
        return old;
      });
    const replaced = await commit().catch(async (error: unknown) => {
      await drafts.dropFiles(fileIds, error);
      throw error;
    });
    // Nothing that fails from here on may touch the files that were named: they are committed.
    await drafts.removeFiles(replaced);
  };
