import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { CategoryInput } from './category.schema.js';
import { presentCategories, presentCategory } from './category.presenter.js';
import type { CategoryService } from './category.service.js';
import type { EditorQueries } from './editor.queries.js';
import { paths } from './paths.js';

export interface CategoryController {
  readonly list: Handler;
  readonly startForm: Handler;
  readonly start: Handler<CategoryInput>;
  readonly form: Handler;
  readonly save: Handler<CategoryInput>;
}

/** The headings under which articles stand, kept by editors. */
export const createCategoryController = (queries: EditorQueries, service: CategoryService): CategoryController => {
  const saved = ({ session, input }: PageRequest<CategoryInput>): Reply => {
    session.flash({ kind: 'ok', text: `Đã lưu chuyên mục ${input.ten}.` });
    return redirect(paths.categories);
  };
  const find = async ({ params }: Pick<PageRequest, 'params'>) => {
    const category = (await queries.categories()).find(({ code }) => code === params['code']);
    if (!category) throw new NotFoundError('Không có chuyên mục này. Hãy quay lại danh sách.');
    return category;
  };
  return {
    list: async () => page('news/categories', presentCategories(await queries.categories())),
    startForm: async () => page('news/category', presentCategory(undefined, await queries.categories())),
    start: async (request) => {
      await service.add(request.input);
      return saved(request);
    },
    form: async (request) => page('news/category', presentCategory(await find(request), await queries.categories())),
    save: async (request) => {
      const { code } = await find(request);
      await service.change(code, request.input);
      return saved(request);
    },
  };
};
