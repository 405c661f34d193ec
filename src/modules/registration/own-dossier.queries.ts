import type { DossierRow } from './dossier.model.js';
import type { Tables } from './tables.js';

/** Reads for whoever declared: by what only he was given. */
export interface OwnDossierQueries {
  /** By the hash of the secret in the address of the received page. */
  byReceivedHash(hash: string): Promise<DossierRow | undefined>;
  byNumber(number: string): Promise<DossierRow | undefined>;
}

export const ownDossierQueries = ({ dossiers }: Tables): OwnDossierQueries => ({
  byReceivedHash: (receivedHash) => dossiers.one({ receivedHash }),
  byNumber: (number) => dossiers.one({ number }),
});
