import { Op } from 'sequelize';
import type { DossierRow } from './dossier.model.js';
import type { Tables } from './tables.js';

/** Reads for officers who print the form of a dossier. */
export interface AssistQueries {
  /** A declaration of these agencies whose data is still there. */
  printable(id: string, agencies: readonly string[]): Promise<DossierRow | undefined>;
}

export const assistQueries = ({ dossiers }: Tables): AssistQueries => ({
  printable: (id, agencies) =>
    dossiers.one({ id, kind: 'new', purgedAt: null, agencyCode: { [Op.in]: [...agencies] } }),
});
