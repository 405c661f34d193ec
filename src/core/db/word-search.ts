import { clause, type Clause } from './clause.js';
import type { Database } from './connection.js';

/** A table with one row for each word of a thing, indexed by word and moment, and by the thing. Names of the database. */
export interface WordIndex {
  readonly table: string;
  /** Its column with the id of the thing, and that with the moment by which lists go. */
  readonly owner: string;
  readonly at: string;
  /** The id of the thing in the statement of the list: `d.id`. */
  readonly row: string;
}

/** How things that have all of the typed words are found. */
export interface WordSearch {
  /** The conditions that a row has every word. */
  readonly all: readonly Clause[];
  /** So few have one of the words that all of them are read; `others` are the conditions for the rest. */
  readonly rare?: { readonly span: Clause; readonly others: readonly Clause[] };
  /** Of common words the least common one: its rows `w` are read from the newest on, until the page is full. */
  readonly leader?: { readonly word: Clause; readonly others: readonly Clause[] };
}

/** Behind every letter and digit of a folded word. */
const AFTER = '\u007f';
/** A word that fewer rows have than this leads the search by itself. */
const RARE = 100;
const STARTS = 'w.word >= ? AND w.word < ?';

/** A typed word among the words that are kept. */
interface Spread {
  readonly typed: string;
  /** Fewer than RARE rows have it. */
  readonly rare: boolean;
  /** The one word that it is the start of, and the moment of its hundredth newest row. */
  readonly only?: { readonly word: string; readonly since: Date };
}

/**
 * A subquery for one value is asked row by row, where EXISTS would be turned into a join of all that have the word. Not
 * `= 1`: of equalities that read alike but for their parameters an engine keeps only one, and words would be forgotten.
 */
const hasWord = ({ table, owner, row }: WordIndex, typed: string): Clause =>
  clause(
    `(SELECT 1 FROM ${table} x WHERE x.${owner} = ${row} AND x.word >= ? AND x.word < ? LIMIT 1) > 0`,
    typed,
    typed + AFTER,
  );

const spreadOf = async (db: Database, { table, at }: WordIndex, typed: string): Promise<Spread> => {
  const span = [typed, typed + AFTER];
  const ends = await db.row<{ first: string | null; last: string | null }>(
    `SELECT (SELECT w.word FROM ${table} w WHERE ${STARTS} ORDER BY w.word LIMIT 1) AS first,
      (SELECT w.word FROM ${table} w WHERE ${STARTS} ORDER BY w.word DESC LIMIT 1) AS last`,
    [...span, ...span],
  );
  const word = ends?.first;
  if (!word) return { typed, rare: true };
  const single = word === ends.last;
  const [where, params] = single ? ['w.word = ?', [word]] : [STARTS, span];
  const order = single ? `ORDER BY w.${at} DESC` : '';
  const nth = await db.row<{ since: Date }>(
    `SELECT w.${at} AS since FROM ${table} w WHERE ${where} ${order} LIMIT 1 OFFSET ${RARE - 1}`,
    params,
  );
  return { typed, rare: !nth, ...(single && nth && { only: { word, since: nth.since } }) };
};

/** Finds by the starts of words without reading more the more rows there are. `typed` are folded words, at least one. */
export const wordSearch = async (db: Database, index: WordIndex, typed: readonly string[]): Promise<WordSearch> => {
  const { table, owner, row } = index;
  const spreads = await Promise.all(typed.map((word) => spreadOf(db, index, word)));
  const but = (led: string): Clause[] => typed.filter((word) => word !== led).map((word) => hasWord(index, word));
  const all = typed.map((word) => hasWord(index, word));
  const rare = spreads.find((spread) => spread.rare);
  if (rare) {
    const ids = `${row} IN (SELECT w.${owner} FROM ${table} w WHERE ${STARTS})`;
    return { all, rare: { span: clause(ids, rare.typed, rare.typed + AFTER), others: but(rare.typed) } };
  }
  const [leader] = spreads.sort((a, b) => Number(a.only?.since ?? Infinity) - Number(b.only?.since ?? Infinity));
  if (!leader?.only) return { all };
  return { all, leader: { word: clause('w.word = ?', leader.only.word), others: but(leader.typed) } };
};
