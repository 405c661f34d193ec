import { dayOf, type Clock } from '../../core/clock.js';
import type { PublicSearch, SearchWords } from '../../core/public-search.js';
import type { CatalogQueries } from './catalog.queries.js';
import { CATALOGS, type CatalogFilter } from './catalog.rules.js';
import { LIST_WORDS, listPath, type ListName } from './list.presenter.js';
import type { OfficeQueries } from './office.queries.js';
import { withQuery } from './paths.js';

export interface SearchParts {
  readonly clock: Clock;
  readonly catalogs: CatalogQueries;
  readonly offices: OfficeQueries;
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly address: string;
}

const FACILITIES = 'cskcb-kcb-bhyt';
const AGENTS = 'diem-thu';

/** A list as the search of the header finds it, in the whole country. */
const searchOf = (
  list: ListName,
  { icon, order }: { icon: string; order: number },
  rows: (words: SearchWords) => Promise<readonly Row[]>,
): PublicSearch => {
  const all = ({ text }: SearchWords): string => withQuery(listPath(list), { tinh: '', ten: text });
  return {
    title: LIST_WORDS[list].short,
    icon,
    order,
    all,
    find: async (words, limit) =>
      (await rows(words)).slice(0, limit).map(({ code, name, address }) => ({
        title: name,
        href: `${withQuery(listPath(list), { tinh: '', ten: name })}#diem-${code}`,
        text: address,
      })),
  };
};

/** Agencies, and the places people go to. */
export const publicSearch = ({ clock, catalogs, offices }: SearchParts): readonly PublicSearch[] => {
  const filterOf = ({ text }: SearchWords): CatalogFilter => ({
    province: '',
    commune: '',
    agency: '',
    code: '',
    name: text,
    today: dayOf(clock.now()),
  });
  const inCatalog =
    (list: typeof FACILITIES | typeof AGENTS) =>
    async (words: SearchWords): Promise<readonly Row[]> =>
      (await catalogs.page(CATALOGS[list], filterOf(words), undefined)).rows;
  return [
    searchOf('co-quan-bhxh', { icon: 'geo-alt', order: 10 }, (words) => offices.all(filterOf(words))),
    searchOf(FACILITIES, { icon: 'hospital', order: 20 }, inCatalog(FACILITIES)),
    searchOf(AGENTS, { icon: 'shop', order: 30 }, inCatalog(AGENTS)),
  ];
};
