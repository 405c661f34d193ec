import { access, get, post, type Route } from '../../core/http/route.js';
import type { Act, AdminActsController } from './admin-acts.controller.js';
import type { AdminController } from './admin.controller.js';
import { newOfficerForm, officerForm, officerListSchema, versionForm } from './admin.schema.js';
import { adminOfficer, paths } from './paths.js';

/** Who may make and change officers; never a way to the records of citizens. */
export const MANAGE = 'auth.manage-officers';

const own = access.can(MANAGE);
const one = adminOfficer(':id');
const ACTS: readonly Act[] = ['lock', 'unlock', 'reset', 'resetFactor'];

export const adminRoutes = (controller: AdminController, acts: AdminActsController): Route[] => [
  get(paths.admin, { access: own, handler: controller.start }),
  get(paths.adminRoles, { access: own, handler: controller.roles }),
  get(paths.adminOfficers, {
    access: own,
    form: officerListSchema,
    reshow: controller.reshowList,
    handler: controller.list,
  }),
  get(paths.adminNewOfficer, { access: own, handler: controller.newOfficer }),
  post(paths.adminNewOfficer, {
    access: own,
    form: newOfficerForm,
    reshow: controller.newOfficer,
    handler: controller.create,
  }),
  get(one.page, { access: own, handler: controller.officer }),
  post(one.page, { access: own, form: officerForm, reshow: controller.officer, handler: controller.edit }),
  get(one.link, { access: own, handler: acts.link }),
  ...ACTS.flatMap((act) => [
    get(one[act], { access: own, handler: acts.ask(act) }),
    post(one[act], { access: own, form: versionForm, reshow: acts.ask(act), handler: acts.perform(act) }),
  ]),
];
