import type { DossierState } from '../src/contracts/registration.js';
import { demoPeople, type DemoPerson } from './people.js';

/** How many dossiers of each state the demo has: 60 in all. */
const DOSSIERS: readonly (readonly [DossierState, number])[] = [
  ['declared', 12],
  ['handed_in', 12],
  ['in_review', 6],
  ['approved', 18],
  ['refused', 7],
  ['expired', 5],
];

/** A person with a dossier; what was declared may differ from what the registry knows. */
export interface CastMember extends DemoPerson {
  readonly citizenId: string;
  readonly phone: string;
  readonly email: string | null;
}

const swapLastDigits = (digits: string): string => `${digits.slice(0, -2)}${digits.at(-1)}${digits.at(-2)}`;

/** What goes wrong at the desk, so that officers see it in the demo: a misread paper, a name without its mark, a wrong number. */
const slips: Partial<Record<DossierState, readonly ((person: CastMember) => CastMember)[]>> = {
  in_review: [
    (person) => ({ ...person, citizenId: swapLastDigits(person.citizenId) }),
    (person) => ({ ...person, fullName: person.fullName.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC') }),
  ],
  handed_in: [(person) => ({ ...person, insuranceNumber: `4879${person.insuranceNumber.slice(4)}` })],
};

const member = (person: DemoPerson, index: number): CastMember => ({
  ...person,
  citizenId: person.citizenId ?? '',
  phone: person.phone ?? `0936${200_000 + index * 97}`,
  email: index % 5 < 2 ? `nguoidan${index + 1}@vidu.example` : null,
});

/** Who declared, by the state of the dossier. The approved ones are those who have an account. */
export const demoCast = (): ReadonlyMap<DossierState, readonly CastMember[]> => {
  const people = demoPeople().slice(3).map(member);
  let next = 0;
  return new Map(
    DOSSIERS.map(([state, count]) => {
      const members = people.slice(next, next + count);
      next += count;
      return [state, members.map((person, index) => slips[state]?.[index]?.(person) ?? person)];
    }),
  );
};
