import type { DossierFilter } from '../../contracts/registration.js';
import type { Database } from '../../core/db/connection.js';
import { clause, NEWEST, NEWEST_WITH_WORD, type Clause, type Order } from './clause.queries.js';

/** Behind every letter and digit of a folded word. */
const AFTER = '\u007f';
/** A word that fewer rows have than this leads the search by itself. */
const RARE = 100;

const WORDS = 'FROM registration_name_word w';
const STARTS = 'w.word >= ? AND w.word < ?';

/** Where a search for a name begins, and what else its rows must have. */
export interface NameSearch {
  readonly from: string;
  readonly order: Order;
  readonly where: readonly Clause[];
}

/** A typed word among the names that are kept. */
interface Spread {
  readonly typed: string;
  /** Fewer than RARE rows have it. */
  readonly rare: boolean;
  /** The one word that it is the start of, and when its hundredth newest row was declared. */
  readonly only?: { readonly word: string; readonly since: Date };
}

/**
 * A subquery for one value is asked row by row, where EXISTS would be turned into a join of all that have the word. Not
 * `= 1`: of equalities that read alike but for their parameters an engine keeps only one, and words would be forgotten.
 */
const hasWord = (typed: string): Clause =>
  clause(
    `(SELECT 1 FROM registration_name_word x WHERE x.dossier_id = d.id AND x.word >= ? AND x.word < ? LIMIT 1) > 0`,
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
  const order = single ? 'ORDER BY w.declared_at DESC' : '';
  const nth = await db.row<{ since: Date }>(
    `SELECT w.declared_at AS since ${WORDS} WHERE ${where} ${order} LIMIT 1 OFFSET ${RARE - 1}`,
    params,
  );
  return { typed, rare: !nth, ...(single && nth && { only: { word, since: nth.since } }) };
};

/** Other conditions of the filter may leave fewer rows than any word: the list is then read by them. */
const isNarrow = ({ number, insuranceNumber, state, assessment, work }: DossierFilter): boolean =>
  [number, insuranceNumber, state, assessment, work].some((value) => value !== undefined);

/**
 * How dossiers with these words are found without reading more the more there are: a rare word gives all of its rows;
 * of words that are common the least common one gives its newest, row by row, until the page is full.
 */
export const nameSearch = async (
  db: Database,
  typed: readonly string[],
  { filter, order }: { filter: DossierFilter; order: Order },
): Promise<NameSearch> => {
  const plain = { from: 'FROM registration_dossier d', order };
  if (typed.length === 0) return { ...plain, where: [] };
  const spreads = await Promise.all(typed.map((word) => spreadOf(db, word)));
  const others = (but: string): Clause[] => typed.filter((word) => word !== but).map(hasWord);
  const rare = spreads.find((spread) => spread.rare);
  if (rare) {
    const ids = `d.id IN (SELECT w.dossier_id ${WORDS} WHERE ${STARTS})`;
    return { ...plain, where: [clause(ids, rare.typed, rare.typed + AFTER), ...others(rare.typed)] };
  }
  const [leader] = spreads.sort((a, b) => Number(a.only?.since ?? Infinity) - Number(b.only?.since ?? Infinity));
  if (!leader?.only || order !== NEWEST || isNarrow(filter)) return { ...plain, where: typed.map(hasWord) };
  return {
    from: `${WORDS} ${db.dialect.joinInOrder} registration_dossier d ON d.id = w.dossier_id`,
    order: NEWEST_WITH_WORD,
    where: [clause('w.word = ?', leader.only.word), ...others(leader.typed)],
  };
};
