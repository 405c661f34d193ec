import { seedFeedbackDemo } from '../../../seeders/demo/feedback.js';
import { provinceCases } from '../../../seeders/province/feedback.js';
import { seedTemplates, seedTopics } from '../../../seeders/reference/feedback.js';
import { workCalendar } from '../../contracts/organisation.js';
import type { ModuleContext, Seed } from '../../core/module.js';
import type { Tables } from './tables.js';

/** Topics and templates of every installation; cases of the demo and of a made-up province. */
export const feedbackSeed = (ctx: ModuleContext, tables: Tables): Seed => ({
  reference: () =>
    ctx.uow.run(async () => {
      await seedTopics(tables, ctx.clock);
      await seedTemplates(tables, ctx.clock);
    }),
  province: () => Promise.resolve(provinceCases(ctx, tables)),
  demo: () => seedFeedbackDemo(ctx, tables, ctx.use(workCalendar)),
});
