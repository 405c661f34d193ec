import type { Agencies, Agency } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { AgencyRow } from './agency.model.js';
import { inOrder, isOpenOn, isWithin, nearestFirst, pathTo, withReplaced } from './agency.rules.js';
import { remember } from './memory.js';

interface Tree {
  readonly byCode: ReadonlyMap<string, Agency>;
  readonly pathOf: ReadonlyMap<string, string>;
  readonly receiving: readonly Agency[];
  readonly replaced: readonly Agency[];
}

type Stored = Omit<AgencyRow, 'path' | 'updatedAt'>;

const toAgency = ({ nameFolded: _folded, ...row }: Stored): Agency => ({
  ...row,
  serves: JSON.parse(row.serves) as string[],
  locationApproximate: Boolean(row.locationApproximate),
  receives: Boolean(row.receives),
});

const SQL = `SELECT code, name, short_name AS shortName, name_folded AS nameFolded, level, parent_code AS parentCode,
  province_code AS provinceCode, serves, address, phone, opening_hours AS openingHours, latitude, longitude,
  location_approximate AS locationApproximate, receives, valid_to AS validTo,
  replaced_by AS replacedBy FROM organisation_agency`;

/** Answers about agencies from memory, and what makes it load again. */
export const agencyQueries = (db: Database, clock: Clock, ownCode: string): Agencies & { forget(): void } => {
  const memory = remember(clock, async (): Promise<Tree> => {
    const list = inOrder((await db.rows<Stored>(SQL)).map(toAgency));
    const byCode = new Map(list.map((agency) => [agency.code, agency]));
    return {
      byCode,
      pathOf: new Map(list.map(({ code }) => [code, pathTo(code, byCode)])),
      receiving: list.filter((agency) => agency.receives),
      replaced: list.filter((agency) => agency.replacedBy !== null),
    };
  });
  const receiving = async (provinceCode?: string): Promise<readonly Agency[]> => {
    const today = dayOf(clock.now());
    const all = (await memory.get()).receiving.filter((agency) => isOpenOn(agency, today));
    return provinceCode === undefined ? all : all.filter((agency) => agency.provinceCode === provinceCode);
  };
  return {
    find: async (code) => (await memory.get()).byCode.get(code),
    those: async (codes) => {
      const { byCode } = await memory.get();
      return [...new Set(codes)].flatMap((code) => byCode.get(code) ?? []);
    },
    own: async () => (await memory.get()).byCode.get(ownCode),
    subtree: async (code) => {
      const { byCode, pathOf, replaced } = await memory.get();
      const [own, path] = [byCode.get(code), pathOf.get(code)];
      if (!own || path === undefined) return [];
      if (own.level === 'central') return [...byCode.keys()];
      const below = [...pathOf].filter(([, other]) => isWithin(other, path)).map(([each]) => each);
      return replaced.length > 0 ? withReplaced(below, replaced, dayOf(clock.now())) : below;
    },
    receiving,
    near: async (provinceCode, communeCode) => nearestFirst(await receiving(provinceCode), communeCode),
    forget: memory.forget,
  };
};
