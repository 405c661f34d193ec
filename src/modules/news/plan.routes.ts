import { access, get, post, type Route } from '../../core/http/route.js';
import { MAX_BYTES } from './material.rules.js';
import { paths } from './paths.js';
import type { PlanController } from './plan.controller.js';
import { planForm, planListSchema } from './plan.schema.js';

const plan = access.can('news.plan');
const upload = { fields: ['tep'], maxBytes: MAX_BYTES };

/** Campaigns. */
export const planRoutes = (plans: PlanController): Route[] => [
  get(paths.plans, { access: plan, form: planListSchema, handler: plans.list }),
  get(paths.startPlan, { access: plan, handler: plans.startForm }),
  post(paths.startPlan, {
    access: plan,
    form: planForm,
    reshow: plans.startForm,
    keepTyped: true,
    handler: plans.start,
  }),
  get(paths.plan(':id'), { access: plan, handler: plans.form }),
  post(paths.plan(':id'), { access: plan, form: planForm, reshow: plans.form, keepTyped: true, handler: plans.save }),
  post(paths.addMaterial(':id'), { access: plan, upload, reshow: plans.form, handler: plans.addFile }),
  get(paths.material(':id', ':file'), { access: plan, handler: plans.sendFile }),
  post(paths.removeMaterial(':id', ':file'), { access: plan, reshow: plans.form, handler: plans.removeFile }),
];
