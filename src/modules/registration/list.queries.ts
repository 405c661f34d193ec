import type { DossierFilter, DossierPage } from '../../contracts/registration.js';
import { clause, join } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { listPage, type Cursor, type Lead } from '../../core/db/list-page.js';
import { wordSearch, type WordIndex, type WordSearch } from '../../core/db/word-search.js';
import { nameWords } from '../../core/text.js';
import {
  declaredWithin,
  eachAgency,
  inScope,
  MARKS,
  marked,
  NEWEST,
  numbered,
  scope,
  type Mark,
  type Scope,
} from './clause.queries.js';
import { LIST_COLUMNS, toListRow, type ListSelection } from './dossier.mapper.js';
import { inWorkList, workLead } from './work.queries.js';

const FROM = 'FROM registration_dossier d';

const NAMES: WordIndex = {
  table: 'registration_name_word',
  owner: 'dossier_id',
  at: 'declared_at',
  of: 'registration_dossier',
  as: 'd',
};

/** The whole list, or the part with one mark, from the newest on. */
const newest = (filter: DossierFilter, agencies: Scope, mark?: Mark): Lead => ({
  from: FROM,
  spans: eachAgency(agencies).map((agency) =>
    join([
      ...agency,
      ...(mark ? [clause(`d.${mark} = ?`, filter[mark] ?? '')] : []),
      ...declaredWithin(filter, NEWEST.at),
    ]),
  ),
  order: NEWEST,
  where: marked(filter, mark),
});

/** The ways in which a list can be read; each of them gives the same rows. */
const leadsOf = (filter: DossierFilter, agencies: Scope, { all, few, leads }: WordSearch): Lead[] => {
  const { work } = filter;
  const list = work && workLead(work, agencies);
  const narrow = [...numbered(filter), ...(few ? [few] : [])];
  const rest = [...declaredWithin(filter, NEWEST.at), ...marked(filter), ...all];
  if (narrow.length) {
    const where = [...rest, ...(work ? [inWorkList(work)] : [])];
    const spans = [join([...narrow, ...inScope(agencies)])];
    return [{ from: FROM, spans, order: list?.order ?? NEWEST, where, few: true }];
  }
  if (list) return [{ ...list, where: [...list.where, ...rest] }];
  const words = leads.map((lead) => ({
    ...lead,
    spans: lead.spans.map((span) => join([span, ...declaredWithin(filter, lead.order.at)])),
    where: [...lead.where, ...inScope(agencies), ...marked(filter)],
  }));
  const marks = MARKS.filter((mark) => filter[mark]);
  // A word sees more than the whole list does; a mark may see more than either.
  if (words.length && !marks.length) return words;
  const lists = (marks.length ? marks : [undefined]).map((mark) => newest(filter, agencies, mark));
  return [...words, ...lists.map((list) => ({ ...list, where: [...list.where, ...all] }))];
};

/** Reads of the officers' list: keyset pages, never outside the agencies of the filter. */
export const listQueries = (db: Database) => ({
  list: async (filter: DossierFilter, cursor: Cursor): Promise<DossierPage> => {
    const agencies = scope(filter);
    if (agencies.length === 0) return { rows: [] };
    const words = await wordSearch(db, NAMES, nameWords(filter.name ?? ''));
    const limit = Math.max(1, Math.min(200, Math.trunc(cursor.limit)));
    const reading = { columns: LIST_COLUMNS, leads: leadsOf(filter, agencies, words) };
    const page = await listPage<ListSelection>(db, reading, { ...cursor, limit });
    return { ...page, rows: page.rows.map(toListRow) };
  },
});
