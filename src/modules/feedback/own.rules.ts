import type { Actor } from '../../core/context.js';
import type { CaseRow } from './case.model.js';

/**
 * Whether a case is this citizen's: sent by his account, or from the phone of his account. A number that a guest typed
 * proves nothing.
 */
export const isSenders = (
  row: Pick<CaseRow, 'insuranceNumber' | 'verified'> & Partial<Pick<CaseRow, 'phone'>>,
  { realm, attributes }: Actor,
  phone?: string,
): boolean => {
  if (realm !== 'citizen') return false;
  if (phone && row.phone === phone) return true;
  return row.verified && row.insuranceNumber !== '' && row.insuranceNumber === attributes['insuranceNumber'];
};
