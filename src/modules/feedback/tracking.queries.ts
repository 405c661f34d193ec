import { isSameHash } from '../../core/keyring.js';
import type { Tables } from './tables.js';

export interface TrackingParts {
  readonly tables: Pick<Tables, 'cases'>;
  keyedHash(purpose: string, value: string): string;
}

/** A case for whoever knows its code and its phone; the same steps whichever of them is wrong. */
export const trackingQueries =
  ({ tables: { cases }, keyedHash }: TrackingParts) =>
  async (code: string, phone: string): Promise<string | undefined> => {
    const row = await cases.one({ code }, { columns: ['id', 'phone'] });
    const hashOf = (value: string): string => keyedHash('feedback.phone', value);
    return isSameHash(hashOf(phone), hashOf(row?.phone ?? '')) ? row?.id : undefined;
  };

export type TrackingQueries = ReturnType<typeof trackingQueries>;
