import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { feedbackSeed } from './seed.wiring.js';
import { openTables } from './tables.js';
import { wireWork } from './work.wiring.js';

/** The parts of the module, each given what it needs. */
export const wire = (ctx: ModuleContext): ModuleParts => {
  const tables = openTables(ctx.db.sequelize);
  const work = wireWork(ctx, tables, async () => ({}));
  return {
    // Those of officers come last: `:id` would take the addresses of lists.
    routes: [...work.routes],
    seed: feedbackSeed(ctx, tables),
  };
};
