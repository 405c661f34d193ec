import { access, get, post, type Route } from '../../core/http/route.js';
import { paths } from './paths.js';
import type { PlanController } from './plan.controller.js';
import { planForm, planListSchema } from './plan.schema.js';

const plan = access.can('news.plan');

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
];
