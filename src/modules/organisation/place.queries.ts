import type { Commune, Places, Province } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import { groupBy, remember } from './memory.js';
import { bareName } from './place.rules.js';

interface Atlas {
  readonly provinces: readonly Province[];
  readonly provinceByCode: ReadonlyMap<string, Province>;
  readonly communesOf: ReadonlyMap<string, readonly Commune[]>;
  readonly communeByCode: ReadonlyMap<string, Commune>;
}

const collator = new Intl.Collator('vi');
const byName = (a: Province, b: Province): number => collator.compare(bareName(a.name), bareName(b.name));
const byCode = <T extends { code: string }>(list: readonly T[]) => new Map(list.map((item) => [item.code, item]));

/** Answers about provinces and communes from memory. */
export const placeQueries = (db: Database, clock: Clock): Places & { forget(): void } => {
  const memory = remember(clock, async (): Promise<Atlas> => {
    const provinces = (await db.rows<Province>('SELECT code, name FROM organisation_province')).sort(byName);
    const communes = await db.rows<Commune>(
      'SELECT code, name, province_code AS provinceCode FROM organisation_commune',
    );
    communes.sort(byName);
    return {
      provinces,
      provinceByCode: byCode(provinces),
      communesOf: groupBy(communes, (commune) => commune.provinceCode),
      communeByCode: byCode(communes),
    };
  });
  return {
    provinces: async () => (await memory.get()).provinces,
    communes: async (provinceCode) => (await memory.get()).communesOf.get(provinceCode) ?? [],
    province: async (code) => (await memory.get()).provinceByCode.get(code),
    commune: async (code) => (await memory.get()).communeByCode.get(code),
    forget: memory.forget,
  };
};
