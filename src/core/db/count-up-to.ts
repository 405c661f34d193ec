import type { Clause } from './clause.js';
import type { Database } from './connection.js';

/** Counting goes no further: nobody tells 1.001 from 5.000, and no page waits for it. */
export const MOST = 1_000;

/** How many rows each of these selections has; MOST + 1 stands for all that are more. */
export const countUpTo = async <Name extends string>(
  db: Database,
  selections: Readonly<Record<Name, Clause>>,
): Promise<Record<Name, number>> => {
  const names = Object.keys(selections) as Name[];
  const counts = names.map(
    (name, at) => `(SELECT COUNT(*) FROM (${selections[name].sql} LIMIT ${MOST + 1}) AS part${at}) AS n${at}`,
  );
  const found = await db.row<Record<string, number>>(
    `SELECT ${counts.join(', ')}`,
    names.flatMap((name) => selections[name].params),
  );
  return Object.fromEntries(names.map((name, at) => [name, Number(found?.[`n${at}`] ?? 0)])) as Record<Name, number>;
};
