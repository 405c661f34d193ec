import { access, get, post, type Route } from '../../core/http/route.js';
import type { AdminListController } from './admin.controller.js';
import type { AdminRowController } from './admin-row.controller.js';
import { MANAGE } from './admin.rules.js';
import { adminListSchema, rowSchema } from './admin.schema.js';
import { adminPaths } from './paths.js';

const own = access.can(MANAGE);
const paths = adminPaths(':list');
const one = paths.row(':code');

export const adminRoutes = (controller: AdminListController & AdminRowController): Route[] => [
  get(paths.root, { access: own, handler: controller.start }),
  get(paths.list, {
    access: own,
    form: adminListSchema,
    reshow: controller.reshowList,
    handler: controller.list,
  }),
  get(paths.add, { access: own, handler: controller.newRow }),
  post(paths.add, { access: own, form: rowSchema, reshow: controller.newRow, handler: controller.add }),
  get(one, { access: own, handler: controller.row }),
  post(one, { access: own, form: rowSchema, reshow: controller.row, handler: controller.change }),
  post(paths.close(':code'), { access: own, reshow: controller.row, handler: controller.close }),
];
