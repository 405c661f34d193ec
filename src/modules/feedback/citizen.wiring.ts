import { NotFoundError } from '../../core/errors.js';
import { createPuzzles } from '../../core/http/puzzle.js';
import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { arrivalsOf } from './arrival.service.js';
import { attemptsOf } from './citizen-attempt.service.js';
import { citizenCaseController, type Door } from './citizen-case.controller.js';
import { citizenCaseQueries, type CitizenCases } from './citizen-case.queries.js';
import { citizenNav } from './menu.js';
import { citizenRoutes } from './citizen.routes.js';
import { citizenService } from './citizen.service.js';
import { followUpService } from './follow-up.service.js';
import { formController } from './form.controller.js';
import { ownController, ownDoor } from './own.controller.js';
import { ownQueries } from './own.queries.js';
import { passesOf, type Passes } from './pass.service.js';
import { paths } from './paths.js';
import { feedbackData } from './personal-data.js';
import { fileRetention } from './retention.js';
import { sentQueries } from './sent.queries.js';
import type { Shared } from './shared.wiring.js';
import { tellService } from './tell.service.js';
import { trackingController } from './tracking.controller.js';
import { trackingQueries } from './tracking.queries.js';

/** The way in with a pass. */
const passDoor = (cases: CitizenCases, passes: Passes): Door => ({
  find: async ({ params }, late) => {
    const row = await cases.find(passes.open(params['pass'] ?? '', late));
    if (!row) throw new NotFoundError();
    return row;
  },
  pages: ({ params }, { id }, fresh) => paths.tracked(fresh ? passes.issue(id) : (params['pass'] ?? '')),
  crumb: { label: 'Tra cứu phản ánh', href: paths.track },
});

/** The side of whoever sends feedback. */
export const wireCitizen = (ctx: ModuleContext, shared: Shared) => {
  const { tables, agencies, accounts, topics } = shared;
  const keyedHash = ctx.keyedHash.bind(ctx);
  const attempts = attemptsOf(ctx, tables);
  const passes = passesOf(ctx.seal('feedback.pass'), shared.clock);
  const arrivals = arrivalsOf(ctx.seal('feedback.arrival'));
  const cases = citizenCaseQueries(tables, agencies, topics);
  const form = formController({
    ...shared,
    attempts,
    passes,
    arrivals,
    tell: tellService({ ...shared, keyedHash }),
    sent: sentQueries(tables, agencies),
    puzzles: createPuzzles({ seal: ctx.seal('feedback.puzzle'), clock: shared.clock, spend: attempts.spend }),
    answers: () => ctx.publicSearch().filter(({ answers }) => answers),
  });
  const behind = { ...shared, cases, citizen: citizenService(shared) };
  return {
    routes: citizenRoutes({
      form,
      tracking: trackingController({ tracking: trackingQueries({ tables, keyedHash }), attempts, passes }),
      tracked: citizenCaseController(behind, passDoor(cases, passes)),
      own: ownController({ accounts, own: ownQueries(tables), topics }),
      ownCase: citizenCaseController(behind, ownDoor(cases, accounts)),
    }),
    nav: citizenNav,
    reportLink: arrivals.link,
    personalData: feedbackData(tables),
    jobs: [{ name: 'feedback.follow-up', every: '10 9 * * *', run: followUpService(shared).run }],
    retention: [fileRetention(shared.drafts)],
  } satisfies ModuleParts;
};
