import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { feedbackSeed } from './seed.wiring.js';
import { openTables } from './tables.js';

/** The parts of the module, each given what it needs. */
export const wire = (ctx: ModuleContext): ModuleParts => {
  const tables = openTables(ctx.db.sequelize);
  return {
    seed: feedbackSeed(ctx, tables),
  };
};
