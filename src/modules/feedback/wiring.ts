import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { wireCitizen } from './citizen.wiring.js';
import { feedbackSeed } from './seed.wiring.js';
import { openTables } from './tables.js';
import { wireWork } from './work.wiring.js';

/** The parts of the module, each given what it needs. */
export const wire = (ctx: ModuleContext): ModuleParts => {
  const tables = openTables(ctx.db.sequelize);
  const work = wireWork(ctx, tables, async () => ({}));
  const citizen = wireCitizen(ctx, tables);
  return {
    ...citizen,
    // Those of officers come last: `:id` would take the addresses of lists.
    routes: [...citizen.routes, ...work.routes],
    seed: feedbackSeed(ctx, tables),
  };
};
