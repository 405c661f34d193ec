import type { PublicSearch } from '../../core/public-search.js';
import { date } from '../../core/http/format.js';
import { paths, withQuery } from './paths.js';
import { itemOf, type PublicQueries } from './public.queries.js';

/** News and guides in the search of the header. */
export const newsSearch = (queries: PublicQueries): PublicSearch => ({
  title: 'Tin tức và hướng dẫn',
  icon: 'newspaper',
  order: 60,
  all: ({ text }) => withQuery(paths.list, { q: text }),
  find: async ({ folded }, limit) => {
    const { rows } = await queries.withWords(folded.split(' '), undefined, limit);
    return rows.map(itemOf).map(({ title, href, publishedAt }) => ({ title, href, text: date(publishedAt) }));
  },
});
