import { NEWS_TOPIC } from '../../contracts/news.js';
import { access, get, type Route } from '../../core/http/route.js';
import { listSchema } from './editor.schema.js';
import { paths } from './paths.js';
import type { PublicController } from './public.controller.js';

/** Guests get these from memory until something is published or withdrawn. */
const shared = { access: access.public, topics: [NEWS_TOPIC] };

/** What everybody may read. */
export const publicRoutes = (news: PublicController): Route[] => [
  get(paths.list, { ...shared, form: listSchema, reshow: news.reshowList, handler: news.list }),
  get(paths.feed, { ...shared, handler: news.feed }),
  get(paths.category(':code'), { ...shared, form: listSchema, reshow: news.reshowList, handler: news.category }),
  get(paths.picture(':file'), { access: access.public, session: 'none', handler: news.picture }),
  get(paths.article(':slug'), { ...shared, handler: news.article }),
];
