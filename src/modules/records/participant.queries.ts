import type { MemberRegistry, RegistryEntry } from '../../contracts/records.js';
import type { Database } from '../../core/db/connection.js';
import { birthText } from './participant.rules.js';

/** A person as the own pages show him. */
export interface Profile {
  readonly insuranceNumber: string;
  readonly citizenId: string | null;
  readonly paperNumber: string | null;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string;
  readonly oldAddress: string | null;
}

const SQL = `SELECT insurance_number AS insuranceNumber, citizen_id AS citizenId, paper_number AS paperNumber,
  full_name AS fullName, birth_date AS birthDate, sex, phone, email, address, old_address AS oldAddress
  FROM records_participant WHERE insurance_number = ?`;

export type ProfileOf = (insuranceNumber: string) => Promise<Profile | undefined>;

/** The person behind an insurance number. */
export const profileOf =
  (db: Database): ProfileOf =>
  (insuranceNumber) =>
    db.row<Profile>(SQL, [insuranceNumber]);

const toEntry = (profile: Profile): RegistryEntry => ({
  insuranceNumber: profile.insuranceNumber,
  fullName: profile.fullName,
  birthDate: birthText(profile.birthDate),
  sex: profile.sex,
  paperNumber: profile.citizenId ?? profile.paperNumber,
  phone: profile.phone,
  address: profile.address,
});

/** The member registry on the local table: what an outside registry would answer, from here. */
export const localRegistry = (profile: ProfileOf): MemberRegistry => ({
  find: async (insuranceNumber) => {
    const found = await profile(insuranceNumber);
    return found && toEntry(found);
  },
});
