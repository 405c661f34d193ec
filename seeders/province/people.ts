import { familyNames, femaleNames, maleNames } from '../data/people.js';
import { inventPerson, type DemoPerson } from '../people.js';
import { random, type Random } from '../random.js';

const SEED = 7_000_003;
/** Places of birth in the CCCD: each serves a million people. */
const PLACES = ['049', '051', '046', '052', '045'];
const MILLION = 1_000_000;

/** More people have no number of their own here. */
export const MOST_PEOPLE = PLACES.length * MILLION;

/** First word of one given name with the last word of another: 20 lists of names would give each to a thousand people. */
const fullName = (sex: DemoPerson['sex'], chance: Random): string => {
  const names = sex === 'female' ? femaleNames : maleNames;
  const middle = chance.pick(names).split(' ')[0] ?? '';
  return `${chance.pick(familyNames)} ${middle} ${chance.pick(names).split(' ').at(-1) ?? ''}`;
};

/** The person with that index and what is left of his own chance: always the same, whoever else is made. */
export const provincePerson = (index: number): { person: DemoPerson; chance: Random } => {
  const chance = random(SEED + index);
  const person = inventPerson(chance, {
    insuranceNumber: String(4_830_000_000 + index * 13),
    citizen: [PLACES[Math.floor(index / MILLION)] ?? '', index % MILLION],
    phone: `03${20_000_000 + index}`,
    household: 1_000 + Math.floor(index / 3),
  });
  return { person: { ...person, fullName: fullName(person.sex, chance) }, chance };
};

/** A key that is the same every time, so that a second run finds its rows. */
export const provinceId = (kind: number, index: number): string =>
  `0${kind}000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
