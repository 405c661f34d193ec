import { fold } from '../../src/core/text.js';
import { indexes, provinceLoad, type ProvinceRows } from '../../src/core/province.js';
import type { CollectionAgentRow } from '../../src/modules/lookup/collection-agent.model.js';
import type { EmployerRow } from '../../src/modules/lookup/employer.model.js';
import type { FacilityRow } from '../../src/modules/lookup/facility.model.js';
import type { Listing } from '../../src/modules/lookup/listing.model.js';
import type { Tables } from '../../src/modules/lookup/tables.js';
import type { Kind } from '../../src/modules/lookup/word.model.js';
import { rowsOf } from '../../src/modules/lookup/word.service.js';
import { OFFICE_HOURS } from '../data/agencies.js';
import { facilityKinds, properWords, unitKinds, unitTrades } from '../data/lookup-province.js';
import { familyNames, homeOf, maleNames, streets } from '../data/people.js';
import { provinceSeats } from '../data/provinces.js';
import { random, type Random } from '../random.js';

const SEED = 9_000_011;
const PROVINCE = '48';
const PROVINCE_CODES = Object.keys(provinceSeats);

/** One employer for so many people: 50,000 of a million; then facilities of the whole country, places of collection. */
const EACH = { employer: 20, facility: 83, agent: 100 } as const satisfies Record<Kind, number>;

/** Codes that neither the demo nor a real list has. */
const codeOf = (prefix: string, serial: number, digits: number): string =>
  prefix + serial.toString(36).toUpperCase().padStart(digits, '0');

const proper = (chance: Random): string =>
  Array.from({ length: chance.int(2, 3) }, () => chance.pick(properWords)).join(' ');

const personal = (chance: Random): string => `${chance.pick(familyNames)} ${chance.pick(maleNames)}`;

const listing = (code: string, name: string, { chance, home, at }: { chance: Random; home: number; at: Date }) => {
  const { communeCode, now } = homeOf(home);
  return {
    ...{ code, name, nameFolded: fold(name), provinceCode: PROVINCE, communeCode },
    address: `${chance.int(2, 998)} ${chance.pick(streets)}, ${now}, thành phố Đà Nẵng`,
    ...{ agencyCode: '04801', phone: '', state: 'active', validFrom: null, validTo: null, updatedAt: at },
  } satisfies Listing;
};

const place = (chance: Random, [latitude, longitude]: readonly [number, number]) => ({
  openingHours: OFFICE_HOURS,
  latitude: Number((latitude + (chance.next() - 0.5) / 5).toFixed(4)),
  longitude: Number((longitude + (chance.next() - 0.5) / 5).toFixed(4)),
  locationApproximate: true,
});

const SEAT = provinceSeats[PROVINCE] ?? [16.054, 108.202];

const employerAt = (serial: number, at: Date): EmployerRow => {
  const chance = random(SEED + serial * 3);
  const own = chance.chance(0.1) ? personal(chance) : proper(chance);
  const name = `${chance.pick(unitKinds)} ${chance.pick(unitTrades)} ${own}`;
  const taxCode = `04${String(20_000_000 + serial)}`;
  return { ...listing(codeOf('XM', serial, 5), name, { chance, home: chance.int(0, 10), at }), taxCode };
};

const facilityAt = (serial: number, at: Date): FacilityRow => {
  const chance = random(SEED + serial * 3 + 1);
  const name = `${chance.pick(facilityKinds)} ${proper(chance)}`;
  const provinceCode = PROVINCE_CODES[serial % PROVINCE_CODES.length] ?? PROVINCE;
  const row = listing(codeOf('P', serial, 4), name, { chance, home: chance.int(0, 10), at });
  const there = provinceCode === PROVINCE ? {} : { provinceCode, communeCode: null, agencyCode: `0${provinceCode}01` };
  return {
    ...row,
    ...there,
    ...place(chance, provinceSeats[provinceCode] ?? SEAT),
    ...{
      tier: 'basic',
      grade: null,
      signsContract: true,
      issuesSickLeave: chance.chance(0.5),
      takesRegistration: true,
    },
  };
};

const agentAt = (serial: number, at: Date): CollectionAgentRow => {
  const chance = random(SEED + serial * 3 + 2);
  const home = chance.int(0, 10);
  const agent = chance.chance(0.2);
  const where = homeOf(home).now;
  const name = agent ? `Đại lý thu ${proper(chance)}, ${where}` : `Điểm thu tổ dân phố ${chance.int(1, 90)}, ${where}`;
  return {
    ...listing(codeOf('XM-', serial, 6), name, { chance, home, at }),
    ...place(chance, SEAT),
    ...{ kind: agent ? 'agent' : 'point', contactPerson: personal(chance) },
  };
};

/** What can be looked up in a province with so many people, and the words by which it is found. */
export const provinceLookup = ({ facilities, employers, agents, words }: Tables, at: Date): ProvinceRows => {
  const serials = (kind: Kind, from: number, to: number): number[] =>
    indexes(from, to)
      .filter((index) => index % EACH[kind] === 0)
      .map((index) => index / EACH[kind]);
  return (from, to) => {
    const units = serials('employer', from, to).map((serial) => employerAt(serial, at));
    const clinics = serials('facility', from, to).map((serial) => facilityAt(serial, at));
    const points = serials('agent', from, to).map((serial) => agentAt(serial, at));
    const found = [
      ...units.flatMap((row) => rowsOf('employer', row)),
      ...clinics.flatMap((row) => rowsOf('facility', row)),
      ...points.flatMap((row) => rowsOf('agent', row)),
    ];
    return [
      provinceLoad(employers, ['code'], units),
      provinceLoad(facilities, ['code'], clinics),
      provinceLoad(agents, ['code'], points),
      provinceLoad(words, ['kind', 'code', 'word'], found),
    ];
  };
};
