import type { Database } from '../../core/db/connection.js';
import type { VisitLineRow, VisitPaperRow, VisitRow } from './visit.model.js';
import type { Costs } from './visit.rules.js';

export type StoredVisit = Omit<VisitRow, 'insuranceNumber'>;
export type StoredLine = Omit<VisitLineRow, 'id' | 'facilityCode' | 'visitCode'>;
/** A line with the visit that it belongs to. */
export type NamedLine = Omit<VisitLineRow, 'id'>;
export type StoredPaper = Omit<VisitPaperRow, 'id' | 'insuranceNumber' | 'year'>;

/** A year in the book: how many visits, and what they came to. */
export interface VisitYear extends Costs {
  readonly year: string;
  readonly visits: number;
  readonly facilities: number;
}

export interface PaperYear {
  readonly year: string;
  readonly papers: number;
}

/** Reads of a person's book of visits; whatever is asked for, it is looked for among the person's own. */
export interface VisitQueries {
  /** Years with visits, the newest first. */
  yearsOf(insuranceNumber: string): Promise<VisitYear[]>;
  /** Years with papers, the newest first. */
  paperYearsOf(insuranceNumber: string): Promise<PaperYear[]>;
  visitsOf(insuranceNumber: string, year: string): Promise<StoredVisit[]>;
  papersOf(insuranceNumber: string, year: string): Promise<StoredPaper[]>;
  latest(insuranceNumber: string): Promise<StoredVisit | undefined>;
  visit(insuranceNumber: string, id: string): Promise<StoredVisit | undefined>;
  linesOf(visit: Pick<StoredVisit, 'facilityCode' | 'code'>): Promise<StoredLine[]>;
  /** Everything, from the first. */
  all(insuranceNumber: string): Promise<StoredVisit[]>;
  allLines(insuranceNumber: string): Promise<NamedLine[]>;
  allPapers(insuranceNumber: string): Promise<StoredPaper[]>;
  papersIn(insuranceNumber: string, visit: Pick<StoredVisit, 'facilityCode' | 'code'>): Promise<StoredPaper[]>;
}

const COSTS = `amount, insurer_paid AS insurerPaid, co_payment AS coPayment, self_paid AS selfPaid,
  other_source AS otherSource`;
const VISITS = `SELECT id, facility_code AS facilityCode, facility_name AS facilityName, code, kind,
  card_number AS cardNumber, admitted_at AS admittedAt, discharged_at AS dischargedAt, year, icd10, diagnosis,
  other_diagnoses AS otherDiagnoses, department, discharge, outcome, follow_up_on AS followUpOn, ${COSTS},
  updated_on AS updatedOn FROM records_visit WHERE insurance_number = ?`;
const YEARS = `SELECT year, COUNT(*) AS visits, COUNT(DISTINCT facility_code) AS facilities, SUM(amount) AS amount,
  SUM(insurer_paid) AS insurerPaid, SUM(co_payment) AS coPayment, SUM(self_paid) AS selfPaid,
  SUM(other_source) AS otherSource FROM records_visit WHERE insurance_number = ? GROUP BY year ORDER BY year DESC`;
const LINES = `SELECT number, section, item_code AS itemCode, name, unit, quantity, unit_price AS unitPrice, percent,
  ${COSTS} FROM records_visit_line WHERE facility_code = ? AND visit_code = ? ORDER BY number`;
const ALL_LINES = `SELECT l.facility_code AS facilityCode, l.visit_code AS visitCode, l.number, l.section,
  l.item_code AS itemCode, l.name, l.unit, l.quantity, l.unit_price AS unitPrice, l.percent, l.amount,
  l.insurer_paid AS insurerPaid, l.co_payment AS coPayment, l.self_paid AS selfPaid, l.other_source AS otherSource
  FROM records_visit v JOIN records_visit_line l ON l.facility_code = v.facility_code AND l.visit_code = v.code
  WHERE v.insurance_number = ? ORDER BY v.year, v.admitted_at, v.id, l.number`;
const PAPERS = `SELECT facility_code AS facilityCode, facility_name AS facilityName, visit_code AS visitCode, kind,
  serial_number AS serialNumber, issued_on AS issuedOn, from_day AS fromDay, to_day AS toDay, state,
  updated_on AS updatedOn FROM records_visit_paper WHERE insurance_number = ?`;
const LATEST = 'ORDER BY year DESC, admitted_at DESC LIMIT 1';

/** One engine hands sums back as text. */
const inNumbers = (row: VisitYear): VisitYear => ({
  ...row,
  amount: Number(row.amount),
  insurerPaid: Number(row.insurerPaid),
  coPayment: Number(row.coPayment),
  selfPaid: Number(row.selfPaid),
  otherSource: Number(row.otherSource),
});

export const visitQueries = (db: Database): VisitQueries => ({
  yearsOf: async (insuranceNumber) => (await db.rows<VisitYear>(YEARS, [insuranceNumber])).map(inNumbers),
  paperYearsOf: (insuranceNumber) =>
    db.rows<PaperYear>(
      'SELECT year, COUNT(*) AS papers FROM records_visit_paper WHERE insurance_number = ? GROUP BY year ORDER BY year DESC',
      [insuranceNumber],
    ),
  visitsOf: (insuranceNumber, year) =>
    db.rows<StoredVisit>(`${VISITS} AND year = ? ORDER BY admitted_at DESC, id`, [insuranceNumber, year]),
  papersOf: (insuranceNumber, year) =>
    db.rows<StoredPaper>(`${PAPERS} AND year = ? ORDER BY issued_on DESC, id DESC`, [insuranceNumber, year]),
  latest: (insuranceNumber) => db.row<StoredVisit>(`${VISITS} ${LATEST}`, [insuranceNumber]),
  visit: (insuranceNumber, id) => db.row<StoredVisit>(`${VISITS} AND id = ?`, [insuranceNumber, id]),
  linesOf: ({ facilityCode, code }) => db.rows<StoredLine>(LINES, [facilityCode, code]),
  all: (insuranceNumber) => db.rows<StoredVisit>(`${VISITS} ORDER BY year, admitted_at, id`, [insuranceNumber]),
  allLines: (insuranceNumber) => db.rows<NamedLine>(ALL_LINES, [insuranceNumber]),
  allPapers: (insuranceNumber) => db.rows<StoredPaper>(`${PAPERS} ORDER BY year, issued_on, id`, [insuranceNumber]),
  papersIn: (insuranceNumber, { facilityCode, code }) =>
    db.rows<StoredPaper>(`${PAPERS} AND facility_code = ? AND visit_code = ? ORDER BY issued_on, id`, [
      insuranceNumber,
      facilityCode,
      code,
    ]),
});
