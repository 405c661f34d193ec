import type { PictureRow } from './dossier-parts.model.js';
import { CORRECTED } from './repair.rules.js';
import type { Tables } from './tables.js';

/** Reads for the page of a correction. */
export interface RepairQueries {
  /** The pictures of a dossier as they stand. */
  pictures(dossierId: string): Promise<readonly Pick<PictureRow, 'kind' | 'name'>[]>;
  /** When it was last sent again. */
  correctedAt(dossierId: string): Promise<Date | undefined>;
}

export const repairQueries = ({ pictures, history }: Tables): RepairQueries => ({
  pictures: (dossierId) => pictures.many({ dossierId, current: true }, { columns: ['kind', 'name'] }),
  correctedAt: async (dossierId) => {
    const where = { dossierId, title: CORRECTED };
    const [last] = await history.many(where, { columns: ['at'], order: [['id', 'DESC']], limit: 1 });
    return last?.at;
  },
});
