import { Op } from 'sequelize';
import { HOUR, type Clock } from '../clock.js';
import { code, instant, primary, type Columns } from '../db/columns.js';
import { isConnectionFault } from '../db/connection.js';
import type { Table } from '../db/table.js';
import type { UnitOfWork } from '../db/unit-of-work.js';
import { newId } from '../ids.js';
import type { Vault } from './vault.js';

/** A file of the vault that no row names, any more or yet; `since` is when it may be removed from disk. */
export interface DoomedFileRow {
  fileId: string;
  since: Date;
}

/** Each module that stores files keeps such a table of its own. */
export const doomedFileColumns = (): Columns => ({ fileId: primary(code(36)), since: instant() });

export interface DoomedFileParts {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** A stored file that no unit of work has named after this long never will be. */
const UNNAMED = HOUR;

/** Stores and removes files so that a crash between the database and the disk leaves none behind. */
export const createDoomedFiles = ({ uow, clock, vault }: DoomedFileParts, doomed: Table<DoomedFileRow>) => {
  const write = (fileIds: readonly string[], pause: number): Promise<void> => {
    const since = new Date(clock.now().getTime() + pause);
    return doomed.insertMany(fileIds.map((fileId) => ({ fileId, since })));
  };

  /** In the unit of work at hand: the files are to be removed, right after it or by the job. */
  const doom = (fileIds: readonly string[]): Promise<void> => write(fileIds, 0);

  /** Stores files for a unit of work that is to come; they are doomed until it spares them. Returns their ids in order. */
  const put = async (contents: readonly Buffer[]): Promise<string[]> => {
    const fileIds = contents.map(() => newId());
    if (fileIds.length) await uow.run(() => write(fileIds, UNNAMED));
    for (const [index, bytes] of contents.entries()) await vault.put(bytes, fileIds[index]);
    return fileIds;
  };

  /** In the unit of work that names the files. */
  const spare = async (fileIds: readonly string[]): Promise<void> => {
    if (fileIds.length) await doomed.remove({ fileId: { [Op.in]: [...fileIds] } });
  };

  /** After the commit. */
  const removeFiles = async (fileIds: readonly string[]): Promise<void> => {
    for (const fileId of fileIds) await vault.remove(fileId);
    if (fileIds.length) await uow.run(() => spare(fileIds));
  };

  /** After the unit failed. Where the connection broke it may be committed all the same: the job will know. */
  const dropFiles = async (fileIds: readonly string[], error: unknown): Promise<void> => {
    if (!isConnectionFault(error)) await removeFiles(fileIds);
  };

  /** Removes up to `limit` files whose time has come; says how many. */
  const sweep = async (limit: number): Promise<number> => {
    const due = await doomed.many({ since: { [Op.lte]: clock.now() } }, { limit });
    await removeFiles(due.map(({ fileId }) => fileId));
    return due.length;
  };

  /** How many files that would be. */
  const due = (): Promise<number> => doomed.count({ since: { [Op.lte]: clock.now() } });

  return { doom, put, spare, removeFiles, dropFiles, sweep, due };
};

export type DoomedFiles = ReturnType<typeof createDoomedFiles>;
