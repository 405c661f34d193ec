import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../core/errors.js';
import type { DoomedFiles } from '../../core/files/doomed-files.js';
import { checkPicture, type CheckedFile } from '../../core/files/picture.js';
import type { UploadedFile } from '../../core/http/route.js';
import { newId } from '../../core/ids.js';
import { MIN_SIDE, MOST_FILES, nameOf, SENTENCES } from './material.rules.js';
import type { PlanRow } from './plan.model.js';
import type { Tables } from './tables.js';

export interface MaterialParts {
  readonly tables: Pick<Tables, 'materials'>;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly files: DoomedFiles;
}

/** Files of the plans: looked into, written anew where they are pictures, encrypted on disk. */
export interface MaterialService {
  add(plan: PlanRow, file: UploadedFile | undefined, actor: Actor): Promise<void>;
  remove(plan: PlanRow, id: string): Promise<void>;
}

const refuse = (kind: keyof typeof SENTENCES): never => {
  throw new InvalidError([{ field: 'tep', message: SENTENCES[kind] }]);
};

const examined = async (file: UploadedFile | undefined): Promise<CheckedFile> => {
  if (!file) return refuse('none');
  if (file.tooLarge) return refuse('size');
  const found = await checkPicture(file, MIN_SIDE);
  return typeof found === 'string' ? refuse(found) : found;
};

export const createMaterialService = ({ tables, uow, audit, clock, files }: MaterialParts): MaterialService => {
  const { materials } = tables;
  const record = (action: 'news.material-added' | 'news.material-removed', { id, title }: PlanRow, name: string) =>
    audit.record({ action, subject: { kind: 'plan', id, label: title }, details: { name } });
  return {
    add: async (plan, file, actor) => {
      const found = await examined(file);
      if ((await materials.count({ planId: plan.id })) >= MOST_FILES) refuse('many');
      const fileIds = await files.put([found.bytes]);
      const [fileId = ''] = fileIds;
      const name = nameOf(found);
      try {
        await uow.run(async () => {
          await files.spare(fileIds);
          const what = { id: newId(), planId: plan.id, name, type: found.type, size: found.bytes.length, fileId };
          await materials.insert({ ...what, addedAt: clock.now(), addedBy: actor.name });
          await record('news.material-added', plan, name);
        });
      } catch (error) {
        await files.dropFiles(fileIds, error);
        throw error;
      }
    },

    remove: async (plan, id) => {
      const row = await materials.one({ id, planId: plan.id });
      if (!row) throw new NotFoundError('Không có tệp này. Hãy mở lại kế hoạch.');
      await uow.run(async () => {
        if ((await materials.remove({ id })) !== 1) return;
        await files.doom([row.fileId]);
        await record('news.material-removed', plan, row.name);
      });
      await files.removeFiles([row.fileId]);
    },
  };
};
