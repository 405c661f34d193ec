import { NEWS_CATEGORIES, GUIDES, type SeededArticle } from '../data/news.js';
import { system } from '../../src/core/context.js';
import type { ModuleContext } from '../../src/core/module.js';
import type { ArticleInput } from '../../src/modules/news/editor.schema.js';
import type { EditorService } from '../../src/modules/news/editor.service.js';
import type { ReleaseService } from '../../src/modules/news/release.service.js';
import type { Tables } from '../../src/modules/news/tables.js';

export interface NewsSeedParts {
  readonly tables: Tables;
  readonly editor: EditorService;
  readonly release: ReleaseService;
}

/** As an editor would send it. */
export const inputOf = (article: SeededArticle): ArticleInput => ({
  viec: 'luu',
  tieuDe: article.title,
  tomTat: article.summary,
  chuyenMuc: article.category,
  noiDung: article.body,
  nguon: article.source,
  duongDanNguon: article.sourceUrl ?? '',
  anhBia: '',
  phienBan: 0,
});

/** Categories, and the guides under their lasting addresses. What an editor changed since stays. */
export const seedNews = async (
  { uow }: Pick<ModuleContext, 'uow'>,
  { tables, editor, release }: NewsSeedParts,
): Promise<void> => {
  await uow.run(async () => {
    for (const category of NEWS_CATEGORIES)
      if (!(await tables.categories.one({ code: category.code })))
        await tables.categories.insert({ ...category, active: true, version: 1 });
  });
  for (const { slug, ...guide } of GUIDES) {
    if (await tables.articles.one({ slug })) continue;
    await uow.run(async () => {
      const id = await editor.start(inputOf(guide), system);
      await tables.articles.change({ slug }, { id });
      await release.publish(id, 1, null);
    });
  }
};
