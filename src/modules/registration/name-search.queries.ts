import type { DossierFilter } from '../../contracts/registration.js';
import type { Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import type { Order } from '../../core/db/keyset.js';
import { wordSearch, type WordIndex } from '../../core/db/word-search.js';
import { NEWEST, NEWEST_WITH_WORD } from './clause.queries.js';

const NAMES: WordIndex = {
  table: 'registration_name_word',
  owner: 'dossier_id',
  at: 'declared_at',
  row: 'd.id',
};

/** Where a search for a name begins, and what else its rows must have. */
export interface NameSearch {
  readonly from: string;
  readonly order: Order;
  readonly where: readonly Clause[];
}

/** Other conditions of the filter may leave fewer rows than any word: the list is then read by them. */
const isNarrow = ({ number, insuranceNumber, state, assessment, work }: DossierFilter): boolean =>
  [number, insuranceNumber, state, assessment, work].some((value) => value !== undefined);

/** How dossiers with these words in their names are found, in the order of the list. */
export const nameSearch = async (
  db: Database,
  typed: readonly string[],
  { filter, order }: { filter: DossierFilter; order: Order },
): Promise<NameSearch> => {
  const plain = { from: 'FROM registration_dossier d', order };
  if (typed.length === 0) return { ...plain, where: [] };
  const { all, rare, leader } = await wordSearch(db, NAMES, typed);
  if (rare) return { ...plain, where: [rare.span, ...rare.others] };
  if (!leader || order !== NEWEST || isNarrow(filter)) return { ...plain, where: all };
  return {
    from: `FROM ${NAMES.table} w ${db.dialect.joinInOrder} registration_dossier d ON d.id = w.dossier_id`,
    order: NEWEST_WITH_WORD,
    where: [leader.word, ...leader.others],
  };
};
