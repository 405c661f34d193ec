import { startOfDay, type Day } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import { fold } from '../../src/core/text.js';
import type { ParticipantRow } from '../../src/modules/records/participant.model.js';
import { birthPrecision } from '../../src/modules/records/participant.rules.js';
import { homeOf } from '../data/people.js';
import type { DemoPerson } from '../people.js';

const CITY = 'thành phố Đà Nẵng';

/** A person of the demo as the member registry keeps him. */
export const participantOf = ({ home, household, ...person }: DemoPerson, today: Day): ParticipantRow => {
  const { communeCode, now, before } = homeOf(home);
  return {
    ...person,
    id: newId(),
    nameFolded: fold(person.fullName),
    birthPrecision: birthPrecision(person.birthDate),
    paperNumber: null,
    email: null,
    communeCode,
    provinceCode: '48',
    address: `${person.street}, ${now}, ${CITY}`,
    oldAddress: `${person.street}, ${before}, ${CITY}`,
    householdCode: `48${String(household).padStart(8, '0')}`,
    householdRole: '00',
    updatedAt: startOfDay(today),
  };
};
