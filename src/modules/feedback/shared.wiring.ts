import { accounts, officers } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, officeContacts, places, settings, workCalendar } from '../../contracts/organisation.js';
import { createDoomedFiles } from '../../core/files/doomed-files.js';
import { createDraftFiles } from '../../core/files/draft-files.js';
import type { ModuleContext } from '../../core/module.js';
import { createDeadlines } from './deadline.service.js';
import { intakeService } from './intake.service.js';
import { invitedQueries } from './invited.queries.js';
import { keptFileService } from './kept-file.service.js';
import { createRecord } from './record.service.js';
import { standingQueries } from './standing.queries.js';
import { createSteps } from './step.service.js';
import type { Tables } from './tables.js';
import { writeTimeline } from './timeline.service.js';
import { topicQueries } from './topic.queries.js';
import { viewingService } from './viewing.service.js';

/** What citizens, officers and monitors have in common: ports of other modules, and the ways to read and move a case. */
export const wireShared = (ctx: ModuleContext, tables: Tables) => {
  const { uow, clock, audit, vault, db } = ctx;
  const ports = {
    accounts: ctx.use(accounts),
    agencies: ctx.use(agencies),
    calendar: ctx.use(workCalendar),
    contacts: ctx.use(officeContacts),
    messenger: ctx.use(messenger),
    officers: ctx.use(officers),
    places: ctx.use(places),
    settings: ctx.use(settings),
  };
  const timeline = writeTimeline(tables, clock);
  const { drafts: table, doomed } = tables;
  const hashOf = (formKey: string): string => ctx.keyedHash('feedback.draft', formKey);
  const drafts = createDraftFiles({ uow, clock, vault, drafts: table, doomed, hashOf });
  return {
    ...ports,
    tables,
    uow,
    clock,
    audit,
    vault,
    db,
    timeline,
    deadlines: createDeadlines(ports.calendar),
    drafts,
    intake: intakeService({ ...ports, ctx, tables }),
    invited: invitedQueries(db),
    kept: keptFileService({ drafts, vault, uow }),
    record: createRecord({ ...ports, audit, timeline }),
    standings: standingQueries({ ...ports, tables, clock }),
    steps: createSteps(tables, clock, ports.calendar),
    stored: createDoomedFiles(ctx, tables.doomed),
    topics: topicQueries(tables),
    viewing: viewingService(ctx),
  };
};

export type Shared = ReturnType<typeof wireShared>;
