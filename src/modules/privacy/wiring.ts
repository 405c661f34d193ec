import { agencies } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import type { Controllers } from './privacy.routes.js';
import { createSeenController } from './seen.controller.js';
import { createSeenQueries } from './seen.queries.js';

/** Puts the parts of the module together. */
export const wire = (ctx: ModuleContext): Controllers => {
  const { journal, acts } = ctx;
  const ports = { agencies: ctx.use(agencies) };
  return {
    seen: createSeenController(createSeenQueries(journal, ports.agencies), acts),
  };
};
