import { Op } from 'sequelize';
import type { DossierRow } from './dossier.model.js';
import { isRequest, type RequestKind } from './request.rules.js';
import type { Tables } from './tables.js';

/** A request as its maker may see it. */
export type OwnRequest = Pick<
  DossierRow,
  'id' | 'number' | 'state' | 'agencyCode' | 'declaredAt' | 'decidedAt' | 'reason' | 'changes' | 'purgedAt'
> & { readonly kind: RequestKind };

/** Reads for the holder of an account. */
export interface OwnRequestQueries {
  /** What he asked for, newest first. */
  of(insuranceNumber: string): Promise<OwnRequest[]>;
}

/** One request of each kind is open at a time; of the former ones the newest are shown. */
const SHOWN = 20;

export const ownRequestQueries = ({ dossiers }: Tables): OwnRequestQueries => ({
  of: async (insuranceNumber) => {
    const where = { insuranceNumber, kind: { [Op.in]: ['change', 'stop'] } };
    const rows = await dossiers.many(where, { order: [['declaredAt', 'DESC']], limit: SHOWN });
    return rows.filter(isRequest);
  },
});
