import type { DossierFilter } from '../../contracts/registration.js';
import { addDays, startOfDay } from '../../core/clock.js';
import { clause, within, type Clause } from '../../core/db/clause.js';
import { FEW_SPANS } from '../../core/db/list-page.js';
import type { Order } from '../../core/db/keyset.js';

export type Scope = readonly string[] | 'all';

/** By what a list goes: newest declared first, or longest waiting first. */
export const NEWEST: Order = { at: 'd.declared_at', id: 'd.id', direction: 'DESC' };
export const LONGEST: Order = { at: 'd.handed_in_at', id: 'd.id', direction: 'ASC' };

const optional = (value: string | undefined, make: (value: string) => Clause): Clause[] => (value ? [make(value)] : []);

/** The span of days asked for, as far as it can be read from the order of a list. */
export const declaredWithin = ({ from, to }: DossierFilter, at: string): Clause[] => [
  ...optional(from, (value) => clause(`${at} >= ?`, startOfDay(value))),
  ...optional(to, (value) => clause(`${at} < ?`, startOfDay(addDays(value, 1)))),
];

/** What a dossier has one of a few values of; each has an index with the agency in front. */
export const MARKS = ['state', 'assessment', 'kind'] as const;
export type Mark = (typeof MARKS)[number];

/** Not by an index: an engine would read the many with one mark for the few that are looked at. */
export const marked = (filter: DossierFilter, but?: Mark): Clause[] =>
  MARKS.filter((mark) => mark !== but).flatMap((mark) =>
    optional(filter[mark], (value) => clause(`COALESCE(d.${mark}, '') = ?`, value)),
  );

export const numbered = ({ number, insuranceNumber }: DossierFilter): Clause[] => [
  ...optional(number, (value) => clause('d.number = ?', value)),
  ...optional(insuranceNumber, (value) => clause('d.insurance_number = ?', value)),
];

/** The agencies asked for that lie within the officer's own; 'all' where nothing narrows it. */
export const scope = ({ agencies, agencyCode }: DossierFilter): Scope => {
  if (!agencyCode) return agencies;
  return agencies === 'all' || agencies.includes(agencyCode) ? [agencyCode] : [];
};

export const inScope = (agencies: Scope): Clause[] => (agencies === 'all' ? [] : [within('d.agency_code', agencies)]);

/** Each agency by itself, so that each gives its rows in order; a large tree as one. */
export const eachAgency = (agencies: Scope, parts = 1): readonly Clause[][] =>
  agencies === 'all' || agencies.length * parts > FEW_SPANS
    ? [inScope(agencies)]
    : agencies.map((code) => [clause('d.agency_code = ?', code)]);
