import { familyNames, femaleNames, homes, maleNames, streets } from './data/people.js';
import { random, type Random } from './random.js';

/** An invented person of the demo. Every module that seeds people takes them from here, so that they are the same ones. */
export interface DemoPerson {
  readonly insuranceNumber: string;
  readonly citizenId: string | null;
  readonly fullName: string;
  /** yyyy-mm-dd, or yyyy where only the year is known. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly phone: string | null;
  readonly street: string;
  /** Index in `homes`. */
  readonly home: number;
  readonly household: number;
}

const PEOPLE = 200;
const SEED = 4801;

const named: readonly DemoPerson[] = [
  {
    insuranceNumber: '4812345678',
    citizenId: '048085012321',
    fullName: 'Nguyễn Văn An',
    birthDate: '1985-09-04',
    sex: 'male',
    phone: '0912345678',
    street: '25 Nguyễn Chí Thanh',
    home: 0,
    household: 1,
  },
  {
    insuranceNumber: '4811223344',
    citizenId: '048190001234',
    fullName: 'Trần Thị Bình',
    birthDate: '1990-05-12',
    sex: 'female',
    phone: null,
    street: '118 Trần Cao Vân',
    home: 2,
    household: 2,
  },
  {
    insuranceNumber: '4816667778',
    citizenId: null,
    fullName: 'Đặng Thị Ngọc Ánh',
    birthDate: '1958',
    sex: 'female',
    phone: null,
    street: '7 Hoàng Diệu',
    home: 1,
    household: 3,
  },
];

const FEMALE_SHARE = 0.5;
/** Of ten older people one knows only the year of birth. */
const YEAR_ONLY = 0.1;
const WITH_PHONE = 0.85;

const two = (value: number): string => String(value).padStart(2, '0');

const inventBirth = (chance: Random): string => {
  const year = chance.int(1958, 2005);
  if (year < 1970 && chance.chance(YEAR_ONLY)) return String(year);
  return `${year}-${two(chance.int(1, 12))}-${two(chance.int(1, 28))}`;
};

/** What keeps invented people apart. */
export interface Marks {
  readonly insuranceNumber: string;
  /** Three digits of the place of birth and the last six: the CCCD has century, sex and year of birth in between. */
  readonly citizen: readonly [place: string, serial: number];
  readonly phone: string;
  readonly household: number;
}

const inventCitizenId = (birthDate: string, sex: DemoPerson['sex'], [place, serial]: Marks['citizen']): string => {
  const digit = (Number(birthDate.slice(0, 4)) >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0);
  return `${place}${digit}${birthDate.slice(2, 4)}${String(serial).padStart(6, '0')}`;
};

export const inventPerson = (chance: Random, { insuranceNumber, citizen, phone, household }: Marks): DemoPerson => {
  const sex = chance.chance(FEMALE_SHARE) ? 'female' : 'male';
  const birthDate = inventBirth(chance);
  return {
    insuranceNumber,
    citizenId: inventCitizenId(birthDate, sex, citizen),
    fullName: `${chance.pick(familyNames)} ${chance.pick(sex === 'female' ? femaleNames : maleNames)}`,
    birthDate,
    sex,
    phone: chance.chance(WITH_PHONE) ? phone : null,
    street: `${chance.int(2, 398)} ${chance.pick(streets)}`,
    home: chance.int(0, homes.length - 1),
    household,
  };
};

const demoMarks = (index: number): Marks => ({
  insuranceNumber: String(4_820_000_000 + index * 7919),
  citizen: ['048', 200_000 + index * 37],
  phone: `0935${100_000 + index * 131}`,
  household: 10 + Math.floor(index / 3),
});

/** The 200 people of the demo; those whom documents and tests call by name come first. */
export const demoPeople = (): DemoPerson[] => {
  const chance = random(SEED);
  return [
    ...named,
    ...Array.from({ length: PEOPLE - named.length }, (_, index) => inventPerson(chance, demoMarks(index))),
  ];
};

/** In the registry, and nothing else: shows what an empty record says. */
export const NOBODY = '4816667778';
