import { officers } from '../../contracts/auth.js';
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
import { createDeadlines } from './deadline.service.js';
import { createEndings } from './ending.service.js';
import { createRecord } from './record.service.js';
import { standingQueries } from './standing.queries.js';
import { createSteps } from './step.service.js';
import type { Tables } from './tables.js';
import { templateQueries } from './template.queries.js';
import { writeTimeline } from './timeline.service.js';
import { topicQueries } from './topic.queries.js';
import { viewingService } from './viewing.service.js';
import { caseRoutes } from './work.routes.js';
import { createWork } from './work.service.js';

/** What the acts on cases share. */
const wireShared = (ctx: ModuleContext, tables: Tables) => {
  const { uow, clock, audit, vault } = ctx;
  const ports = {
    agencies: ctx.use(agencies),
    officers: ctx.use(officers),
    messenger: ctx.use(messenger),
    calendar: ctx.use(workCalendar),
  };
  return {
    ...ports,
    ...{ tables, uow, clock, audit, vault },
    standings: standingQueries({ ...ports, tables, settings: ctx.use(settings), clock }),
    steps: createSteps(tables, clock, ports.calendar),
    record: createRecord({ ...ports, audit, timeline: writeTimeline(tables, clock) }),
    deadlines: createDeadlines(ports.calendar),
    topics: topicQueries(tables),
    stored: createDoomedFiles(ctx, tables.doomed),
    viewing: viewingService(ctx),
  };
};

/** Officers' work. `brought`: what coordination and monitors show on the page of a case. */
export const wireWork = (
  ctx: ModuleContext,
  tables: Tables,
  brought: CaseParts,
): Required<Pick<ModuleParts, 'routes'>> & { readonly again: Handler } => {
  const shared = wireShared(ctx, tables);
  const reads = caseQueries(shared);
  const pages = casePages({ ...shared, reads, brought });
  const templates = templateQueries(tables, shared.standings);
  return {
    again: pages.again,
    routes: caseRoutes({
      cases: caseController({ pages, work: createWork(shared), endings: createEndings(shared) }),
      answers: answerController({ answers: createAnswers(shared), templates }),
      files: caseFileController({ ...shared, reads }),
    }),
  };
};
