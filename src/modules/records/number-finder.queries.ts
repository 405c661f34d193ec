import type { FoundNumber, NumberFinder } from '../../contracts/records.js';
import type { Database } from '../../core/db/connection.js';
import { fold } from '../../core/text.js';
import { birthText } from './participant.rules.js';

const SQL = `SELECT insurance_number AS insuranceNumber, full_name AS fullName, birth_date AS birthDate, phone
  FROM records_participant WHERE name_folded = ? AND birth_date IN (?, ?, ?)`;

/** A record may know only the year, or year and month, of the date that is told. */
const knownAs = (birthDate: string): [string, string, string] => [
  birthDate,
  birthDate.slice(0, 7),
  birthDate.slice(0, 4),
];

/** The own table, asked for an exact folded name and one more thing; nobody is found by less. */
export const numberFinderOf = (db: Database): NumberFinder => ({
  find: async ({ fullName, birthDate, paperNumber, communeCode }) => {
    const [what, ...values] = paperNumber
      ? ['(citizen_id = ? OR paper_number = ?)', paperNumber, paperNumber]
      : ['commune_code = ?', communeCode];
    const params = [fold(fullName), ...knownAs(birthDate), ...values];
    const rows = await db.rows<FoundNumber>(`${SQL} AND ${what} LIMIT 2`, params);
    return rows.map((row) => ({ ...row, birthDate: birthText(row.birthDate) }));
  },
});
