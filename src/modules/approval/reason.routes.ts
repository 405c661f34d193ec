import { access, get, post, type Route } from '../../core/http/route.js';
import { paths } from './paths.js';
import type { ReasonController } from './reason.controller.js';
import { reasonChangeSchema, reasonSchema } from './reason.schema.js';

const manage = access.can('approval.manage-reasons');

export const reasonRoutes = ({ list, add, form, change }: ReasonController): Route[] => [
  get(paths.reasons, { access: manage, handler: list }),
  post(paths.reasons, { access: manage, form: reasonSchema, reshow: list, handler: add }),
  get(paths.reason(':id'), { access: manage, handler: form }),
  post(paths.reason(':id'), { access: manage, form: reasonChangeSchema, reshow: form, handler: change }),
];
