import { NotFoundError } from '../../core/errors.js';
import type { Vault } from '../../core/files/vault.js';
import { file, page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { MaterialService } from './material.service.js';
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
  readonly addFile: Handler;
  readonly sendFile: Handler;
  readonly removeFile: Handler;
}

export interface PlanControllerParts {
  readonly queries: PlanQueries;
  readonly plans: PlanService;
  readonly materials: MaterialService;
  readonly vault: Vault;
}

const PAGE = 30;

const placeIn = (text: string): PlanPlace | undefined => {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text) ?? [];
  return day && id ? { day, id } : undefined;
};

/** Campaigns, planned and followed by the office. */
export const createPlanController = (parts: PlanControllerParts): PlanController => {
  const { queries, plans: service, materials, vault } = parts;
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
    form: async (request) => {
      const plan = await find(request);
      return page('news/plan', presentPlan(plan, await queries.materials(plan.id)));
    },
    save: async (request) => {
      const { id } = await find(request);
      await service.change(id, request.input, request.actor);
      return saved(request);
    },
    addFile: async (request) => {
      const plan = await find(request);
      await materials.add(plan, request.files[0], request.actor);
      request.session.flash({ kind: 'ok', text: 'Đã thêm tệp vào kế hoạch.' });
      return redirect(paths.plan(plan.id));
    },
    sendFile: async (request) => {
      const { id } = await find(request);
      const found = (await queries.materials(id)).find((each) => each.id === request.params['file']);
      if (!found) throw new NotFoundError('Không có tệp này. Hãy mở lại kế hoạch.');
      return file(found.type, await vault.get(found.fileId), { name: found.name });
    },
    removeFile: async (request) => {
      const plan = await find(request);
      await materials.remove(plan, request.params['file'] ?? '');
      request.session.flash({ kind: 'ok', text: 'Đã xóa tệp khỏi kế hoạch.' });
      return redirect(paths.plan(plan.id));
    },
  };
};
