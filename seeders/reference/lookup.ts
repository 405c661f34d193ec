import { fold } from '../../src/core/text.js';
import type { FacilityRow } from '../../src/modules/lookup/facility.model.js';
import type { Tables } from '../../src/modules/lookup/tables.js';
import { rowsOf } from '../../src/modules/lookup/word.service.js';
import { facilitySeeds, type FacilitySeed } from '../data/facilities.js';

const facility = (provinceCode: string, seed: FacilitySeed, updatedAt: Date): FacilityRow => {
  const [code, name, address, communeCode, [latitude, longitude], tier, grade, takesRegistration] = seed;
  return {
    code,
    name,
    nameFolded: fold(name),
    provinceCode,
    communeCode,
    address,
    agencyCode: `0${provinceCode}01`,
    phone: '',
    state: 'active',
    validFrom: null,
    validTo: null,
    updatedAt,
    openingHours: 'Cấp cứu 24 giờ',
    latitude,
    longitude,
    locationApproximate: true,
    tier,
    grade,
    signsContract: true,
    issuesSickLeave: true,
    takesRegistration,
  };
};

/** The facilities whose codes are known. May run again: rows that are there, changed or not, stay. */
export const seedLookup = async (
  { facilities, words }: Pick<Tables, 'facilities' | 'words'>,
  now: Date,
): Promise<void> => {
  const rows = Object.entries(facilitySeeds).flatMap(([province, seeds]) =>
    seeds.map((seed) => facility(province, seed, now)),
  );
  const known = new Set((await facilities.many({}, { columns: ['code'] })).map(({ code }) => code));
  const fresh = rows.filter(({ code }) => !known.has(code));
  await facilities.insertMany(fresh);
  await words.insertMany(fresh.flatMap((row) => rowsOf('facility', row)));
};
