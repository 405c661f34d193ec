import type { DossierFilter, DossierListRow, DossierPage } from '../../contracts/registration.js';
import type { Database } from '../../core/db/connection.js';
import { LIST_COLUMNS, toListRow, type ListSelection } from './dossier.mapper.js';
import {
  AFTER,
  beyond,
  clause,
  conditions,
  decode,
  encode,
  hasWord,
  inList,
  join,
  LONGEST,
  NEWEST,
  scope,
  turned,
  words,
  type Clause,
  type Order,
} from './clause.queries.js';
import { inWorkList } from './work.queries.js';

/** Up to so many agencies each one is read by its own index and the heads are put together. */
const FEW_AGENCIES = 16;
/** A word that fewer rows have than this leads the search; a commoner one is only checked row by row. */
const RARE = 1_000;

const FROM = 'FROM registration_dossier d';

/** Ids of the dossiers with a rare word of the name; undefined when every word is common. */
const byRareWord = async (db: Database, typed: readonly string[]): Promise<Clause | undefined> => {
  for (const word of typed) {
    const found = await db.row<{ n: number }>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM registration_name_word WHERE word >= ? AND word < ? LIMIT ${RARE}) AS probe`,
      [word, word + AFTER],
    );
    if (Number(found?.n ?? 0) < RARE)
      return clause(
        `d.id IN (SELECT w.dossier_id FROM registration_name_word w WHERE w.word >= ? AND w.word < ?)`,
        word,
        word + AFTER,
      );
  }
  return undefined;
};

/** What waits for an officer is worked off from the longest waiting on; everything else is newest first. */
const orderOf = ({ work }: DossierFilter): Order =>
  work?.list === 'ready' || work?.list === 'overdue' ? LONGEST : NEWEST;

/** Reads of the officers' list: keyset pages, never outside the agencies of the filter. */
export const listQueries = (db: Database) => {
  const read = (
    scoped: readonly string[] | 'all',
    where: readonly Clause[],
    { column, direction }: Order,
    limit: number,
  ): Promise<ListSelection[]> => {
    const order = `ORDER BY d.${column} ${direction}, d.id ${direction} LIMIT ${limit}`;
    if (scoped === 'all' || scoped.length > FEW_AGENCIES) {
      const { sql, params } = join(scoped === 'all' ? where : [inList(scoped), ...where]);
      return db.rows<ListSelection>(`SELECT ${LIST_COLUMNS} ${FROM} WHERE ${sql} ${order}`, params);
    }
    const parts = scoped.map((code) => join([clause('d.agency_code = ?', code), ...where]));
    const union = parts.map(
      ({ sql }, index) => `SELECT * FROM (SELECT ${LIST_COLUMNS} ${FROM} WHERE ${sql} ${order}) AS part${index}`,
    );
    return db.rows<ListSelection>(
      `SELECT * FROM (${union.join(' UNION ALL ')}) AS heads
        ORDER BY ${column === 'declared_at' ? 'declaredAt' : 'handedInAt'} ${direction}, id ${direction} LIMIT ${limit}`,
      parts.flatMap(({ params }) => params),
    );
  };

  const list = async (
    filter: DossierFilter,
    cursor: { after?: string; before?: string; limit: number },
  ): Promise<DossierPage> => {
    const scoped = scope(filter);
    if (scoped.length === 0) return { rows: [] };
    const typed = words(filter);
    const rare = typed.length ? await byRareWord(db, typed) : undefined;
    const order = orderOf(filter);
    const work = filter.work ? [inWorkList(filter.work, scoped)] : [];
    const where = [...(rare ? [rare] : []), ...work, ...conditions(filter), ...typed.map(hasWord)];
    const limit = Math.max(1, Math.min(200, Math.trunc(cursor.limit)));
    const backwards = cursor.before !== undefined && decode(cursor.before) !== undefined;
    const way = backwards ? turned(order) : order;
    const place = beyond(backwards ? cursor.before : cursor.after, way);
    const found = await read(scoped, [...where, ...place], way, limit + 1);
    const more = found.length > limit;
    const rows: DossierListRow[] = found.slice(0, limit).map(toListRow);
    if (backwards) rows.reverse();
    const [first, last] = [rows.at(0), rows.at(-1)];
    const older = backwards ? true : more;
    const newer = backwards ? more : place.length > 0;
    return {
      rows,
      ...(last && older && { next: encode(last, order) }),
      ...(first && newer && { previous: encode(first, order) }),
    };
  };

  return { list };
};
