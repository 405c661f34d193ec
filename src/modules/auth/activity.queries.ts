import type { Agencies } from '../../contracts/organisation.js';
import type { Journal, JournalRow } from '../../core/audit/journal.js';
import { accountActions } from './activity.rules.js';

/** Lines on one page. */
const PAGE = 20;

export interface ActivityPage {
  readonly rows: readonly JournalRow[];
  readonly agencyNames: ReadonlyMap<string, string>;
  /** Number from below which older lines follow; missing on the last page. */
  readonly below?: number;
}

export interface ActivityQueries {
  /** Sign-ins and changes of this account, newest first, from below a number on. */
  of(insuranceNumber: string, below?: number): Promise<ActivityPage>;
}

export const activityQueries = (journal: Journal, agencies: Agencies): ActivityQueries => ({
  of: async (person, below) => {
    const filter = { person, actions: accountActions };
    const found = await journal.list(filter, { limit: PAGE + 1, ...(below && { below }) });
    const rows = found.slice(0, PAGE);
    const codes = [...new Set(rows.map(({ agencyCode }) => agencyCode).filter(Boolean))];
    const named = await Promise.all(codes.map((code) => agencies.find(code)));
    const last = found.length > PAGE ? rows.at(-1)?.id : undefined;
    return {
      rows,
      agencyNames: new Map(named.flatMap((agency) => (agency ? [[agency.code, agency.shortName]] : []))),
      ...(last && { below: last }),
    };
  },
});
