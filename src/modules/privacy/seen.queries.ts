import type { Agencies } from '../../contracts/organisation.js';
import type { Journal, JournalFilter } from '../../core/audit/journal.js';
import { pageOfGroups, type Group } from './seen.rules.js';

/** Lines on one page. */
const PAGE = 25;
/** Looks that are read for one page: a dossier with its pictures is opened in a dozen of them. */
const READ = 250;

/** Looks of people who are no officers: whoever was shown a card. */
const OTHERS = ['records.card-checked'];

/** Looks at the data of one person. */
export const looksAt = (person: string): JournalFilter => ({ person, realm: 'officer', orActions: OTHERS });

/** What officers looked at, with the names of their agencies. */
export interface SeenPage {
  readonly groups: readonly Group[];
  readonly agencyNames: ReadonlyMap<string, string>;
  readonly below?: number;
}

export interface SeenQueries {
  /** Looks at the data of this person, newest first, from below a number on. */
  of(person: string, below?: number): Promise<SeenPage>;
}

export const createSeenQueries = (journal: Journal, agencies: Agencies): SeenQueries => ({
  of: async (person, below) => {
    const looks = await journal.list(looksAt(person), { limit: READ, ...(below && { below }) });
    const page = pageOfGroups(looks, PAGE, looks.length < READ);
    const codes = [...new Set(page.groups.map(({ last }) => last.agencyCode))];
    const found = await Promise.all(codes.map((code) => agencies.find(code)));
    return {
      ...page,
      agencyNames: new Map(found.flatMap((agency) => (agency ? [[agency.code, agency.shortName]] : []))),
    };
  },
});
