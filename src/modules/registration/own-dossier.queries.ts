import type { DossierRow } from './dossier.model.js';
import type { Tables } from './tables.js';

/** Reads for whoever declared: by what only he was given. */
export interface OwnDossierQueries {
  /** By the hash of the secret in the address of the received page. */
  byReceivedHash(hash: string): Promise<DossierRow | undefined>;
  byNumber(number: string): Promise<DossierRow | undefined>;
  /** Refused, and waiting for its correction under this secret. */
  byRepairHash(hash: string): Promise<DossierRow | undefined>;
  /** Corrected under a secret from which this hash follows. */
  byRepairedHash(hash: string): Promise<DossierRow | undefined>;
}

export const ownDossierQueries = ({ dossiers }: Tables): OwnDossierQueries => ({
  byReceivedHash: (receivedHash) => dossiers.one({ receivedHash }),
  byNumber: (number) => dossiers.one({ number }),
  byRepairHash: (repairHash) => dossiers.one({ repairHash, state: 'refused', purgedAt: null }),
  byRepairedHash: (repairedHash) => dossiers.one({ repairedHash, purgedAt: null }),
});
