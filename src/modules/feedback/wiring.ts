import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { wireCitizen } from './citizen.wiring.js';
import { feedbackSeed } from './seed.wiring.js';
import { wireShared } from './shared.wiring.js';
import { openTables } from './tables.js';
import { wireWatch } from './watch.wiring.js';
import { wireWork } from './work.wiring.js';

/** The parts of the module, each given what it needs. */
export const wire = (ctx: ModuleContext): ModuleParts => {
  const tables = openTables(ctx.db.sequelize);
  const shared = wireShared(ctx, tables);
  const watch = wireWatch(ctx, shared);
  const work = wireWork(ctx, shared, watch.brought);
  const citizen = wireCitizen(ctx, shared);
  return {
    ...citizen,
    desk: watch.desk,
    retention: [...citizen.retention, ...watch.retention],
    nav: [...citizen.nav, ...work.nav, ...watch.nav],
    jobs: [...citizen.jobs, ...watch.jobs],
    // Those of officers come last: `:id` would take the addresses of lists.
    routes: [...citizen.routes, ...watch.routes(work.again), ...work.routes],
    seed: feedbackSeed(ctx, tables),
  };
};
