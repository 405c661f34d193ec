import { z } from 'zod';
import type { NavItem } from '../module.js';
import { fitOf, type Found, type PublicSearch, type SearchWords } from '../public-search.js';
import { clean, fold } from '../text.js';
import { access, get, page, type Handler, type Route } from './route.js';

export const SEARCH_PATH = '/tim-kiem';

/** Of each kind; the page of the kind has the rest. */
const OF_EACH = 5;
const LONGEST = 100;
const SHEETS = ['front.css'];

const asked = z.object({
  q: z
    .preprocess((value) => (typeof value === 'string' ? clean(value) : ''), z.string())
    .pipe(z.string().max(LONGEST, `Từ cần tìm dài quá ${LONGEST} ký tự. Hãy viết ngắn lại.`)),
});

/** The pages of the menus, found by their words. */
export const menuSearch = (nav: readonly NavItem[]): PublicSearch => {
  const items = nav.filter(({ area }) => area === 'public' || area === 'footer');
  return {
    title: 'Trang và dịch vụ',
    icon: 'grid-1x2',
    order: 0,
    find: (words, limit) => {
      const found: readonly Found[] = items
        .map(({ label, href }) => ({ title: label, href, fit: fitOf(label, fold(label), words) }))
        .filter(({ fit }) => fit > 0)
        .sort((a, b) => b.fit - a.fit)
        .map(({ title, href }) => ({ title, href }));
      return Promise.resolve(found.slice(0, limit));
    },
  };
};

/** Signs alone are no word. */
const wordsOf = (q: string): SearchWords | undefined => {
  const folded = fold(q)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return folded ? { text: q, folded } : undefined;
};

/** Everything public, by kind: what the modules bring, in their order. */
export const searchRoute = (searches: readonly PublicSearch[]): Route => {
  const sorted = [...searches].sort((a, b) => a.order - b.order);
  const look = async (search: PublicSearch, words: SearchWords) => {
    const found = await search.find(words, OF_EACH);
    const more = found.length >= OF_EACH ? search.all?.(words) : undefined;
    return { title: search.title, icon: search.icon, found, ...(more && { more }) };
  };
  const show: Handler<z.infer<typeof asked>> = async ({ input: { q } }) => {
    const words = wordsOf(q);
    const groups = words ? await Promise.all(sorted.map((search) => look(search, words))) : [];
    const title = q ? `Tìm kiếm: ${q}` : 'Tìm kiếm';
    const filled = groups.filter(({ found }) => found.length > 0);
    return page('search', { title, sheets: SHEETS, q, asked: words !== undefined, groups: filled });
  };
  return get(SEARCH_PATH, {
    access: access.public,
    // Every kind is asked for each call.
    limit: { points: 120, perSeconds: 60 },
    form: asked,
    reshow: ({ retry }) =>
      page('search', { title: 'Tìm kiếm', sheets: SHEETS, q: '', asked: false, groups: [], ...(retry && { retry }) }),
    handler: show,
  });
};
