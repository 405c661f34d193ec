import { access, get, post, type Route } from '../../core/http/route.js';
import type { AgencyAdminController } from './agency-admin.controller.js';
import { MANAGE } from './agency-admin.rules.js';
import { agencyListSchema, agencySchema, closeSchema, reopenSchema } from './agency-admin.schema.js';
import { agencyPaths as paths } from './paths.js';

const own = access.can(MANAGE);
const one = paths.row(':code');

export const agencyRoutes = (controller: AgencyAdminController): Route[] => [
  get(paths.list, { access: own, form: agencyListSchema, reshow: controller.reshowList, handler: controller.list }),
  get(paths.add, { access: own, handler: controller.newRow }),
  post(paths.add, { access: own, form: agencySchema, reshow: controller.newRow, handler: controller.add }),
  get(one, { access: own, handler: controller.row }),
  post(one, { access: own, form: agencySchema, reshow: controller.row, handler: controller.change }),
  post(paths.close(':code'), { access: own, form: closeSchema, reshow: controller.row, handler: controller.close }),
  post(paths.reopen(':code'), { access: own, form: reopenSchema, reshow: controller.row, handler: controller.reopen }),
];
