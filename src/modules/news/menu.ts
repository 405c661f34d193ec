import type { News } from '../../contracts/news.js';
import { NEWS_TOPIC } from '../../contracts/news.js';
import { date } from '../../core/http/format.js';
import type { FrontBlock, NavItem } from '../../core/module.js';
import { paths } from './paths.js';

/** Entries of the menus. */
export const nav: readonly NavItem[] = [
  { area: 'public', label: 'Tin tức', href: paths.list, icon: 'newspaper', order: 30 },
  { area: 'officer', label: 'Tin tức', href: paths.desk, icon: 'newspaper', order: 60, permission: 'news.write' },
  {
    area: 'officer',
    label: 'Kế hoạch truyền thông',
    href: paths.plans,
    icon: 'calendar-event',
    order: 62,
    permission: 'news.plan',
  },
];

/** News of the front page beside what is pinned. */
const ON_FRONT = 3;

/** The pinned article and the newest ones on the front page. */
export const frontOf = (news: News): readonly FrontBlock[] => [
  {
    order: 40,
    view: 'news/front',
    topics: [NEWS_TOPIC],
    data: async () => {
      const [pinned, newest] = await Promise.all([news.pinned(), news.newest(ON_FRONT + 1)]);
      const others = newest.filter(({ id }) => id !== pinned?.id).slice(0, ON_FRONT);
      return {
        pinned,
        newest: others.map((item) => ({ ...item, at: date(item.publishedAt) })),
        listHref: paths.list,
      };
    },
  },
];
