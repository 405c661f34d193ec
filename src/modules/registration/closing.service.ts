import { Op, type WhereOptions } from 'sequelize';
import { dossierDecided } from '../../contracts/registration.js';
import type { ModuleContext } from '../../core/module.js';
import type { DossierRow } from './dossier.model.js';
import { writeHistory } from './history.service.js';
import { OPEN_STATES } from './registration.rules.js';
import type { Tables } from './tables.js';

/** Tells the other modules of a decision; joins the unit of work. */
export const tellDecided = (
  ctx: ModuleContext,
  { id: dossierId, agencyCode }: Pick<DossierRow, 'id' | 'agencyCode'>,
  state: 'approved' | 'refused',
): Promise<void> => {
  const decidedAt = ctx.clock.now().toISOString();
  return ctx.outbox.publish(dossierDecided, { dossierId, agencyCode, state, decidedAt });
};

/** A request that ends without an assessment: which ones, who ended them, and why. */
export interface Closing {
  readonly where: WhereOptions<DossierRow>;
  readonly title: string;
  readonly reason: string;
  readonly by: string;
}

/** Ends open requests as refused, whoever has taken them meanwhile; joins the unit of work and returns those it ended. */
export const closerOf = (ctx: ModuleContext, tables: Tables) => {
  const history = writeHistory(tables, ctx.clock);
  const { dossiers } = tables;
  return async ({ where, title, reason, by }: Closing): Promise<DossierRow[]> => {
    const open = { kind: { [Op.ne]: 'new' }, ...(where as object), state: { [Op.in]: [...OPEN_STATES] } };
    const ended: DossierRow[] = [];
    for (const row of await dossiers.many(open)) {
      const { id } = row;
      const set = { state: 'refused', decidedAt: ctx.clock.now(), decidedByName: by, reason, openKey: null } as const;
      if ((await dossiers.change(set, { id, state: { [Op.in]: [...OPEN_STATES] } })) !== 1) continue;
      await dossiers.increase('version', { id });
      await history(id, title, reason);
      await tellDecided(ctx, row, 'refused');
      ended.push(row);
    }
    return ended;
  };
};
