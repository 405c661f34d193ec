import type { Agencies, Agency } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { AgencyRow } from './agency.model.js';
import { inOrder, isWithin, nearestFirst, pathTo } from './agency.rules.js';
import { remember } from './memory.js';

interface Tree {
  readonly byCode: ReadonlyMap<string, Agency>;
  readonly pathOf: ReadonlyMap<string, string>;
  readonly receiving: readonly Agency[];
}

const toAgency = ({ nameFolded: _folded, ...row }: Omit<AgencyRow, 'path'>): Agency => ({
  ...row,
  serves: JSON.parse(row.serves) as string[],
  locationApproximate: Boolean(row.locationApproximate),
  receives: Boolean(row.receives),
});

const SQL = `SELECT code, name, short_name AS shortName, name_folded AS nameFolded, level, parent_code AS parentCode,
  province_code AS provinceCode, serves, address, phone, opening_hours AS openingHours, latitude, longitude,
  location_approximate AS locationApproximate, receives FROM organisation_agency`;

/** Answers about agencies from memory, and what makes it load again. */
export const agencyQueries = (db: Database, clock: Clock, ownCode: string): Agencies & { forget(): void } => {
  const memory = remember(clock, async (): Promise<Tree> => {
    const list = inOrder((await db.rows<Omit<AgencyRow, 'path'>>(SQL)).map(toAgency));
    const byCode = new Map(list.map((agency) => [agency.code, agency]));
    return {
      byCode,
      pathOf: new Map(list.map(({ code }) => [code, pathTo(code, byCode)])),
      receiving: list.filter((agency) => agency.receives),
    };
  });
  const receiving = async (provinceCode?: string): Promise<readonly Agency[]> => {
    const { receiving: all } = await memory.get();
    return provinceCode === undefined ? all : all.filter((agency) => agency.provinceCode === provinceCode);
  };
  return {
    find: async (code) => (await memory.get()).byCode.get(code),
    own: async () => (await memory.get()).byCode.get(ownCode),
    subtree: async (code) => {
      const { byCode, pathOf } = await memory.get();
      const [own, path] = [byCode.get(code), pathOf.get(code)];
      if (!own || path === undefined) return [];
      if (own.level === 'central') return [...byCode.keys()];
      return [...pathOf].filter(([, other]) => isWithin(other, path)).map(([below]) => below);
    },
    receiving,
    near: async (provinceCode, communeCode) => nearestFirst(await receiving(provinceCode), communeCode),
    forget: memory.forget,
  };
};
