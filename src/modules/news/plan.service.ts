import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { newId } from '../../core/ids.js';
import type { PlanRow } from './plan.model.js';
import type { PlanInput } from './plan.schema.js';

export interface PlanParts {
  readonly plans: Table<PlanRow>;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

export interface PlanService {
  add(input: PlanInput, actor: Actor): Promise<void>;
  /** ConflictError when somebody changed it meanwhile. */
  change(id: string, input: PlanInput, actor: Actor): Promise<void>;
}

const CHANGED =
  'Kế hoạch này vừa được người khác sửa. Chữ bạn đã nhập vẫn còn bên dưới: xem lại rồi lưu lần nữa, bản của bạn sẽ thay bản đó.';

const rowOf = (input: PlanInput) => ({
  title: input.ten,
  startsOn: input.tuNgay,
  endsOn: input.denNgay,
  channel: input.kenh,
  audience: input.doiTuong,
  goal: input.mucTieu,
  materials: input.taiLieu,
  state: input.tinhTrang,
});

export const createPlanService = ({ plans, uow, audit, clock }: PlanParts): PlanService => {
  const record = (id: string, label: string, version: number) =>
    audit.record({ action: 'news.plan-saved', subject: { kind: 'plan', id, label }, details: { version } });
  const edited = (actor: Actor) => ({ editedAt: clock.now(), editedBy: actor.name });
  return {
    add: (input, actor) =>
      uow.run(async () => {
        const id = newId();
        await plans.insert({ id, ...rowOf(input), ...edited(actor), version: 1 });
        await record(id, input.ten, 1);
      }),
    change: (id, input, actor) =>
      uow.run(async () => {
        const version = input.phienBan + 1;
        await plans.claim({ ...rowOf(input), ...edited(actor), version }, { id, version: input.phienBan }, CHANGED);
        await record(id, input.ten, version);
      }),
  };
};
