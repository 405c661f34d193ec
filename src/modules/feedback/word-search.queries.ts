import type { Database } from '../../core/db/connection.js';
import { nameWords } from '../../core/text.js';
import { clause, NEWEST_WITH_WORD, type Clause, type Order } from './clause.queries.js';

/** Behind every letter and digit of a folded word. */
const AFTER = '\u007f';
/** A word that fewer cases have than this leads the search by itself. */
const RARE = 100;

const WORDS = 'FROM feedback_word w';
const STARTS = 'w.word >= ? AND w.word < ?';

/** How cases with these words are found. */
export interface WordSearch {
  readonly where: readonly Clause[];
  /** Read in the order of one common word, newest first. */
  readonly led?: { readonly from: string; readonly word: Clause; readonly order: Order };
  /** So few cases have the word that all of them are read, whatever the list. */
  readonly rare?: Clause;
}

interface Spread {
  readonly typed: string;
  readonly rare: boolean;
  /** The one word that it is the start of, and when its hundredth newest case came in. */
  readonly only?: { readonly word: string; readonly since: Date };
}

/** Asked row by row: EXISTS would be turned into a join of all cases that have the word. */
const hasWord = (typed: string): Clause =>
  clause(
    '(SELECT 1 FROM feedback_word x WHERE x.case_id = c.id AND x.word >= ? AND x.word < ? LIMIT 1) > 0',
    typed,
    typed + AFTER,
  );

const spreadOf = async (db: Database, typed: string): Promise<Spread> => {
  const span = [typed, typed + AFTER];
  const ends = await db.row<{ first: string | null; last: string | null }>(
    `SELECT (SELECT w.word ${WORDS} WHERE ${STARTS} ORDER BY w.word LIMIT 1) AS first,
      (SELECT w.word ${WORDS} WHERE ${STARTS} ORDER BY w.word DESC LIMIT 1) AS last`,
    [...span, ...span],
  );
  const word = ends?.first;
  if (!word) return { typed, rare: true };
  const single = word === ends.last;
  const [where, params] = single ? ['w.word = ?', [word]] : [STARTS, span];
  const nth = await db.row<{ since: Date }>(
    `SELECT w.received_at AS since ${WORDS} WHERE ${where} ${single ? 'ORDER BY w.received_at DESC' : ''} LIMIT 1 OFFSET ${RARE - 1}`,
    params,
  );
  return { typed, rare: !nth, ...(single && nth && { only: { word, since: nth.since } }) };
};

/**
 * Never reads more the more cases there are: a rare word gives all of its cases; of common words the least common one
 * gives its newest, one by one, until the page is full.
 */
export const wordSearch = async (db: Database, text: string): Promise<WordSearch> => {
  const typed = nameWords(text);
  const spreads = await Promise.all(typed.map((word) => spreadOf(db, word)));
  const others = (but: string): Clause[] => typed.filter((word) => word !== but).map(hasWord);
  const rare = spreads.find((spread) => spread.rare);
  if (rare) {
    const ids = clause(`c.id IN (SELECT w.case_id ${WORDS} WHERE ${STARTS})`, rare.typed, rare.typed + AFTER);
    return { where: others(rare.typed), rare: ids };
  }
  const [leader] = spreads.sort((a, b) => Number(a.only?.since ?? Infinity) - Number(b.only?.since ?? Infinity));
  if (!leader?.only) return { where: typed.map(hasWord) };
  return {
    where: typed.map(hasWord),
    led: {
      from: `${WORDS} ${db.dialect.joinInOrder} feedback_case c ON c.id = w.case_id`,
      word: clause('w.word = ?', leader.only.word),
      order: NEWEST_WITH_WORD,
    },
  };
};
