import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, officeContacts, places, settings, workCalendar } from '../../contracts/organisation.js';
import { NotFoundError } from '../../core/errors.js';
import { createDoomedFiles } from '../../core/files/doomed-files.js';
import { createDraftFiles } from '../../core/files/draft-files.js';
import { createPuzzles } from '../../core/http/puzzle.js';
import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { arrivalsOf } from './arrival.service.js';
import { attemptsOf } from './citizen-attempt.service.js';
import { citizenCaseController, type Door } from './citizen-case.controller.js';
import { citizenCaseQueries, type CitizenCases } from './citizen-case.queries.js';
import { citizenNav } from './menu.js';
import { citizenRoutes } from './citizen.routes.js';
import { citizenService } from './citizen.service.js';
import { createDeadlines } from './deadline.service.js';
import { followUpService } from './follow-up.service.js';
import { formController } from './form.controller.js';
import { intakeService } from './intake.service.js';
import { ownController, ownDoor } from './own.controller.js';
import { ownQueries } from './own.queries.js';
import { passesOf, type Passes } from './pass.service.js';
import { paths } from './paths.js';
import { feedbackData } from './personal-data.js';
import { createRecord } from './record.service.js';
import { fileRetention } from './retention.js';
import { sentQueries } from './sent.queries.js';
import { createSteps } from './step.service.js';
import type { Tables } from './tables.js';
import { tellService } from './tell.service.js';
import { writeTimeline } from './timeline.service.js';
import { topicQueries } from './topic.queries.js';
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

/** What the form and the pages of a case are made of. */
const shared = (ctx: ModuleContext, tables: Tables) => {
  const { uow, clock, vault, audit } = ctx;
  const ports = {
    ...{ agencies: ctx.use(agencies), places: ctx.use(places), settings: ctx.use(settings) },
    ...{ accounts: ctx.use(accounts), contacts: ctx.use(officeContacts), messenger: ctx.use(messenger) },
    calendar: ctx.use(workCalendar),
  };
  const drafts = createDraftFiles({
    ...{ uow, clock, vault, drafts: tables.drafts, doomed: tables.doomed },
    hashOf: (formKey) => ctx.keyedHash('feedback.draft', formKey),
  });
  const record = createRecord({ audit, timeline: writeTimeline(tables, clock), messenger: ports.messenger });
  const attempts = attemptsOf(ctx, tables);
  return {
    ...ports,
    topics: topicQueries(tables),
    drafts,
    record,
    attempts,
    passes: passesOf(ctx.seal('feedback.pass'), clock),
  };
};

/** The side of whoever sends feedback. */
export const wireCitizen = (ctx: ModuleContext, tables: Tables) => {
  const { uow, clock, vault } = ctx;
  const parts = shared(ctx, tables);
  const { attempts, passes, drafts, topics, accounts: accountPort, record, settings: dated } = parts;
  const arrivals = arrivalsOf(ctx.seal('feedback.arrival'));
  const cases = citizenCaseQueries(tables, parts.agencies, topics);
  const citizen = citizenService({
    ...{ tables, record, topics, settings: dated, uow, clock },
    ...{ steps: createSteps(tables, clock, parts.calendar), deadlines: createDeadlines(parts.calendar) },
    stored: createDoomedFiles(ctx, tables.doomed),
  });
  const keyedHash = ctx.keyedHash.bind(ctx);
  const tell = tellService({ ...parts, intake: intakeService({ ctx, tables, ...parts }), vault, uow, keyedHash });
  const form = formController({
    ...{ ...parts, tell, arrivals, clock, sent: sentQueries(tables, parts.agencies) },
    puzzles: createPuzzles({ seal: ctx.seal('feedback.puzzle'), clock, spend: attempts.spend }),
    answers: () => ctx.publicSearch().filter(({ answers }) => answers),
  });
  const behind = { cases, citizen, vault, clock };
  const followUp = followUpService({ tables, record, settings: dated, uow, clock });
  return {
    routes: citizenRoutes({
      ...{ form, tracking: trackingController({ tracking: trackingQueries({ tables, keyedHash }), attempts, passes }) },
      tracked: citizenCaseController(behind, passDoor(cases, passes)),
      own: ownController({ accounts: accountPort, own: ownQueries(tables), topics }),
      ownCase: citizenCaseController(behind, ownDoor(cases, accountPort)),
    }),
    nav: citizenNav,
    reportLink: arrivals.link,
    personalData: feedbackData(tables),
    jobs: [{ name: 'feedback.follow-up', every: '10 9 * * *', run: followUp.run }],
    retention: [fileRetention(drafts)],
  } satisfies ModuleParts;
};
