import type { Database } from '../../core/db/connection.js';
import type { SqlValue } from '../../core/db/dialect.js';
import type { Catalog, CatalogFilter } from './catalog.rules.js';
import type { Start } from './word.rules.js';

export type Clause = readonly [sql: string, ...params: SqlValue[]];

/** A word that fewer rows have than this leads the search by itself. */
const RARE = 400;

const WORDS = 'FROM lookup_word w';

/** Where a search begins, and what else its rows must have. */
export interface Lead {
  readonly from: string;
  /** Values for the marks in `from`. */
  readonly params: readonly SqlValue[];
  /** Columns of the order: folded name, then code. */
  readonly order: readonly [name: string, code: string];
  readonly where: readonly Clause[];
}

/**
 * A subquery for one value is asked row by row, where EXISTS would be turned into a join of all that have the word. Not
 * `= 1`: of equalities that read alike but for their parameters an engine keeps only one, and words would be forgotten.
 */
const hasWord = ({ kind }: Catalog, { from, to }: Start): Clause => [
  `COALESCE((SELECT 1 FROM lookup_word x WHERE x.kind = '${kind}' AND x.code = d.code AND x.word >= ? AND x.word < ? LIMIT 1), 0) > 0`,
  from,
  to,
];

/** Rows that have all of these words. */
export const hasWords = (catalog: Catalog, starts: readonly Start[]): Clause[] =>
  starts.map((start) => hasWord(catalog, start));

/** Rows that lack at least one of them. */
export const lacksAny = (catalog: Catalog, starts: readonly Start[]): Clause => {
  const all = hasWords(catalog, starts);
  return [`NOT (${all.map(([sql]) => sql).join(' AND ')})`, ...all.flatMap(([, ...params]) => params)];
};

/** A typed word among the names that are kept, within the province where one is asked for. */
interface Spread {
  readonly start: Start;
  readonly rare: boolean;
  /** The one word that it is the start of, and the name up to which the first RARE rows with it go. */
  readonly only?: { readonly word: string; readonly reach: string };
}

const scopeOf = ({ kind }: Catalog, { province }: CatalogFilter): Clause =>
  province ? [`w.kind = '${kind}' AND w.province_code = ?`, province] : [`w.kind = '${kind}'`];

const STARTS = 'w.word >= ? AND w.word < ?';

const spreadOf = async (db: Database, [scope, ...place]: Clause, start: Start): Promise<Spread> => {
  const span = [...place, start.from, start.to];
  const inside = `${WORDS} WHERE ${scope} AND ${STARTS}`;
  const ends = await db.row<{ first: string | null; last: string | null }>(
    `SELECT (SELECT w.word ${inside} ORDER BY w.word LIMIT 1) AS first,
      (SELECT w.word ${inside} ORDER BY w.word DESC LIMIT 1) AS last`,
    [...span, ...span],
  );
  const word = ends?.first;
  if (!word) return { start, rare: true };
  const single = word === ends.last;
  const sql = single
    ? `SELECT w.name ${WORDS} WHERE ${scope} AND w.word = ? ORDER BY w.name, w.code LIMIT 1 OFFSET ${RARE - 1}`
    : `SELECT w.name ${inside} LIMIT 1 OFFSET ${RARE - 1}`;
  const nth = await db.row<{ name: string }>(sql, single ? [...place, word] : span);
  return { start, rare: !nth, ...(single && nth && { only: { word, reach: nth.name } }) };
};

/**
 * How rows with these words are found without reading more the more there are: a rare word gives all of its rows; of
 * words that are common the least common one gives them in the order of their names, until the page is full. A commune
 * or an agency has few rows by itself: they are read by it.
 */
export const leadOf = async (
  db: Database,
  catalog: Catalog,
  { filter, starts }: { filter: CatalogFilter; starts: readonly Start[] },
): Promise<Lead> => {
  const plain: Lead = { from: `FROM ${catalog.table} d`, params: [], order: ['d.name_folded', 'd.code'], where: [] };
  const { province, commune, agency, code } = filter;
  // A list without any condition is read by its names, and says so.
  if (!province && !code && starts.length === 0) return { ...plain, where: [["d.name_folded >= ''"]] };
  if (starts.length === 0 || code) return { ...plain, where: hasWords(catalog, starts) };
  const scope = scopeOf(catalog, filter);
  const [inScope, ...place] = scope;
  const spreads = await Promise.all(starts.map((start) => spreadOf(db, scope, start)));
  const others = (but: Start): Clause[] =>
    hasWords(
      catalog,
      starts.filter((start) => start !== but),
    );
  const rare = spreads.find((spread) => spread.rare);
  if (rare) {
    // Joined in this order, or an engine may look for the few among all names of the province.
    const few = `(SELECT DISTINCT w.code ${WORDS} WHERE ${inScope} AND ${STARTS})`;
    return {
      ...plain,
      from: `FROM ${few} AS few ${db.dialect.joinInOrder} ${catalog.table} d ON d.code = few.code`,
      params: [...place, rare.start.from, rare.start.to],
      where: others(rare.start),
    };
  }
  if (commune || agency) return { ...plain, where: hasWords(catalog, starts) };
  const [leader] = spreads
    .filter(({ only }) => only)
    .sort((a, b) => ((a.only?.reach ?? '') < (b.only?.reach ?? '') ? 1 : -1));
  if (!leader?.only) return { ...plain, where: hasWords(catalog, starts) };
  return {
    from: `${WORDS} ${db.dialect.joinInOrder} ${catalog.table} d ON d.code = w.code`,
    params: [],
    order: ['w.name', 'w.code'],
    where: [[`${inScope} AND w.word = ?`, ...place, leader.only.word], ...others(leader.start)],
  };
};
