import type { SqlValue } from './dialect.js';

/** Part of a hand-written statement with the values of its `?`. */
export interface Clause {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export const clause = (sql: string, ...params: SqlValue[]): Clause => ({ sql, params });

/** All of them; true where there is none. */
export const join = (clauses: readonly Clause[]): Clause => ({
  sql: clauses.map(({ sql }) => sql).join(' AND ') || '1 = 1',
  params: clauses.flatMap(({ params }) => params),
});

/** One of these values; false where there is none. */
export const within = (column: string, values: readonly string[]): Clause =>
  values.length ? clause(`${column} IN (${values.map(() => '?').join(', ')})`, ...values) : clause('1 = 0');
