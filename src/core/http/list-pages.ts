import type { ListPage } from '../db/list-page.js';
import { date } from './format.js';

/** How a list speaks of its pages. */
export interface PageWords {
  /** What the page holds: "25 hồ sơ trên trang này". */
  readonly extent: string;
  href(cursor: Readonly<Record<string, string>>): string;
}

/** What stands below a list, or in its place: how far it was looked, and the way on. */
export const presentPages = (
  { next, previous, reached }: Pick<ListPage<unknown>, 'next' | 'previous' | 'reached'>,
  { extent, href }: PageWords,
) => {
  const [on, back] = [next && href({ sau: next }), previous && href({ truoc: previous })];
  const far = reached && `đã tìm đến ngày ${date(reached)}`;
  return {
    pager: {
      text: far ? `${extent}, ${far}` : extent,
      ...(back && { previous: back }),
      ...(on && { next: on }),
      ...(far && { nextLabel: 'Tìm tiếp' }),
    },
    ...(far && {
      unfinished: {
        text: `Chưa thấy dòng nào khớp, ${far}. Hãy tìm tiếp, hoặc thêm điều kiện để tìm nhanh hơn.`,
        action: { href: on ?? back ?? '', label: 'Tìm tiếp' },
      },
    }),
  };
};
