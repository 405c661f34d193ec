import { fold } from '../../src/core/text.js';
import type { CollectionAgentRow } from '../../src/modules/lookup/collection-agent.model.js';
import type { EmployerRow } from '../../src/modules/lookup/employer.model.js';
import type { Listing, ListingState } from '../../src/modules/lookup/listing.model.js';
import type { Tables } from '../../src/modules/lookup/tables.js';
import { rowsOf } from '../../src/modules/lookup/word.service.js';
import { localOffices, OFFICE_HOURS } from '../data/agencies.js';
import { demoTrades, employerCommunes } from '../data/lookup-demo.js';
import { familyNames, femaleNames, homes, otherEmployers, streets } from '../data/people.js';
import { random, type Random } from '../random.js';

const SEED = 4811;
const EMPLOYERS = 40;
const AGENTS = 40;
const PROVINCE = '48';
const PROVINCE_NAME = 'thành phố Đà Nẵng';

const agencyOf = (communeCode: string | null): string =>
  localOffices.find(({ serves }) => communeCode !== null && serves.includes(communeCode))?.code ?? '04801';

interface Place {
  readonly communeCode: string | null;
  readonly address: string;
}

const listing = (code: string, name: string, { communeCode, address }: Place, updatedAt: Date): Listing => ({
  code,
  name,
  nameFolded: fold(name),
  provinceCode: PROVINCE,
  communeCode,
  address,
  agencyCode: agencyOf(communeCode),
  phone: '',
  state: 'active',
  validFrom: null,
  validTo: null,
  updatedAt,
});

const two = (value: number): string => String(value).padStart(2, '0');

/** Somewhere in the home with this index. */
const inHome = (index: number, chance: Random): Place & { readonly place: string } => {
  const [communeCode, place] = homes[index % homes.length] ?? ['20242', 'phường Hải Châu'];
  return {
    communeCode,
    place,
    address: `${chance.int(2, 398)} ${chance.pick(streets)}, ${place}, ${PROVINCE_NAME}`,
  };
};

const CODE_LETTERS = 'ABCDEGHKLMNPQRSTUVXY';
const PREFIXES: Readonly<Record<string, string>> = {
  'Hợp tác xã': 'HX',
  'Trường Mầm non': 'HC',
  'Văn phòng công chứng': 'TK',
};

const states: readonly ListingState[] = ['active', 'active', 'active', 'active', 'paused', 'ended'];

const employersOf = (chance: Random, now: Date): EmployerRow[] => {
  const known = otherEmployers.map(({ code, name, workplace }): EmployerRow => {
    const place = { communeCode: employerCommunes[code] ?? null, address: workplace };
    return { ...listing(code, name, place, now), taxCode: `0400${String(100_000 + chance.int(0, 899_999))}` };
  });
  const more = demoTrades.slice(0, EMPLOYERS - known.length).map(([kind, trade], index): EmployerRow => {
    const code = `${PREFIXES[kind] ?? 'DN'}02${two(index + 1)}${CODE_LETTERS[index % CODE_LETTERS.length]}`;
    const state = index < states.length ? 'active' : (states[index % states.length] ?? 'active');
    return {
      ...listing(code, `${kind} ${trade}`, inHome(index, chance), now),
      state,
      validTo: state === 'ended' ? '2025-06-30' : null,
      taxCode: `0401${String(100_000 + chance.int(0, 899_999))}`,
    };
  });
  return [...known, ...more];
};

const agentsOf = (chance: Random, now: Date): CollectionAgentRow[] =>
  Array.from({ length: AGENTS }, (_, index): CollectionAgentRow => {
    const home = inHome(index, chance);
    const kind = index < homes.length ? 'agent' : 'point';
    const round = Math.floor(index / homes.length);
    const words = kind === 'agent' ? `Đại lý thu ${home.place}` : `Điểm thu tổ dân phố ${round * 7}, ${home.place}`;
    const [latitude, longitude] = localOffices.find(({ serves }) => serves.includes(home.communeCode ?? ''))?.point ?? [
      16.054, 108.202,
    ];
    return {
      ...listing(`${kind === 'agent' ? 'DL' : 'DT'}-48-${two(index + 1)}`, words, home, now),
      phone: `0236 3999 ${String(100 + index * 7)}`,
      kind,
      contactPerson: `${chance.pick(familyNames)} ${chance.pick(femaleNames)}`,
      openingHours: kind === 'agent' ? OFFICE_HOURS : 'Thứ Bảy, 8:00-11:00',
      latitude: Number((latitude + (chance.next() - 0.5) / 100).toFixed(4)),
      longitude: Number((longitude + (chance.next() - 0.5) / 100).toFixed(4)),
      locationApproximate: true,
    };
  });

/** 40 employers, those of the demo's careers among them, and 40 places where contributions are paid, all in Đà Nẵng. */
export const seedDemoLookup = async (
  { employers, agents, words }: Pick<Tables, 'employers' | 'agents' | 'words'>,
  now: Date,
): Promise<void> => {
  const chance = random(SEED);
  const [units, places] = [employersOf(chance, now), agentsOf(chance, now)];
  await employers.insertMany(units);
  await agents.insertMany(places);
  await words.insertMany(units.flatMap((row) => rowsOf('employer', row)));
  await words.insertMany(places.flatMap((row) => rowsOf('agent', row)));
};
