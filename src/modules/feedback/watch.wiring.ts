import { messenger } from '../../contracts/notification.js';
import { agencies, settings, workCalendar } from '../../contracts/organisation.js';
import { createDoomedFiles } from '../../core/files/doomed-files.js';
import type { Handler, Route } from '../../core/http/route.js';
import type { Job } from '../../core/jobs/scheduler.js';
import type { ModuleContext, ModuleParts } from '../../core/module.js';
import type { CaseParts } from './case.controller.js';
import { createClocks } from './clock.service.js';
import { createDeadlines } from './deadline.service.js';
import { deskQueries } from './desk.queries.js';
import { evidenceService } from './evidence.service.js';
import { extensionService } from './extension.service.js';
import { figureController } from './figure.controller.js';
import { figureQueries } from './figure.queries.js';
import { invitationController } from './invitation.controller.js';
import { createInvitations } from './invitation.service.js';
import { invitedQueries } from './invited.queries.js';
import { HANDLE, WATCH } from './permission.rules.js';
import { createRecord } from './record.service.js';
import { feedbackRetention } from './retention.js';
import { standingQueries } from './standing.queries.js';
import { createSteps } from './step.service.js';
import { surroundingQueries } from './surrounding.queries.js';
import type { Tables } from './tables.js';
import { writeTimeline } from './timeline.service.js';
import { topicAdminController } from './topic-admin.controller.js';
import { topicAdministration } from './topic-admin.service.js';
import { topicQueries } from './topic.queries.js';
import { urgingService } from './urging.service.js';
import { watchController } from './watch.controller.js';
import { watchNav } from './menu.js';
import { watchQueries } from './watch.queries.js';
import { watchRoutes } from './watch.routes.js';

const wireShared = (ctx: ModuleContext, tables: Tables) => {
  const { uow, clock, audit, db } = ctx;
  const ports = {
    agencies: ctx.use(agencies),
    settings: ctx.use(settings),
    calendar: ctx.use(workCalendar),
    messenger: ctx.use(messenger),
  };
  const timeline = writeTimeline(tables, clock);
  const standings = standingQueries({ ...ports, tables, clock });
  return {
    ...ports,
    ...{ tables, uow, clock, audit, db, timeline, standings },
    steps: createSteps(tables, clock, ports.calendar),
    record: createRecord({ ...ports, audit, timeline }),
    deadlines: createDeadlines(ports.calendar),
    topics: topicQueries(tables),
    stored: createDoomedFiles(ctx, tables.doomed),
    surrounds: surroundingQueries({ ...ports, standings, clock }),
    watch: watchQueries(db, clock),
    invited: invitedQueries(db),
  };
};

type Wired = Required<Pick<ModuleParts, 'jobs' | 'retention' | 'desk' | 'nav'>> & {
  routes(again: Handler): Route[];
  readonly brought: CaseParts;
};

/** Coordination, monitors, and what time does. */
export const wireWatch = (ctx: ModuleContext, tables: Tables): Wired => {
  const shared = wireShared(ctx, tables);
  const { watch, invited, surrounds, clock } = shared;
  const invitations = createInvitations(shared);
  const clocks = createClocks(shared);
  const desk = deskQueries(shared);
  const job = (name: string, every: string, run: () => Promise<number>): Job => ({
    ...{ name: `feedback.${name}`, every },
    run: async () => void (await run()),
  });
  const controllers = {
    watch: watchController({
      ...{ ...shared, reads: watch, urging: urgingService(shared), extensions: extensionService(shared) },
      evidence: evidenceService({ ...shared, vault: ctx.vault }),
    }),
    invitations: invitationController({ ...shared, reads: invited, invitations }),
    topics: topicAdminController({ ...shared, service: topicAdministration(shared), journal: ctx.journal }),
    figures: figureController({ ...shared, figures: figureQueries(shared.db, clock) }),
    clock,
  };
  return {
    routes: (again) => watchRoutes(controllers, again),
    brought: surrounds.brought,
    jobs: [
      job('invitations', '*/5 * * * *', () => invitations.lapse()),
      job('deadlines', '*/5 * * * *', () => clocks.tell()),
      job('closing', '10 * * * *', () => clocks.close()),
    ],
    retention: feedbackRetention(shared),
    nav: watchNav({
      invited: async (actor) => invited.count((await shared.standings.reachOf(actor)).agencies),
      late: async (actor) => (await watch.counts(await shared.standings.reachOf(actor))).late,
    }),
    desk: [
      { order: 20, view: 'feedback/desk', permission: HANDLE, data: desk.office },
      { order: 20, view: 'feedback/desk', permission: WATCH, data: desk.monitor },
    ],
  };
};
