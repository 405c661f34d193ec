import { memberRegistry } from '../../contracts/records.js';
import type { Handler } from '../../core/http/route.js';
import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { answerController } from './answer.controller.js';
import { createAnswers } from './answer.service.js';
import { caseController, casePages, type CasePages, type CaseParts } from './case.controller.js';
import { caseFileController } from './case-file.controller.js';
import { caseQueries } from './case.queries.js';
import { countQueries } from './count.queries.js';
import { deskIntakeController } from './desk-intake.controller.js';
import { deskIntakeService } from './desk-intake.service.js';
import { createEndings } from './ending.service.js';
import { listQueries } from './list.queries.js';
import type { Shared } from './shared.wiring.js';
import { templateController } from './template.controller.js';
import { templateQueries } from './template.queries.js';
import { templateService } from './template.service.js';
import { workListController } from './work-list.controller.js';
import { workListQueries, type WorkLists } from './work-list.queries.js';
import { workNav } from './menu.js';
import { workRoutes, type WorkControllers } from './work.routes.js';
import { createWork } from './work.service.js';

const wireLists = (shared: Shared): WorkLists =>
  workListQueries({ ...shared, lists: listQueries(shared.db), counts: countQueries(shared.db, shared.clock) });

/** Intake by phone and at the desk, and answers with the texts that begin them. */
const wireDesk = (
  ctx: ModuleContext,
  shared: Shared,
  pages: CasePages,
): Pick<WorkControllers, 'desk' | 'answers' | 'templates'> => {
  const { keyedHash, publicUrl } = ctx;
  const templates = templateQueries(shared.tables, shared.standings);
  const desk = deskIntakeService({ ...shared, registry: ctx.use(memberRegistry), keyedHash });
  return {
    desk: deskIntakeController({ ...shared, desk, publicUrl }),
    answers: answerController({ answers: createAnswers(shared), templates, pages }),
    templates: templateController({ ...shared, templates, service: templateService(shared) }),
  };
};

/** Officers' work. `brought`: what coordination and monitors show on the page of a case. */
export const wireWork = (
  ctx: ModuleContext,
  shared: Shared,
  brought: CaseParts,
): Required<Pick<ModuleParts, 'routes' | 'nav'>> & { readonly again: Handler } => {
  const reads = caseQueries(shared);
  const pages = casePages({ ...shared, reads, brought });
  const lists = wireLists(shared);
  return {
    again: pages.again,
    nav: workNav((actor) => lists.waiting(actor)),
    routes: workRoutes({
      ...wireDesk(ctx, shared, pages),
      cases: caseController({ pages, work: createWork(shared), endings: createEndings(shared) }),
      files: caseFileController({ ...shared, reads }),
      lists: workListController({ ...shared, lists }),
    }),
  };
};
