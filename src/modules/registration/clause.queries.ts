import type { DossierFilter } from '../../contracts/registration.js';
import { addDays, startOfDay } from '../../core/clock.js';
import { clause, within, type Clause } from '../../core/db/clause.js';
import { encode, type Order } from '../../core/db/keyset.js';
import { nameWords } from '../../core/text.js';

export const words = (filter: DossierFilter): string[] => (filter.name ? nameWords(filter.name) : []);

/** By what a list goes: newest declared first, or longest waiting first. */
export const NEWEST: Order = { at: 'd.declared_at', id: 'd.id', direction: 'DESC' };
export const LONGEST: Order = { at: 'd.handed_in_at', id: 'd.id', direction: 'ASC' };
/** Newest first, in the order in which the words of names are kept. */
export const NEWEST_WITH_WORD: Order = { at: 'w.declared_at', id: 'w.dossier_id', direction: 'DESC' };

const optional = (value: string | undefined, make: (value: string) => Clause): Clause[] => (value ? [make(value)] : []);

export const conditions = (filter: DossierFilter, { at }: Order): Clause[] => {
  const declared = at === NEWEST_WITH_WORD.at ? at : NEWEST.at;
  return [
    ...optional(filter.number, (value) => clause('d.number = ?', value)),
    ...optional(filter.insuranceNumber, (value) => clause('d.insurance_number = ?', value)),
    ...optional(filter.from, (value) => clause(`${declared} >= ?`, startOfDay(value))),
    ...optional(filter.to, (value) => clause(`${declared} < ?`, startOfDay(addDays(value, 1)))),
    ...optional(filter.assessment, (value) => clause('d.assessment = ?', value)),
    ...optional(filter.state, (value) => clause('d.state = ?', value)),
    ...optional(filter.kind, (value) => clause('d.kind = ?', value)),
  ];
};

export const inList = (codes: readonly string[]): Clause => within('d.agency_code', codes);

/** The agencies asked for that lie within the officer's own; 'all' where nothing narrows it. */
export const scope = ({ agencies, agencyCode }: DossierFilter): readonly string[] | 'all' => {
  if (!agencyCode) return agencies;
  return agencies === 'all' || agencies.includes(agencyCode) ? [agencyCode] : [];
};

/** A row as a cursor of that order. */
export const cursorOf = (row: { declaredAt: Date; handedInAt: Date | null; id: string }, { at }: Order): string =>
  encode(at === LONGEST.at ? (row.handedInAt ?? row.declaredAt) : row.declaredAt, row.id);
