import { clause, join, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import type { Lead } from '../../core/db/list-page.js';
import { spreadOf } from '../../core/db/word-search.js';
import type { Catalog, CatalogFilter } from './catalog.rules.js';
import type { Start } from './word.rules.js';

const WORDS = 'FROM lookup_word w';
const STARTS = 'w.word >= ? AND w.word < ?';

const equal = (column: string, value: string): Clause[] => (value ? [clause(`${column} = ?`, value)] : []);

/**
 * A subquery for one value is asked row by row, where EXISTS would be turned into a join of all that have the word. Not
 * `= 1`: of equalities that read alike but for their parameters an engine keeps only one, and words would be forgotten.
 */
const hasWord = ({ kind }: Catalog, row: string, { from, to }: Start): Clause =>
  clause(
    `COALESCE((SELECT 1 FROM lookup_word x WHERE x.kind = '${kind}' AND x.code = ${row} AND x.word >= ? AND x.word < ? LIMIT 1), 0) > 0`,
    from,
    to,
  );

/** Rows that lack at least one of these words. */
export const lacksAny = (catalog: Catalog, starts: readonly Start[]): Clause => {
  const { sql, params } = join(starts.map((start) => hasWord(catalog, 'd.code', start)));
  return { sql: `NOT (${sql})`, params };
};

/** A tax code is told from a code of units by its digits. */
const byCode = (code: string): Clause[] => equal(/^\d{10}/.test(code) ? 'd.tax_code' : 'd.code', code);

/** What a list shows at all. */
const shown = ({ open, only }: Catalog, { today }: CatalogFilter): Clause[] => [
  ...(only ? [clause(only)] : []),
  ...(open ? [clause(`d.state <> 'ended' AND (d.valid_to IS NULL OR d.valid_to >= ?)`, today)] : []),
];

/** What is asked for beside the words. None of it by an index: an engine would read the many of a place for few rows. */
const conditions = (catalog: Catalog, filter: CatalogFilter): Clause[] => {
  const { province, commune, agency, code } = filter;
  return [
    ...equal(`COALESCE(d.province_code, '')`, province),
    ...equal(`COALESCE(d.commune_code, '')`, commune),
    ...equal(`COALESCE(d.agency_code, '')`, agency),
    ...byCode(code),
    ...shown(catalog, filter),
  ];
};

const ofDirectory = ({ table }: Catalog): Pick<Lead, 'from' | 'order'> => ({
  from: `FROM ${table} d`,
  order: { at: 'd.name_folded', id: 'd.code', direction: 'ASC' },
});

/** The list by its names, within the place that is asked for. */
const byName = (catalog: Catalog, filter: CatalogFilter, starts: readonly Start[]): Lead => {
  const { province, commune, agency } = filter;
  const place = [
    ...equal('d.province_code', province),
    ...equal('d.commune_code', commune),
    ...equal('d.agency_code', agency),
  ];
  return {
    ...ofDirectory(catalog),
    // A list without any condition is read by its names, and says so.
    spans: [place.length ? join(place) : clause(`d.name_folded >= ''`)],
    where: [...shown(catalog, filter), ...starts.map((start) => hasWord(catalog, 'd.code', start))],
  };
};

interface Asked {
  readonly filter: CatalogFilter;
  readonly starts: readonly Start[];
}

/** The ways in which rows with these words are found; each of them gives the same rows. */
export const leadsOf = async (db: Database, catalog: Catalog, { filter, starts }: Asked): Promise<Lead[]> => {
  const { kind, table } = catalog;
  const few = conditions(catalog, filter);
  const having = (row: string, but?: Start): Clause[] =>
    starts.filter((start) => start !== but).map((start) => hasWord(catalog, row, start));
  if (filter.code) {
    const spans = [join(byCode(filter.code))];
    return [{ ...ofDirectory(catalog), spans, where: [...few, ...having('d.code')], few: true }];
  }
  const scope = join([clause(`w.kind = '${kind}'`), ...equal('w.province_code', filter.province)]);
  const spreads = await Promise.all(
    starts.map(async (start) => {
      const beginning = join([scope, clause(STARTS, start.from, start.to)]);
      return { start, ...(await spreadOf(db, WORDS, beginning)) };
    }),
  );
  const rare = spreads.find((spread) => spread.rare)?.start;
  if (rare) {
    const ids = `d.code IN (SELECT w.code ${WORDS} WHERE ${scope.sql} AND ${STARTS})`;
    const spans = [clause(ids, ...scope.params, rare.from, rare.to)];
    return [{ ...ofDirectory(catalog), spans, where: [...few, ...having('d.code', rare)], few: true }];
  }
  const words = spreads.flatMap(({ start, only }): Lead[] =>
    only === undefined
      ? []
      : [
          {
            from: WORDS,
            joined: `${db.dialect.joinInOrder} ${table} d ON d.code = w.code`,
            spans: [join([scope, clause('w.word = ?', only)])],
            order: { at: 'w.name', id: 'w.code', direction: 'ASC' },
            where: [...having('w.code', start), ...few],
          },
        ],
  );
  // Of a province a word sees more than all names together; of a commune or an agency it may see less.
  const isSmall = filter.commune !== '' || filter.agency !== '';
  return words.length && !isSmall ? words : [...words, byName(catalog, filter, starts)];
};
