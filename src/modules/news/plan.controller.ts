import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { paths } from './paths.js';
import { presentPlan, presentPlans } from './plan.presenter.js';
import type { PlanPlace, PlanQueries } from './plan.queries.js';
import type { PlanInput, PlanListInput } from './plan.schema.js';
import type { PlanService } from './plan.service.js';

export interface PlanController {
  readonly list: Handler<PlanListInput>;
  readonly startForm: Handler;
  readonly start: Handler<PlanInput>;
  readonly form: Handler;
  readonly save: Handler<PlanInput>;
}

const PAGE = 30;

const placeIn = (text: string): PlanPlace | undefined => {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text) ?? [];
  return day && id ? { day, id } : undefined;
};

/** Campaigns, planned and followed by the office. */
export const createPlanController = (queries: PlanQueries, service: PlanService): PlanController => {
  const find = async ({ params }: Pick<PageRequest, 'params'>) => {
    const plan = await queries.one(params['id'] ?? '');
    if (!plan) throw new NotFoundError('Không có kế hoạch này. Hãy quay lại danh sách.');
    return plan;
  };
  const saved = ({ session }: Pick<PageRequest, 'session'>): Reply => {
    session.flash({ kind: 'ok', text: 'Đã lưu kế hoạch.' });
    return redirect(paths.plans);
  };
  return {
    list: async ({ input }) =>
      page('news/plans', presentPlans(await queries.list(input.tinhTrang, placeIn(input.truoc), PAGE), input)),
    startForm: () => page('news/plan', presentPlan(undefined)),
    start: async (request) => {
      await service.add(request.input, request.actor);
      return saved(request);
    },
    form: async (request) => page('news/plan', presentPlan(await find(request))),
    save: async (request) => {
      const { id } = await find(request);
      await service.change(id, request.input, request.actor);
      return saved(request);
    },
  };
};
