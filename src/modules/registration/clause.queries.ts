import type { DossierFilter } from '../../contracts/registration.js';
import { addDays, startOfDay } from '../../core/clock.js';
import type { SqlValue } from '../../core/db/dialect.js';
import { nameWords } from '../../core/text.js';

/** Part of a statement with the values of its `?`. */
export interface Clause {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export const clause = (sql: string, ...params: SqlValue[]): Clause => ({ sql, params });

export const words = (filter: DossierFilter): string[] => (filter.name ? nameWords(filter.name) : []);

/** By what a list goes: newest declared first, or longest waiting first. */
export interface Order {
  readonly at: 'd.declared_at' | 'w.declared_at' | 'd.handed_in_at';
  readonly id: 'd.id' | 'w.dossier_id';
  readonly direction: 'ASC' | 'DESC';
}
export const NEWEST: Order = { at: 'd.declared_at', id: 'd.id', direction: 'DESC' };
export const LONGEST: Order = { at: 'd.handed_in_at', id: 'd.id', direction: 'ASC' };
/** Newest first, in the order in which the words of names are kept. */
export const NEWEST_WITH_WORD: Order = { at: 'w.declared_at', id: 'w.dossier_id', direction: 'DESC' };

export const turned = (order: Order): Order => ({ ...order, direction: order.direction === 'ASC' ? 'DESC' : 'ASC' });

export const orderBy = ({ at, id, direction }: Order): string => `ORDER BY ${at} ${direction}, ${id} ${direction}`;

const dayColumn = (at: Order['at']): string => (at === 'w.declared_at' ? at : 'd.declared_at');

const optional = (value: string | undefined, make: (value: string) => Clause): Clause[] => (value ? [make(value)] : []);

export const conditions = (filter: DossierFilter, { at }: Order): Clause[] => [
  ...optional(filter.number, (value) => clause('d.number = ?', value)),
  ...optional(filter.insuranceNumber, (value) => clause('d.insurance_number = ?', value)),
  ...optional(filter.from, (value) => clause(`${dayColumn(at)} >= ?`, startOfDay(value))),
  ...optional(filter.to, (value) => clause(`${dayColumn(at)} < ?`, startOfDay(addDays(value, 1)))),
  ...optional(filter.assessment, (value) => clause('d.assessment = ?', value)),
  ...optional(filter.state, (value) => clause('d.state = ?', value)),
  ...optional(filter.kind, (value) => clause('d.kind = ?', value)),
];

export const join = (clauses: readonly Clause[]): Clause => ({
  sql: clauses.map(({ sql }) => sql).join(' AND ') || '1 = 1',
  params: clauses.flatMap(({ params }) => params),
});

export const inList = (codes: readonly string[]): Clause =>
  codes.length ? clause(`d.agency_code IN (${codes.map(() => '?').join(', ')})`, ...codes) : clause('1 = 0');

/** The agencies asked for that lie within the officer's own; 'all' where nothing narrows it. */
export const scope = ({ agencies, agencyCode }: DossierFilter): readonly string[] | 'all' => {
  if (!agencyCode) return agencies;
  return agencies === 'all' || agencies.includes(agencyCode) ? [agencyCode] : [];
};

/** A row as a cursor of that order. */
export const encode = (row: { declaredAt: Date; handedInAt: Date | null; id: string }, order: Order): string => {
  const at = order.at === 'd.handed_in_at' ? (row.handedInAt ?? row.declaredAt) : row.declaredAt;
  return Buffer.from(`${at.getTime()}.${row.id}`).toString('base64url');
};

/** Not every instant can be handed to every engine; an invalid one is no number of any year. */
const isStorable = (at: Date): boolean => at.getUTCFullYear() >= 1970 && at.getUTCFullYear() <= 9_999;

/** The place a cursor means; nothing when it is none of ours. */
export const decode = (cursor: string): { at: Date; id: string } | undefined => {
  const [time, id] = Buffer.from(cursor, 'base64url').toString('latin1').split('.');
  const at = new Date(Number(time));
  return id && /^[0-9a-f-]{36}$/.test(id) && isStorable(at) ? { at, id } : undefined;
};

/** Rows behind a cursor in that order; a cursor that is none of ours counts as no cursor. */
export const beyond = (cursor: string | undefined, { at, id, direction }: Order): Clause[] => {
  const place = cursor ? decode(cursor) : undefined;
  const sign = direction === 'ASC' ? '>' : '<';
  return place ? [clause(`(${at} ${sign} ? OR (${at} = ? AND ${id} ${sign} ?))`, place.at, place.at, place.id)] : [];
};
