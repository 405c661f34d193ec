import { seedNewsDemo } from '../../../seeders/demo/news.js';
import { seedNews } from '../../../seeders/reference/news.js';
import { news, NEWS_TOPIC } from '../../contracts/news.js';
import { provide, type ModuleContext, type ModuleParts } from '../../core/module.js';
import { createDoomedFiles } from '../../core/files/doomed-files.js';
import { createCategoryController } from './category.controller.js';
import { categoryRoutes } from './category.routes.js';
import { createCategoryService } from './category.service.js';
import { createEditorController } from './editor.controller.js';
import { editorQueries } from './editor.queries.js';
import { editorRoutes, releaseRoutes } from './editor.routes.js';
import { createEditorService } from './editor.service.js';
import { frontOf, nav } from './menu.js';
import { createMaterialService } from './material.service.js';
import { createPictureController } from './picture.controller.js';
import { createPictureService } from './picture.service.js';
import { createPlanController } from './plan.controller.js';
import { planQueries } from './plan.queries.js';
import { planRoutes } from './plan.routes.js';
import { createPlanService } from './plan.service.js';
import { createPublicController } from './public.controller.js';
import { newsPort, publicQueries } from './public.queries.js';
import { publicRoutes } from './public.routes.js';
import { createReleaseController } from './release.controller.js';
import { createReleaseService } from './release.service.js';
import { newsSearch } from './search.queries.js';
import { siteMapOf } from './site-map.presenter.js';
import { openTables } from './tables.js';
import { createVersionController } from './version.controller.js';

/** Files without a picture that one round removes. */
const SWEPT = 500;

/** Puts the parts of the module together. */
export const wire = (ctx: ModuleContext): ModuleParts => {
  const tables = openTables(ctx.db.sequelize);
  const [open, desk] = [publicQueries(ctx.db, tables), editorQueries(tables)];
  const files = createDoomedFiles(ctx, tables.doomed);
  const parts = { ...ctx, tables, files };
  const [editor, release, pictures] = [
    createEditorService(parts),
    createReleaseService(parts),
    createPictureService(parts),
  ];
  const port = newsPort(open);
  const { vault, publicUrl } = ctx;
  return {
    provides: new Map([provide(news, port)]),
    routes: [
      ...publicRoutes(createPublicController({ queries: open, vault, publicUrl })),
      ...categoryRoutes(
        createCategoryController(desk, createCategoryService({ ...ctx, categories: tables.categories })),
      ),
      ...editorRoutes({
        editor: createEditorController({ queries: desk, editor, publicUrl }),
        picture: createPictureController(desk, pictures, vault),
        version: createVersionController(desk, editor, publicUrl),
      }),
      ...releaseRoutes(createReleaseController(desk, release, editor)),
      ...planRoutes(
        createPlanController({
          queries: planQueries(tables.plans, tables.materials),
          plans: createPlanService({ ...ctx, plans: tables.plans }),
          materials: createMaterialService(parts),
          vault,
        }),
      ),
    ],
    nav,
    front: frontOf(port),
    publicSearch: [newsSearch(open)],
    siteMap: { topics: [NEWS_TOPIC], pages: async () => siteMapOf(await open.addresses()) },
    jobs: [
      { name: 'news.due', every: '* * * * *', atStart: true, run: () => release.runDue() },
      { name: 'news.files', every: '45 * * * *', run: async () => void (await files.sweep(SWEPT)) },
    ],
    seed: {
      reference: () => seedNews(ctx, { tables, release, editor }),
      demo: () => seedNewsDemo(ctx, { tables, release, editor, pictures }),
    },
  };
};
