import { dayOf } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import type { ArticleRow, CategoryRow } from './article.model.js';
import { placeText } from './article.rules.js';
import type { ListInput } from './editor.schema.js';
import { paths, pictureFile, withQuery } from './paths.js';
import type { PictureRow } from './picture.model.js';
import type { ArticlePage, PublishedArticle } from './public.queries.js';

/** Sheets of the pages of news. */
const frame = { layout: 'public', sheets: ['news.css'], feed: paths.feed };

export const presentCover = ({ name, alt, width, height }: PictureRow) => ({
  small: paths.picture(pictureFile(name, 480)),
  large: paths.picture(pictureFile(name, 1280)),
  alt,
  width,
  height,
});

type Covers = ReadonlyMap<string, PictureRow>;

/** A line of a list. */
export const presentItem = (row: ArticleRow, categories: readonly CategoryRow[], covers: Covers = new Map()) => {
  const cover = row.coverId ? covers.get(row.coverId) : undefined;
  return {
    title: row.title,
    summary: row.summary,
    href: paths.article(row.slug),
    category: categories.find(({ code }) => code === row.categoryCode)?.name ?? '',
    at: date(row.publishedAt),
    day: row.publishedAt ? dayOf(row.publishedAt) : '',
    // Guides stand by what they are for, not by their day.
    dated: !row.guide,
    ...(cover && { cover: presentCover(cover) }),
  };
};

const tabsOf = (categories: readonly CategoryRow[], current: string) => [
  { label: 'Tất cả', href: paths.list, current: current === '' },
  ...categories
    .filter(({ active, code }) => active || code === current)
    .map(({ code, name }) => ({ label: name, href: paths.category(code), current: code === current })),
];

export interface ListView {
  readonly page: ArticlePage;
  readonly categories: readonly CategoryRow[];
  readonly covers: Covers;
  readonly input: ListInput;
  readonly category?: CategoryRow;
  readonly pinned?: ArticleRow;
}

/** The list, of all, of one category, or of what was looked for. */
export const presentList = ({ page, categories, covers, input, category, pinned }: ListView) => {
  const base = category ? paths.category(category.code) : paths.list;
  const query = { q: input.q };
  const last = page.rows.at(-1);
  const next = page.more && last?.publishedAt ? placeText({ at: last.publishedAt, id: last.id }) : '';
  const title = input.q ? `Tìm tin: ${input.q}` : category ? category.name : 'Tin tức';
  const goesOn = input.truoc !== '';
  return {
    ...frame,
    title,
    description: category
      ? `${category.name}: tin và hướng dẫn của cơ quan bảo hiểm xã hội.`
      : 'Tin tức, chính sách và hướng dẫn về bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp.',
    q: input.q,
    tabs: tabsOf(categories, input.q ? 'none' : (category?.code ?? '')),
    items: page.rows.filter(({ id }) => goesOn || id !== pinned?.id).map((row) => presentItem(row, categories)),
    goesOn,
    first: withQuery(base, query),
    next: next ? withQuery(base, { ...query, truoc: next }) : '',
    feedHref: paths.feed,
    listHref: paths.list,
    ...(pinned && !goesOn && { pinned: presentItem(pinned, categories, covers) }),
  };
};

export interface ArticleView extends PublishedArticle {
  readonly html: string;
  readonly categories: readonly CategoryRow[];
  readonly related: readonly ArticleRow[];
  readonly cover?: PictureRow;
}

/** One article. */
export const presentArticle = ({ article, version, html, categories, related, cover }: ArticleView) => {
  const category = categories.find(({ code }) => code === article.categoryCode);
  return {
    ...frame,
    title: article.title,
    description: article.summary,
    summary: article.summary,
    html,
    ...(cover && { cover: presentCover(cover) }),
    category: category && { name: category.name, href: paths.category(category.code) },
    published: date(article.publishedAt),
    publishedDay: article.publishedAt ? dayOf(article.publishedAt) : '',
    changed: date(article.changedAt),
    changedDay: article.changedAt ? dayOf(article.changedAt) : '',
    source: version.source,
    sourceUrl: version.sourceUrl,
    related: related.map((row) => presentItem(row, categories)),
    listHref: paths.list,
  };
};

/** What stands where an article was. */
export const presentGone = () => ({ ...frame, title: 'Bài này đã được gỡ', listHref: paths.list });
