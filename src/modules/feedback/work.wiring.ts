import { officers } from '../../contracts/auth.js';
import { memberRegistry } from '../../contracts/records.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, settings, workCalendar } from '../../contracts/organisation.js';
import { createDoomedFiles } from '../../core/files/doomed-files.js';
import type { Handler } from '../../core/http/route.js';
import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { answerController } from './answer.controller.js';
import { createAnswers } from './answer.service.js';
import { caseController, casePages, type CaseParts } from './case.controller.js';
import { caseFileController } from './case-file.controller.js';
import { caseQueries } from './case.queries.js';
import { countQueries } from './count.queries.js';
import { createDeadlines } from './deadline.service.js';
import { deskIntakeController } from './desk-intake.controller.js';
import { deskIntakeService } from './desk-intake.service.js';
import { createEndings } from './ending.service.js';
import { intakeService } from './intake.service.js';
import { invitedQueries } from './invited.queries.js';
import { listQueries } from './list.queries.js';
import { createRecord } from './record.service.js';
import { standingQueries } from './standing.queries.js';
import { createSteps } from './step.service.js';
import type { Tables } from './tables.js';
import { templateController } from './template.controller.js';
import { templateQueries } from './template.queries.js';
import { templateService } from './template.service.js';
import { writeTimeline } from './timeline.service.js';
import { topicQueries } from './topic.queries.js';
import { viewingService } from './viewing.service.js';
import { workListController } from './work-list.controller.js';
import { workListQueries, type WorkLists } from './work-list.queries.js';
import { workNav } from './menu.js';
import { workRoutes, type WorkControllers } from './work.routes.js';
import { createWork } from './work.service.js';

/** What the acts on cases share. */
const wireShared = (ctx: ModuleContext, tables: Tables) => {
  const { uow, clock, audit, vault } = ctx;
  const ports = {
    agencies: ctx.use(agencies),
    officers: ctx.use(officers),
    messenger: ctx.use(messenger),
    calendar: ctx.use(workCalendar),
    settings: ctx.use(settings),
  };
  return {
    ...ports,
    ...{ tables, uow, clock, audit, vault },
    standings: standingQueries({ ...ports, tables, clock }),
    steps: createSteps(tables, clock, ports.calendar),
    record: createRecord({ ...ports, audit, timeline: writeTimeline(tables, clock) }),
    deadlines: createDeadlines(ports.calendar),
    topics: topicQueries(tables),
    stored: createDoomedFiles(ctx, tables.doomed),
    viewing: viewingService(ctx),
  };
};

type Shared = ReturnType<typeof wireShared>;

const wireLists = ({ db, clock }: ModuleContext, shared: Shared): WorkLists =>
  workListQueries({
    ...shared,
    lists: listQueries(db),
    counts: countQueries(db, clock),
    invited: invitedQueries(db),
  });

/** Intake by phone and at the desk, and answers with the texts that begin them. */
const wireDesk = (ctx: ModuleContext, shared: Shared): Pick<WorkControllers, 'desk' | 'answers' | 'templates'> => {
  const { keyedHash, publicUrl } = ctx;
  const templates = templateQueries(shared.tables, shared.standings);
  const intake = intakeService({ ...shared, ctx });
  const desk = deskIntakeService({ ...shared, intake, registry: ctx.use(memberRegistry), keyedHash });
  return {
    desk: deskIntakeController({ ...shared, desk, publicUrl }),
    answers: answerController({ answers: createAnswers(shared), templates }),
    templates: templateController({ ...shared, templates, service: templateService(shared) }),
  };
};

/** Officers' work. `brought`: what coordination and monitors show on the page of a case. */
export const wireWork = (
  ctx: ModuleContext,
  tables: Tables,
  brought: CaseParts,
): Required<Pick<ModuleParts, 'routes' | 'nav'>> & { readonly again: Handler } => {
  const shared = wireShared(ctx, tables);
  const reads = caseQueries(shared);
  const pages = casePages({ ...shared, reads, brought });
  const lists = wireLists(ctx, shared);
  return {
    again: pages.again,
    nav: workNav((actor) => lists.waiting(actor)),
    routes: workRoutes({
      ...wireDesk(ctx, shared),
      cases: caseController({ pages, work: createWork(shared), endings: createEndings(shared) }),
      files: caseFileController({ ...shared, reads }),
      lists: workListController({ ...shared, lists }),
    }),
  };
};
