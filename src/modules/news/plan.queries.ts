import { Op, type WhereOptions } from 'sequelize';
import type { Table } from '../../core/db/table.js';
import type { MaterialRow } from './material.model.js';
import type { PlanRow } from './plan.model.js';
import type { PlanState } from './plan.rules.js';

/** Day and id of the last plan shown. */
export interface PlanPlace {
  readonly day: string;
  readonly id: string;
}

/** Reads of the plans. */
export interface PlanQueries {
  /** Those that begin last first. */
  list(
    state: PlanState | undefined,
    from: PlanPlace | undefined,
    limit: number,
  ): Promise<{ rows: readonly PlanRow[]; more: boolean }>;
  one(id: string): Promise<PlanRow | undefined>;
  /** Its files, oldest first. */
  materials(planId: string): Promise<readonly MaterialRow[]>;
}

const ORDER = [
  ['startsOn', 'DESC'],
  ['id', 'DESC'],
] as [string, string][];

const after = (from: PlanPlace | undefined): WhereOptions<PlanRow> =>
  from
    ? { startsOn: { [Op.lte]: from.day }, [Op.or]: [{ startsOn: { [Op.lt]: from.day } }, { id: { [Op.lt]: from.id } }] }
    : {};

export const planQueries = (plans: Table<PlanRow>, materials: Table<MaterialRow>): PlanQueries => ({
  list: async (state, from, limit) => {
    const where = { [Op.and]: [state ? { state } : {}, after(from)] } as WhereOptions<PlanRow>;
    const rows = await plans.many(where, { order: ORDER, limit: limit + 1 });
    return { rows: rows.slice(0, limit), more: rows.length > limit };
  },
  one: (id) => plans.one({ id }),
  materials: (planId) => materials.many({ planId }, { order: [['addedAt', 'ASC']] }),
});
