import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { FieldFault } from '../../core/errors.js';
import type { DraftFiles } from '../../core/files/draft-files.js';
import type { CheckedFile } from '../../core/files/picture.js';
import type { Vault } from '../../core/files/vault.js';
import type { UploadedFile } from '../../core/http/route.js';
import { examineFiles, FILE_FIELDS } from './file.rules.js';

/** What came in with a form: files, and the names of places whose files are crossed out. */
export interface SentFiles {
  readonly files: readonly UploadedFile[];
  readonly crossed: unknown;
}

/** A place for a file in a form, with what waits there. */
export interface FileField {
  readonly name: string;
  readonly label: string;
  readonly kept?: { readonly name: string };
}

export interface KeptFileParts {
  readonly drafts: DraftFiles;
  readonly vault: Vault;
  readonly uow: UnitOfWork;
}

/** Files of forms that wait until the rest of their form is right. */
export const keptFileService = ({ drafts, vault, uow }: KeptFileParts) => ({
  /** Good ones wait under the key of the form; a sentence for each bad one. */
  receive: async (key: string, { files, crossed }: SentFiles, life?: number): Promise<readonly FieldFault[]> => {
    const { good, faults } = await examineFiles(files);
    const gone = FILE_FIELDS.filter((name) => [crossed].flat().includes(name));
    if (gone.length) await drafts.removeFiles(await uow.run(() => drafts.drop(drafts.hashOf(key), gone)));
    await drafts.keep(key, good, life);
    return faults;
  },
  fields: async (key: string): Promise<FileField[]> => {
    const kept = await drafts.kept(key);
    return FILE_FIELDS.map((name, at) => {
      const file = kept.find(({ kind }) => kind === name);
      return { name, label: `Tệp ${at + 1}`, ...(file && { kept: { name: file.name } }) };
    });
  },
  contents: async (key: string): Promise<CheckedFile[]> => {
    const kept = await drafts.kept(key);
    return Promise.all(kept.map(async ({ name, type, fileId }) => ({ name, type, bytes: await vault.get(fileId) })));
  },
  /** What the form became has copies of its own. */
  forget: async (key: string): Promise<void> =>
    drafts.removeFiles(await uow.run(() => drafts.drop(drafts.hashOf(key)))),
});

export type KeptFiles = ReturnType<typeof keptFileService>;
