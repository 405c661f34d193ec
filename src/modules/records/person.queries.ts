import type { Agencies, Agency } from '../../contracts/organisation.js';
import type { Actor } from '../../core/context.js';
import type { Database } from '../../core/db/connection.js';
import type { SqlValue } from '../../core/db/dialect.js';
import { fold } from '../../core/text.js';

/** A person as a search shows him, before his record is opened. */
export interface FoundPerson {
  readonly id: string;
  readonly insuranceNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly address: string;
}

export interface PersonSearch {
  /** 10 digits, or the 12 of the số định danh. */
  readonly number: string;
  readonly name: string;
  /** yyyy-mm-dd, yyyy-mm or yyyy. */
  readonly birthDate: string;
}

/** Reads of people for officers; never outside the places that the officer's agency looks after. */
export interface PersonQueries {
  /** At most `MOST`; by number one at most, by name all of that name and birth date. */
  search(asked: PersonSearch, actor: Actor): Promise<readonly FoundPerson[]>;
  byId(id: string, actor: Actor): Promise<FoundPerson | undefined>;
  byNumber(insuranceNumber: string, actor: Actor): Promise<FoundPerson | undefined>;
}

export const MOST = 25;

interface Clause {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

const FROM = `SELECT id, insurance_number AS insuranceNumber, full_name AS fullName, birth_date AS birthDate, address
  FROM records_participant`;

const among = (column: string, values: readonly string[]): Clause =>
  values.length
    ? { sql: `${column} IN (${values.map(() => '?').join(', ')})`, params: values }
    : { sql: '1 = 0', params: [] };

/**
 * Whom an agency looks after: central all, a local office the communes it serves, a province (or an office that serves a
 * whole province) the people of its provinces and those whose address names none.
 */
const reachOf = (own: Agency | undefined, below: readonly (Agency | undefined)[]): Clause => {
  if (!own) return { sql: '1 = 0', params: [] };
  if (own.level === 'central') return { sql: '1 = 1', params: [] };
  if (own.level === 'local' && own.serves.length > 0) return among('commune_code', own.serves);
  const provinces = [own, ...below].flatMap((agency) => agency?.provinceCode ?? []);
  const { sql, params } = among('province_code', [...new Set(provinces)]);
  return { sql: `(${sql} OR province_code IS NULL)`, params };
};

export const personQueries = (db: Database, agencies: Agencies): PersonQueries => {
  const reach = async ({ attributes }: Actor): Promise<Clause> => {
    const code = attributes['agencyCode'] ?? '';
    const own = code ? await agencies.find(code) : undefined;
    const codes = own ? await agencies.subtree(code) : [];
    return reachOf(own, await Promise.all(codes.map((each) => agencies.find(each))));
  };
  const find = async (condition: string, values: readonly SqlValue[], actor: Actor): Promise<FoundPerson[]> => {
    const { sql, params } = await reach(actor);
    return db.rows<FoundPerson>(`${FROM} WHERE ${condition} AND ${sql} ORDER BY birth_date, id LIMIT ${MOST}`, [
      ...values,
      ...params,
    ]);
  };
  const byNumber = (number: string, actor: Actor) => find('insurance_number = ?', [number], actor);
  return {
    search: ({ number, name, birthDate }, actor) => {
      if (number.length === 12) return find('citizen_id = ?', [number], actor);
      if (number) return byNumber(number, actor);
      return find('name_folded = ? AND birth_date = ?', [fold(name), birthDate], actor);
    },
    byId: async (id, actor) => (await find('id = ?', [id], actor))[0],
    byNumber: async (number, actor) => (await byNumber(number, actor))[0],
  };
};
