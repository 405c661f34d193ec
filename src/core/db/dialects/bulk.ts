import type { BulkLoad, BulkResult, SqlValue } from '../dialect.js';

/** The parts of an update of `table` from `stage`. */
export interface StageUpdate {
  readonly table: string;
  readonly stage: string;
  readonly on: string;
  readonly differs: string;
  /** The assignments, each column of the table with this in front. */
  set(side: string): string;
}

/** In what the engines differ when a table takes in many rows. */
export interface BulkWords {
  /** Compares so that null equals null. */
  readonly same: string;
  /** Joins in the order written. */
  readonly straight: string;
  /** Begins the removal of a temporary table; must not end the transaction. */
  readonly drop: string;
  update(change: StageUpdate): string;
}

/** One connection in its transaction. */
export interface BulkSession {
  /** Runs a statement and says how many rows it hit. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
  count(sql: string): Promise<number>;
  /** A quicker way than inserts, where there is one. */
  fill?(stage: string, columns: string, rows: BulkLoad['rows']): Promise<void>;
}

const quoted = (name: string): string => `\`${name}\``;

/** Values bound to one statement; the engines take at most 32,766 and 65,535. */
const MOST_VALUES = 10_000;

const insertRows = async (session: BulkSession, into: string, rows: BulkLoad['rows']): Promise<void> => {
  const width = rows[0]?.length ?? 1;
  const most = Math.floor(MOST_VALUES / width);
  const tuple = `(${Array(width).fill('?').join(', ')})`;
  for (let start = 0; start < rows.length; start += most) {
    const some = rows.slice(start, start + most);
    await session.run(`INSERT INTO ${into} VALUES ${Array(some.length).fill(tuple).join(', ')}`, some.flat());
  }
};

/**
 * Lays the rows into a temporary table and brings the real one in line with it: changes what differs, adds what is
 * missing. Not "insert or update on a duplicate key": that would change another person's row where only a second unique
 * column is taken, and could not say what was changed and what was as it is.
 */
export const bulkLoad = async (
  { table, columns, key, compared, stamps, rows }: BulkLoad,
  words: BulkWords,
  session: BulkSession,
): Promise<BulkResult> => {
  if (rows.length === 0) return { added: 0, changed: 0 };
  const [real, stage] = [quoted(table), quoted(`${table}_stage`)];
  const list = columns.map(quoted).join(', ');
  const pair = (column: string): string => `${real}.${quoted(column)} ${words.same} ${stage}.${quoted(column)}`;
  const on = key.map(pair).join(' AND ');
  await session.run(`${words.drop} IF EXISTS ${stage}`);
  await session.run(`CREATE TEMPORARY TABLE ${stage} AS SELECT ${list} FROM ${real} LIMIT 0`);
  if (session.fill) await session.fill(stage, list, rows);
  else await insertRows(session, `${stage} (${list})`, rows);
  const there = await session.count(`SELECT COUNT(*) AS n FROM ${stage} ${words.straight} ${real} ON ${on}`);
  let changed = 0;
  if (there > 0) {
    if (compared.length > 0) {
      const set = (side: string): string =>
        [...compared, ...stamps].map((name) => `${side}${quoted(name)} = ${stage}.${quoted(name)}`).join(', ');
      const differs = `NOT (${compared.map(pair).join(' AND ')})`;
      changed = await session.run(words.update({ table: real, stage, on, differs, set }));
    }
    await session.run(`DELETE FROM ${stage} WHERE EXISTS (SELECT 1 FROM ${real} WHERE ${on})`);
  }
  const added = await session.run(`INSERT INTO ${real} (${list}) SELECT ${list} FROM ${stage}`);
  await session.run(`${words.drop} ${stage}`);
  return { added, changed };
};
