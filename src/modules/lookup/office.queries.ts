import type { Agencies, Agency } from '../../contracts/organisation.js';
import type { CatalogFilter } from './catalog.rules.js';
import { fitOf, wantedIn } from './word.rules.js';

const PAGE = 20;

export interface OfficePage {
  readonly rows: readonly Agency[];
  readonly at: number;
  readonly count: number;
  readonly next?: string;
  readonly previous?: string;
}

/** Which page: behind an agency, or before one. */
export interface OfficePlace {
  readonly after: string;
  readonly before: string;
}

/** A commune has the agencies that serve it, and above them those for the whole province. */
const inCommune = ({ level, serves }: Agency, commune: string): boolean =>
  serves.includes(commune) || level === 'province' || serves.length === 0;

/** The agencies are few and in memory: what fits is picked there, with the marks as typed first. */
export const createOfficeQueries = (agencies: Agencies) => {
  const all = async ({ province, commune, name }: CatalogFilter): Promise<readonly Agency[]> => {
    const near = commune ? await agencies.near(province, commune) : await agencies.receiving(province || undefined);
    const wanted = wantedIn(name);
    const found = near
      .filter((agency) => !commune || inCommune(agency, commune))
      .map((agency) => ({ agency, fit: fitOf(`${agency.name} ${agency.shortName}`, wanted) }));
    return [2, 1].flatMap((fit) => found.filter((each) => each.fit === fit).map(({ agency }) => agency));
  };

  return {
    all,
    page: async (filter: CatalogFilter, { after, before }: OfficePlace): Promise<OfficePage> => {
      const found = await all(filter);
      const placeOf = (code: string): number => found.findIndex((agency) => agency.code === code);
      const end = before ? placeOf(before) : -1;
      const start = end > 0 ? Math.max(0, end - PAGE) : after ? placeOf(after) + 1 : 0;
      const rows = found.slice(start, start + PAGE);
      const [first, last] = [rows.at(0), rows.at(-1)];
      return {
        rows,
        at: start,
        count: found.length,
        ...(last && start + PAGE < found.length && { next: last.code }),
        ...(first && start > 0 && { previous: first.code }),
      };
    },
  };
};

export type OfficeQueries = ReturnType<typeof createOfficeQueries>;
