import type { Day } from '../../src/core/clock.js';
import { startOfDay } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import { fold } from '../../src/core/text.js';
import type { ParticipantRow } from '../../src/modules/records/participant.model.js';
import { birthPrecision } from '../../src/modules/records/participant.rules.js';
import { familyNames, femaleNames, homes, maleNames, streets } from '../data/people.js';
import type { Random } from '../random.js';

const CITY = 'thành phố Đà Nẵng';

type Given = Pick<ParticipantRow, 'insuranceNumber' | 'citizenId' | 'fullName' | 'birthDate' | 'sex' | 'phone'> & {
  readonly street: string;
  /** Index in `homes`. */
  readonly home: number;
  readonly household: number;
};

const person = ({ street, home, household, ...given }: Given, today: Day): ParticipantRow => {
  const [communeCode, now, before] = homes[home % homes.length] ?? ['20242', 'phường Hải Châu', 'quận Hải Châu'];
  return {
    ...given,
    id: newId(),
    nameFolded: fold(given.fullName),
    birthPrecision: birthPrecision(given.birthDate),
    paperNumber: null,
    email: null,
    street,
    communeCode,
    provinceCode: '48',
    address: `${street}, ${now}, ${CITY}`,
    oldAddress: `${street}, ${before}, ${CITY}`,
    householdCode: `48${String(household).padStart(8, '0')}`,
    householdRole: '00',
    updatedAt: startOfDay(today),
  };
};

/** People that documents and tests call by name. */
export const namedPeople = (today: Day): ParticipantRow[] => [
  person(
    {
      ...{
        insuranceNumber: '4812345678',
        citizenId: '048085012321',
        fullName: 'Nguyễn Văn An',
        birthDate: '1985-09-04',
      },
      ...{ sex: 'male', phone: '0912345678', street: '25 Nguyễn Chí Thanh', home: 0, household: 1 },
    },
    today,
  ),
  person(
    {
      ...{
        insuranceNumber: '4811223344',
        citizenId: '048190001234',
        fullName: 'Trần Thị Bình',
        birthDate: '1990-05-12',
      },
      ...{ sex: 'female', phone: null, street: '118 Trần Cao Vân', home: 2, household: 2 },
    },
    today,
  ),
  person(
    {
      ...{ insuranceNumber: '4816667778', citizenId: null, fullName: 'Đặng Thị Ngọc Ánh', birthDate: '1958' },
      ...{ sex: 'female', phone: null, street: '7 Hoàng Diệu', home: 1, household: 3 },
    },
    today,
  ),
];

const FEMALE_SHARE = 0.5;
/** Of ten older people one knows only the year of birth. */
const YEAR_ONLY = 0.1;

const two = (value: number): string => String(value).padStart(2, '0');

const inventBirth = (chance: Random): string => {
  const year = chance.int(1958, 2005);
  if (year < 1970 && chance.chance(YEAR_ONLY)) return String(year);
  return `${year}-${two(chance.int(1, 12))}-${two(chance.int(1, 28))}`;
};

/** 048, century and sex, year of birth, six digits. */
const inventCitizenId = (birthDate: string, sex: ParticipantRow['sex'], index: number): string => {
  const digit = (Number(birthDate.slice(0, 4)) >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0);
  return `048${digit}${birthDate.slice(2, 4)}${String(200_000 + index * 37).padStart(6, '0')}`;
};

/** One invented person; `index` keeps numbers and phones apart. */
export const inventPerson = (index: number, today: Day, chance: Random): ParticipantRow => {
  const sex = chance.chance(FEMALE_SHARE) ? 'female' : 'male';
  const birthDate = inventBirth(chance);
  const fullName = `${chance.pick(familyNames)} ${chance.pick(sex === 'female' ? femaleNames : maleNames)}`;
  return person(
    {
      ...{ insuranceNumber: String(4_820_000_000 + index * 7919), fullName, birthDate, sex },
      citizenId: inventCitizenId(birthDate, sex, index),
      phone: chance.chance(0.85) ? `0935${String(100_000 + index * 131).padStart(6, '0')}` : null,
      street: `${chance.int(2, 398)} ${chance.pick(streets)}`,
      home: chance.int(0, homes.length - 1),
      household: 10 + Math.floor(index / 3),
    },
    today,
  );
};
