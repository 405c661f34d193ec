import type { DossierFilter, DossierListRow, DossierPage } from '../../contracts/registration.js';
import { clause, join } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { beyond, decode, orderBy, turned, type Order } from '../../core/db/keyset.js';
import { LIST_COLUMNS, toListRow, type ListSelection } from './dossier.mapper.js';
import { conditions, cursorOf, inList, LONGEST, NEWEST, NEWEST_WITH_WORD, scope, words } from './clause.queries.js';
import { nameSearch, type NameSearch } from './name-search.queries.js';
import { inWorkList } from './work.queries.js';

/** Up to so many agencies each one is read by its own index and the heads are put together. */
const FEW_AGENCIES = 16;

/** What waits for an officer is worked off from the longest waiting on; everything else is newest first. */
const orderOf = ({ work }: DossierFilter): Order =>
  work?.list === 'ready' || work?.list === 'overdue' ? LONGEST : NEWEST;

/** Reads of the officers' list: keyset pages, never outside the agencies of the filter. */
export const listQueries = (db: Database) => {
  const read = (
    scoped: readonly string[] | 'all',
    { from, where, order }: NameSearch,
    limit: number,
  ): Promise<ListSelection[]> => {
    const inOrder = `${orderBy(order)} LIMIT ${limit}`;
    if (scoped === 'all' || scoped.length > FEW_AGENCIES || order.at === NEWEST_WITH_WORD.at) {
      const { sql, params } = join(scoped === 'all' ? where : [inList(scoped), ...where]);
      return db.rows<ListSelection>(`SELECT ${LIST_COLUMNS} ${from} WHERE ${sql} ${inOrder}`, params);
    }
    const parts = scoped.map((code) => join([clause('d.agency_code = ?', code), ...where]));
    const union = parts.map(
      ({ sql }, index) => `SELECT * FROM (SELECT ${LIST_COLUMNS} ${from} WHERE ${sql} ${inOrder}) AS part${index}`,
    );
    const [column, { direction }] = [order.at === LONGEST.at ? 'handedInAt' : 'declaredAt', order];
    return db.rows<ListSelection>(
      `SELECT * FROM (${union.join(' UNION ALL ')}) AS heads
        ORDER BY ${column} ${direction}, id ${direction} LIMIT ${limit}`,
      parts.flatMap(({ params }) => params),
    );
  };

  const list = async (
    filter: DossierFilter,
    cursor: { after?: string; before?: string; limit: number },
  ): Promise<DossierPage> => {
    const scoped = scope(filter);
    if (scoped.length === 0) return { rows: [] };
    const search = await nameSearch(db, words(filter), { filter, order: orderOf(filter) });
    const { order } = search;
    const work = filter.work ? [inWorkList(filter.work, scoped)] : [];
    const where = [...search.where, ...work, ...conditions(filter, order)];
    const limit = Math.max(1, Math.min(200, Math.trunc(cursor.limit)));
    const backwards = cursor.before !== undefined && decode(cursor.before) !== undefined;
    const way = backwards ? turned(order) : order;
    const place = beyond((backwards ? cursor.before : cursor.after) ?? '', way);
    const found = await read(scoped, { ...search, order: way, where: [...where, ...place] }, limit + 1);
    const more = found.length > limit;
    const rows: DossierListRow[] = found.slice(0, limit).map(toListRow);
    if (backwards) rows.reverse();
    const [first, last] = [rows.at(0), rows.at(-1)];
    const older = backwards ? true : more;
    const newer = backwards ? more : place.length > 0;
    return {
      rows,
      ...(last && older && { next: cursorOf(last, order) }),
      ...(first && newer && { previous: cursorOf(first, order) }),
    };
  };

  return { list };
};
