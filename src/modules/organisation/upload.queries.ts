import type { Agencies } from '../../contracts/organisation.js';
import type { Actor } from '../../core/context.js';
import { NotFoundError } from '../../core/errors.js';
import { Op } from 'sequelize';
import type { Table } from '../../core/db/table.js';
import type { UploadRow } from './upload.model.js';

/** Rows of one page of the history. */
const PAGE = 20;

export interface UploadPage {
  readonly rows: readonly UploadRow[];
  /** The last one shown, when there are more behind it. */
  readonly next?: string;
}

export interface UploadQueries {
  /** Files of the actor's agency and of those below it, newest first. */
  list(actor: Actor, below: string): Promise<UploadPage>;
  /** One of them; NotFoundError for any other. */
  find(actor: Actor, id: string): Promise<UploadRow>;
}

export const uploadQueries = (uploads: Table<UploadRow>, agencies: Agencies): UploadQueries => {
  const scope = async (actor: Actor): Promise<string[]> => [
    ...(await agencies.subtree(actor.attributes['agencyCode'] ?? '')),
  ];
  return {
    list: async (actor, below) => {
      const agencyCode = { [Op.in]: await scope(actor) };
      const state = { [Op.ne]: 'received' as const };
      const where = { agencyCode, state, ...(below && { id: { [Op.lt]: below } }) };
      const rows = await uploads.many(where, { order: [['id', 'DESC']], limit: PAGE + 1 });
      const shown = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? shown.at(-1) : undefined;
      return { rows: shown, ...(last && { next: last.id }) };
    },
    find: async (actor, id) => {
      const row = await uploads.one({ id });
      if (!row || row.state === 'received' || !(await scope(actor)).includes(row.agencyCode)) throw new NotFoundError();
      return row;
    },
  };
};
