import { Op, UniqueConstraintError } from 'sequelize';
import { HOUR } from '../clock.js';
import { code, id, instant, text, type Columns } from '../db/columns.js';
import type { Table } from '../db/table.js';
import { newId } from '../ids.js';
import { createDoomedFiles, type DoomedFileParts, type DoomedFileRow } from './doomed-files.js';
import type { CheckedFile } from './picture.js';

/** A good file that waits for the rest of its form. Found only by the keyed hash of the form's random key. */
export interface DraftRow<Kind extends string = string> {
  id: string;
  draftHash: string;
  /** The place in the form: one file each. */
  kind: Kind;
  name: string;
  type: CheckedFile['type'];
  fileId: string;
  expiresAt: Date;
}

/** Each module whose forms keep files has such a table of its own. */
export const draftColumns = (): Columns => ({
  id: id(),
  draftHash: code(64),
  kind: code(10),
  name: text(120),
  type: code(20),
  fileId: code(36),
  expiresAt: instant(),
});

export interface DraftParts<Kind extends string> extends DoomedFileParts {
  readonly drafts: Table<DraftRow<Kind>>;
  readonly doomed: Table<DoomedFileRow>;
  hashOf(formKey: string): string;
}

/** A file that has been looked into, with its place in the form. */
type GoodFile<Kind extends string> = CheckedFile & { readonly kind: Kind };

const LIFE = 2 * HOUR;
const BATCH = 200;

/** Keeps good files between two tries of a form, and removes files that nothing names any more. */
export const createDraftFiles = <Kind extends string>(parts: DraftParts<Kind>) => {
  const { drafts, uow, clock, hashOf } = parts;
  const files = createDoomedFiles(parts, parts.doomed);
  const { doom } = files;

  /** Kept files of the form, one a kind; files past their time count as gone. */
  const kept = async (formKey: string): Promise<DraftRow<Kind>[]> => {
    const rows = await drafts.many({ draftHash: hashOf(formKey) });
    return rows.filter(({ expiresAt }) => expiresAt > clock.now());
  };

  /** Takes the rows of these kinds out, of all kinds unless told, and dooms their files; returns the ids of the files. */
  const drop = async (draftHash: string, kinds?: readonly Kind[]): Promise<string[]> => {
    const old = (await drafts.many({ draftHash })).filter(({ kind }) => kinds?.includes(kind) ?? true);
    if (old.length === 0) return [];
    await drafts.remove({ id: { [Op.in]: old.map(({ id }) => id) } });
    const fileIds = old.map(({ fileId }) => fileId);
    await doom(fileIds);
    return fileIds;
  };

  /** Stores good files until the form is complete, or `life` is over; a second one of a kind takes the place of the first. */
  const keep = async (formKey: string, good: readonly GoodFile<Kind>[], life = LIFE): Promise<void> => {
    if (good.length === 0) return;
    const draftHash = hashOf(formKey);
    const expiresAt = new Date(clock.now().getTime() + life);
    const fileIds = await files.put(good.map(({ bytes }) => bytes));
    const rows = good.map(({ kind, name, type }, index): DraftRow<Kind> => {
      return { id: newId(), draftHash, kind, name, type, fileId: fileIds[index] ?? '', expiresAt };
    });
    let replaced: string[] = [];
    try {
      replaced = await uow.run(async () => {
        const old = await drop(
          draftHash,
          good.map(({ kind }) => kind),
        );
        await drafts.insertMany(rows);
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

  const isStale = () => ({ expiresAt: { [Op.lte]: clock.now() } });

  /** Removes drafts whose time is over, and files left behind by a crash; says how many files went. */
  const sweep = async (): Promise<number> => {
    const stale = await drafts.many(isStale(), { limit: BATCH });
    for (const { draftHash } of stale) await uow.run(() => drop(draftHash));
    return files.sweep(BATCH);
  };

  /** How many files wait for that. */
  const due = async (): Promise<number> => (await drafts.count(isStale())) + (await files.due());

  /** In the unit of work at hand: hands the kept files over to what the form became. */
  const take = async (draftHash: string): Promise<DraftRow<Kind>[]> => {
    const rows = await drafts.many({ draftHash });
    if (rows.length) await drafts.remove({ draftHash });
    const alive = rows.filter(({ expiresAt }) => expiresAt > clock.now());
    await doom(rows.filter((row) => !alive.includes(row)).map(({ fileId }) => fileId));
    return alive;
  };

  return { ...files, hashOf, kept, keep, drop, take, sweep, due };
};
export type DraftFiles<Kind extends string = string> = ReturnType<typeof createDraftFiles<Kind>>;
