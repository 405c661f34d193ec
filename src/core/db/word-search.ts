import { clause, type Clause } from './clause.js';
import type { Database } from './connection.js';
import type { Lead } from './list-page.js';

/** A table with one row for each word of a thing, indexed by word and moment, and by the thing. Names of the database. */
export interface WordIndex {
  readonly table: string;
  /** Its column with the id of the thing, and that with the moment by which lists go from the newest on. */
  readonly owner: string;
  readonly at: string;
  /** The table of the things and its name in the statement of the list, where its key is `id`. */
  readonly of: string;
  readonly as: string;
}

/** How things that have all of the typed words are found. */
export interface WordSearch {
  /** The conditions that a row has every word. */
  readonly all: readonly Clause[];
  /** So few have one of the words that all of them are read, in whatever order the list goes. */
  readonly few?: Clause;
  /** From the newest on: the rows of one word, of which those are kept that have the others. */
  readonly leads: readonly Lead[];
}

/** Behind every letter and digit of a folded word. */
const AFTER = '\u007f';
/** A word that fewer rows have than this gives all of them. */
const RARE = 100;
const STARTS = 'w.word >= ? AND w.word < ?';

/** How the beginning of a word is spread over the words that are kept. */
export interface Spread {
  /** Fewer than RARE rows have it. */
  readonly rare: boolean;
  /** The one word that it is the start of. */
  readonly only?: string;
}

/**
 * A subquery for one value is asked row by row, where EXISTS would be turned into a join of all that have the word. Not
 * `= 1`: of equalities that read alike but for their parameters an engine keeps only one, and words would be forgotten.
 */
const hasWord = ({ table, owner }: WordIndex, row: string, typed: string): Clause =>
  clause(
    `(SELECT 1 FROM ${table} x WHERE x.${owner} = ${row} AND x.word >= ? AND x.word < ? LIMIT 1) > 0`,
    typed,
    typed + AFTER,
  );

/** `from` names the table of words `w`, `where` says which of its rows begin so. */
export const spreadOf = async (db: Database, from: string, where: Clause): Promise<Spread> => {
  const inside = `${from} WHERE ${where.sql}`;
  const found = await db.row<{ first: string | null; last: string | null; nth: number | null }>(
    `SELECT (SELECT w.word ${inside} ORDER BY w.word LIMIT 1) AS first,
      (SELECT w.word ${inside} ORDER BY w.word DESC LIMIT 1) AS last,
      (SELECT 1 ${inside} LIMIT 1 OFFSET ${RARE - 1}) AS nth`,
    [...where.params, ...where.params, ...where.params],
  );
  const { first = null, last = null, nth = null } = found ?? {};
  return { rare: nth === null, ...(first !== null && first === last && { only: first }) };
};

/** Finds by the starts of words. `typed` are folded words; without any, every row fits. */
export const wordSearch = async (db: Database, index: WordIndex, typed: readonly string[]): Promise<WordSearch> => {
  const { table, owner, at, of, as } = index;
  const spread = (word: string): Promise<Spread> => spreadOf(db, `FROM ${table} w`, clause(STARTS, word, word + AFTER));
  const spreads = await Promise.all(typed.map(async (word) => ({ typed: word, ...(await spread(word)) })));
  const all = typed.map((word) => hasWord(index, `${as}.id`, word));
  const rare = spreads.find((spread) => spread.rare)?.typed;
  if (rare !== undefined) {
    const ids = `${as}.id IN (SELECT w.${owner} FROM ${table} w WHERE ${STARTS})`;
    return { all, few: clause(ids, rare, rare + AFTER), leads: [] };
  }
  const leads = spreads.flatMap(({ typed: own, only }): Lead[] =>
    only === undefined
      ? []
      : [
          {
            from: `FROM ${table} w`,
            joined: `${db.dialect.joinInOrder} ${of} ${as} ON ${as}.id = w.${owner}`,
            spans: [clause('w.word = ?', only)],
            order: { at: `w.${at}`, id: `w.${owner}`, direction: 'DESC' },
            where: typed.filter((word) => word !== own).map((word) => hasWord(index, `w.${owner}`, word)),
          },
        ],
  );
  return { all, leads };
};
