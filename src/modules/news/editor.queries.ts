import { Op, type WhereOptions } from 'sequelize';
import { NotFoundError } from '../../core/errors.js';
import type { ArticleRow, CategoryRow } from './article.model.js';
import type { ArticleState, Place } from './article.rules.js';
import type { PictureRow } from './picture.model.js';
import type { Tables } from './tables.js';
import type { VersionRow } from './version.model.js';

/** An article on the desk of an editor: its newest version, its pictures, all its saves. */
export interface OpenArticle {
  readonly article: ArticleRow;
  readonly newest: VersionRow;
  readonly pictures: readonly PictureRow[];
  readonly saves: readonly Pick<VersionRow, 'number' | 'savedAt' | 'savedBy' | 'note'>[];
}

/** Reads of the desk. */
export interface EditorQueries {
  categories(): Promise<readonly CategoryRow[]>;
  /** Last edited first. */
  list(
    state: ArticleState | undefined,
    from: Place | undefined,
    limit: number,
  ): Promise<{ rows: readonly ArticleRow[]; more: boolean }>;
  /** NotFoundError when there is none. */
  open(id: string): Promise<OpenArticle>;
  version(id: string, number: number): Promise<VersionRow | undefined>;
  /** A picture of this article, whatever its state. */
  picture(articleId: string, name: string): Promise<PictureRow | undefined>;
}

const LATEST = [
  ['editedAt', 'DESC'],
  ['id', 'DESC'],
] as [string, string][];

/** Most versions that the page of an article lists. */
const MOST_SAVES = 100;

/** A list from its beginning names the span, too: an engine then sees which index its order follows. */
const after = (from: Place | undefined): WhereOptions<ArticleRow> =>
  from
    ? { editedAt: { [Op.lte]: from.at }, [Op.or]: [{ editedAt: { [Op.lt]: from.at } }, { id: { [Op.lt]: from.id } }] }
    : { editedAt: { [Op.gte]: new Date(0) } };

export const editorQueries = ({ articles, categories, versions, pictures }: Tables): EditorQueries => ({
  categories: () => categories.many({}, { order: [['position', 'ASC']] }),
  list: async (state, from, limit) => {
    const where = { [Op.and]: [state ? { state } : {}, after(from)] } as WhereOptions<ArticleRow>;
    const rows = await articles.many(where, { order: LATEST, limit: limit + 1 });
    return { rows: rows.slice(0, limit), more: rows.length > limit };
  },
  open: async (id) => {
    const article = await articles.one({ id });
    const newest = article && (await versions.one({ articleId: id, number: article.version }));
    if (!newest) throw new NotFoundError('Không có bài này. Hãy quay lại danh sách.');
    return {
      article,
      newest,
      pictures: await pictures.many({ articleId: id }, { order: [['addedAt', 'ASC']] }),
      saves: await versions.many(
        { articleId: id },
        { columns: ['number', 'savedAt', 'savedBy', 'note'], order: [['number', 'DESC']], limit: MOST_SAVES },
      ),
    };
  },
  version: (articleId, number) => versions.one({ articleId, number }),
  picture: (articleId, name) => pictures.one({ articleId, name }),
});
