import type { Handler, Route } from '../../core/http/route.js';
import type { Job } from '../../core/jobs/scheduler.js';
import type { ModuleContext, ModuleParts } from '../../core/module.js';
import type { CaseParts } from './case.controller.js';
import { createClocks } from './clock.service.js';
import { deskQueries } from './desk.queries.js';
import { evidenceService } from './evidence.service.js';
import { extensionService } from './extension.service.js';
import { figureController } from './figure.controller.js';
import { figureQueries } from './figure.queries.js';
import { invitationController } from './invitation.controller.js';
import { createInvitations } from './invitation.service.js';
import { HANDLE, WATCH } from './permission.rules.js';
import { feedbackRetention } from './retention.js';
import type { Shared } from './shared.wiring.js';
import { surroundingQueries } from './surrounding.queries.js';
import { topicAdminController } from './topic-admin.controller.js';
import { topicAdministration } from './topic-admin.service.js';
import { urgingService } from './urging.service.js';
import { watchController } from './watch.controller.js';
import { watchNav } from './menu.js';
import { watchQueries } from './watch.queries.js';
import { watchRoutes } from './watch.routes.js';

type Wired = Required<Pick<ModuleParts, 'jobs' | 'retention' | 'desk' | 'nav'>> & {
  routes(again: Handler): Route[];
  readonly brought: CaseParts;
};

/** Coordination, monitors, and what time does. */
export const wireWatch = (ctx: ModuleContext, shared: Shared): Wired => {
  const { invited, clock, db } = shared;
  const surrounds = surroundingQueries(shared);
  const watch = watchQueries(db, clock);
  const invitations = createInvitations(shared);
  const clocks = createClocks(shared);
  const desk = deskQueries({ ...shared, watch });
  const job = (name: string, every: string, run: () => Promise<number>): Job => ({
    name: `feedback.${name}`,
    every,
    run: async () => void (await run()),
  });
  const controllers = {
    watch: watchController({
      ...shared,
      surrounds,
      reads: watch,
      urging: urgingService(shared),
      extensions: extensionService(shared),
      evidence: evidenceService({ ...shared, surrounds }),
    }),
    invitations: invitationController({ ...shared, surrounds, reads: invited, invitations }),
    topics: topicAdminController({
      ...shared,
      surrounds,
      service: topicAdministration(shared),
      journal: ctx.journal,
      acts: ctx.acts,
    }),
    figures: figureController({ ...shared, surrounds, figures: figureQueries(db, clock) }),
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
