import type { Database } from '../../core/db/connection.js';
import type { ParticipationRow } from './participation.model.js';
import type { Fund } from './participation.rules.js';

const SQL = `SELECT fund, kind, from_month AS fromMonth, to_month AS toMonth, employer_code AS employerCode,
  employer_name AS employerName, job_title AS jobTitle, position, workplace, wage_for_contribution AS wageForContribution,
  wage, status, lump_summed AS lumpSummed, updated_on AS updatedOn
  FROM records_participation WHERE insurance_number = ?`;

export type StoredParticipation = Omit<ParticipationRow, 'id' | 'insuranceNumber'>;

export interface ParticipationQueries {
  /** The rows of a person in one fund, by first month: the one query of the page. */
  ofFund(insuranceNumber: string, fund: Fund): Promise<StoredParticipation[]>;
  /** Every row of a person, fund by fund, by first month. */
  all(insuranceNumber: string): Promise<StoredParticipation[]>;
}

export const participationQueries = (db: Database): ParticipationQueries => ({
  ofFund: (insuranceNumber, fund) =>
    db.rows<StoredParticipation>(`${SQL} AND fund = ? ORDER BY from_month, id`, [insuranceNumber, fund]),
  all: (insuranceNumber) => db.rows<StoredParticipation>(`${SQL} ORDER BY fund, from_month, id`, [insuranceNumber]),
});
