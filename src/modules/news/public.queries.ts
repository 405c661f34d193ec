import { Op, type WhereOptions } from 'sequelize';
import type { News, NewsItem } from '../../contracts/news.js';
import type { Database } from '../../core/db/connection.js';
import { PINNED, type ArticleRow, type CategoryRow } from './article.model.js';
import type { Place } from './article.rules.js';
import { paths } from './paths.js';
import type { PictureRow } from './picture.model.js';
import type { Tables } from './tables.js';
import type { VersionRow } from './version.model.js';

/** Articles of one page. */
export interface ArticlePage {
  readonly rows: readonly ArticleRow[];
  readonly more: boolean;
}

/** An article as readers get it. */
export interface PublishedArticle {
  readonly article: ArticleRow;
  readonly version: VersionRow;
}

/** Reads of what is published. */
export interface PublicQueries {
  categories(): Promise<readonly CategoryRow[]>;
  newest(from: Place | undefined, limit: number): Promise<ArticlePage>;
  ofCategory(code: string, from: Place | undefined, limit: number): Promise<ArticlePage>;
  /** Each word is the start of a word of title or summary. */
  withWords(words: readonly string[], from: Place | undefined, limit: number): Promise<ArticlePage>;
  pinned(): Promise<ArticleRow | undefined>;
  /** In any state: one that was withdrawn is told so. */
  bySlug(slug: string): Promise<ArticleRow | undefined>;
  versionOf(article: ArticleRow): Promise<VersionRow | undefined>;
  /** Others of the same category. */
  related(article: ArticleRow, limit: number): Promise<readonly ArticleRow[]>;
  pictures(articleId: string): Promise<readonly PictureRow[]>;
  covers(articles: readonly ArticleRow[]): Promise<ReadonlyMap<string, PictureRow>>;
  /** A picture of a published article. */
  picture(name: string): Promise<PictureRow | undefined>;
  /** All of them, for the map of the site. */
  addresses(): Promise<readonly Pick<ArticleRow, 'slug' | 'publishedAt' | 'changedAt'>[]>;
}

const NEWEST = [
  ['publishedAt', 'DESC'],
  ['id', 'DESC'],
] as [string, string][];

/** Behind every letter and digit of a folded word. */
const AFTER = '\u007f';
/** As many addresses as one map of a site may hold. */
const MOST_ADDRESSES = 50_000;

const after = (from: Place | undefined): WhereOptions<ArticleRow> =>
  from
    ? {
        publishedAt: { [Op.lte]: from.at },
        [Op.or]: [{ publishedAt: { [Op.lt]: from.at } }, { id: { [Op.lt]: from.id } }],
      }
    : {};

export const publicQueries = (db: Database, tables: Tables): PublicQueries => {
  const { articles, categories, versions, pictures } = tables;
  const published = { state: 'published' } as const;

  const pageOf = async (where: WhereOptions<ArticleRow>, from: Place | undefined, limit: number) => {
    const all = { [Op.and]: [published, where, after(from)] } as WhereOptions<ArticleRow>;
    const rows = await articles.many(all, { order: NEWEST, limit: limit + 1 });
    return { rows: rows.slice(0, limit), more: rows.length > limit };
  };

  /** Ids of articles that have all words: the first by the index of words, the others one by one. */
  const idsWith = async (words: readonly string[]): Promise<string[]> => {
    const [longest = '', ...others] = [...words].sort((a, b) => b.length - a.length);
    const has = others.map(
      () =>
        'AND (SELECT 1 FROM news_word x WHERE x.article_id = w.article_id AND x.word >= ? AND x.word < ? LIMIT 1) = 1',
    );
    const rows = await db.rows<{ id: string }>(
      `SELECT DISTINCT w.article_id AS id FROM news_word w WHERE w.word >= ? AND w.word < ? ${has.join(' ')}`,
      [longest, ...others].flatMap((word) => [word, word + AFTER]),
    );
    return rows.map(({ id }) => id);
  };

  return {
    categories: () => categories.many({}, { order: [['position', 'ASC']] }),
    newest: (from, limit) => pageOf({ guide: false }, from, limit),
    ofCategory: (categoryCode, from, limit) => pageOf({ categoryCode }, from, limit),
    withWords: async (words, from, limit) => pageOf({ id: { [Op.in]: await idsWith(words) } }, from, limit),
    pinned: () => articles.one({ pinKey: PINNED, ...published }),
    bySlug: (slug) => articles.one({ slug }),
    versionOf: ({ id, publishedVersion }) => versions.one({ articleId: id, number: publishedVersion }),
    related: async ({ id, categoryCode }, limit) =>
      articles.many({ categoryCode, ...published, id: { [Op.ne]: id } }, { order: NEWEST, limit }),
    pictures: (articleId) => pictures.many({ articleId }, { order: [['addedAt', 'ASC']] }),
    covers: async (rows) => {
      const ids = rows.flatMap(({ coverId }) => coverId ?? []);
      const found = ids.length ? await pictures.many({ id: { [Op.in]: ids } }) : [];
      return new Map(found.map((picture) => [picture.id, picture]));
    },
    picture: async (name) => {
      const picture = await pictures.one({ name });
      const owner = picture && (await articles.one({ id: picture.articleId, ...published }, { columns: ['id'] }));
      return owner && picture;
    },
    addresses: () =>
      articles.many(published, {
        columns: ['slug', 'publishedAt', 'changedAt'],
        order: NEWEST,
        limit: MOST_ADDRESSES,
      }),
  };
};

export const itemOf = ({ id, title, summary, slug, publishedAt }: ArticleRow): NewsItem => ({
  id,
  title,
  summary,
  href: paths.article(slug),
  publishedAt: publishedAt ?? new Date(0),
});

/** Most guides that a page shows. */
const MOST_GUIDES = 20;

/** What other modules may know. */
export const newsPort = (queries: PublicQueries): News => ({
  newest: async (limit) => (await queries.newest(undefined, limit)).rows.map(itemOf),
  pinned: async () => {
    const row = await queries.pinned();
    return row && itemOf(row);
  },
  guides: async () => {
    const guides = (await queries.categories()).filter(({ guide }) => guide);
    const pages = await Promise.all(guides.map(({ code }) => queries.ofCategory(code, undefined, MOST_GUIDES)));
    return pages.flatMap(({ rows }) => rows.map(itemOf));
  },
  find: async (words, limit) =>
    words.length ? (await queries.withWords(words, undefined, limit)).rows.map(itemOf) : [],
});
