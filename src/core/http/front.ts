import type { FrontBlock } from '../module.js';
import { access, get, page, type Route } from './route.js';

/** The front page: blocks that the modules bring, in their order. Nothing but blocks, so that a module taken out leaves no gap. */
export const frontRoute = (blocks: readonly FrontBlock[]): Route => {
  const sorted = [...blocks].sort((a, b) => a.order - b.order);
  return get('/', {
    access: access.public,
    topics: sorted.flatMap(({ topics = [] }) => topics),
    handler: async () => {
      const drawn = await Promise.all(sorted.map(async ({ view, data }) => ({ view, data: (await data?.()) ?? {} })));
      return page('front', { title: 'Trang chủ', sheets: ['front.css'], blocks: drawn });
    },
  });
};
