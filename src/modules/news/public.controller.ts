import { NotFoundError } from '../../core/errors.js';
import type { Vault } from '../../core/files/vault.js';
import { file, page, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { nameWords } from '../../core/text.js';
import type { ArticleRow, CategoryRow } from './article.model.js';
import { placeIn } from './article.rules.js';
import type { ListInput } from './editor.schema.js';
import { feedOf } from './feed.presenter.js';
import { renderBody } from './markdown.rules.js';
import { paths, pictureFile } from './paths.js';
import { pictureIn } from './picture.rules.js';
import { presentArticle, presentGone, presentList } from './public.presenter.js';
import type { ArticlePage, PublicQueries } from './public.queries.js';

export interface PublicController {
  readonly list: Handler<ListInput>;
  readonly reshowList: Handler;
  readonly category: Handler<ListInput>;
  readonly article: Handler;
  readonly feed: Handler;
  readonly picture: Handler;
}

export interface PublicParts {
  readonly queries: PublicQueries;
  readonly vault: Vault;
  readonly publicUrl: string;
}

const PAGE = 8;
const FEED = 30;
const RELATED = 3;
/** Words of one search; more say nothing new. */
const MOST_WORDS = 8;
const NOTHING: ArticlePage = { rows: [], more: false };
/** The name changes with the picture. */
const FOREVER = 'public, max-age=31536000, immutable';

const param = ({ params }: Pick<PageRequest, 'params'>, name: string): string => params[name] ?? '';

export const createPublicController = ({ queries, vault, publicUrl }: PublicParts): PublicController => {
  const drawList = async (found: ArticlePage, input: ListInput, category?: CategoryRow): Promise<Reply> => {
    const pinned = input.q || category || found === NOTHING ? undefined : await queries.pinned();
    const categories = await queries.categories();
    const covers = await queries.covers(pinned ? [pinned] : []);
    const shown = { page: found, categories, covers, input };
    return page('news/list', presentList({ ...shown, ...(category && { category }), ...(pinned && { pinned }) }));
  };

  const search = async ({ q, truoc }: ListInput): Promise<ArticlePage> => {
    const words = nameWords(q).slice(0, MOST_WORDS);
    // Signs alone are no word: nothing is found, rather than everything.
    return words.length ? queries.withWords(words, placeIn(truoc), PAGE) : NOTHING;
  };

  const drawArticle = async (article: ArticleRow): Promise<Reply> => {
    const version = await queries.versionOf(article);
    if (!version) throw new NotFoundError();
    const [categories, related, pictures] = await Promise.all([
      queries.categories(),
      queries.related(article, RELATED),
      queries.pictures(article.id),
    ]);
    const html = await renderBody(version.body, {
      pictures,
      pictureHref: (name, size) => paths.picture(pictureFile(name, size)),
      ownAddress: publicUrl,
    });
    const cover = pictures.find(({ id }) => id === article.coverId);
    const view = { article, version, html, categories, related, ...(cover && { cover }) };
    return page('news/article', presentArticle(view));
  };

  return {
    list: async ({ input }) =>
      drawList(input.q ? await search(input) : await queries.newest(placeIn(input.truoc), PAGE), input),
    reshowList: () => drawList(NOTHING, { q: '', truoc: '' }),
    category: async (request) => {
      const code = param(request, 'code');
      const category = (await queries.categories()).find((known) => known.code === code);
      if (!category) throw new NotFoundError('Không có chuyên mục này. Hãy xem các chuyên mục ở trang Tin tức.');
      const { input } = request;
      return drawList(await queries.ofCategory(code, placeIn(input.truoc), PAGE), { ...input, q: '' }, category);
    },
    article: async (request) => {
      const article = await queries.bySlug(param(request, 'slug'));
      if (article?.state === 'published') return drawArticle(article);
      // Whoever kept the link is told that it was right once; what was never published is not there.
      if (article && article.publishedVersion > 0) return page('news/gone', presentGone(), { status: 410 });
      throw new NotFoundError('Không có bài viết này. Địa chỉ có thể đã gõ sai; hãy tìm ở trang Tin tức.');
    },
    feed: async () => {
      const [{ rows }, categories] = await Promise.all([queries.newest(undefined, FEED), queries.categories()]);
      return file('application/rss+xml; charset=utf-8', Buffer.from(feedOf({ rows, categories, publicUrl })));
    },
    picture: async (request) => {
      const asked = pictureIn(param(request, 'file'));
      const picture = asked && (await queries.picture(asked.name));
      if (!picture) throw new NotFoundError();
      const bytes = await vault.get(asked.small ? picture.smallFileId : picture.largeFileId);
      return file('image/webp', bytes, { cache: FOREVER });
    },
  };
};
