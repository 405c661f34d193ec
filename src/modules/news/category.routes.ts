import { access, get, post, type Route } from '../../core/http/route.js';
import type { CategoryController } from './category.controller.js';
import { categoryForm } from './category.schema.js';
import { paths } from './paths.js';

const publish = access.can('news.publish');
const one = paths.editCategory(':code');

/** Headings; they stand before the articles, whose ids would take their words. */
export const categoryRoutes = (categories: CategoryController): Route[] => [
  get(paths.categories, { access: publish, handler: categories.list }),
  get(paths.startCategory, { access: publish, handler: categories.startForm }),
  post(paths.startCategory, {
    access: publish,
    form: categoryForm,
    reshow: categories.startForm,
    handler: categories.start,
  }),
  get(one, { access: publish, handler: categories.form }),
  post(one, { access: publish, form: categoryForm, reshow: categories.form, handler: categories.save }),
];
