import { seedReasons } from '../../../seeders/reference/approval.js';
import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, settings } from '../../contracts/organisation.js';
import { memberRegistry, participants } from '../../contracts/records.js';
import { dossierQueries, dossierSteps } from '../../contracts/registration.js';
import type { Actor } from '../../core/context.js';
import type { ModuleContext } from '../../core/module.js';
import type { Retention } from '../../core/retention/retention.js';
import type { Controllers } from './approval.routes.js';
import { createAssessmentService } from './assessment.service.js';
import { createGuard } from './conflict.service.js';
import { presentDesk } from './desk.presenter.js';
import { deskFacts } from './desk.queries.js';
import { createDecisions } from './decision.service.js';
import { createDossierController } from './dossier.controller.js';
import { createDossierReads } from './dossier.queries.js';
import { createDuplicateController } from './duplicate.controller.js';
import { createDuplicateQueries } from './duplicate.queries.js';
import { createHelpController } from './help.controller.js';
import { createHelpFiles } from './help-file.service.js';
import { helpFileTable, helpTurnTable } from './help.model.js';
import { createOpenings } from './help-opening.controller.js';
import { createHelpPhoneController } from './help-phone.controller.js';
import { createHelpPhone, type HelpPhoneParts } from './help-phone.service.js';
import { createHelpReads, type HelpReadParts } from './help.queries.js';
import type { HelpControllers } from './help.routes.js';
import { createHelpService } from './help.service.js';
import { createHelpTurns } from './help-turn.service.js';
import { createIntakeController } from './intake.controller.js';
import { createIntakeService } from './intake.service.js';
import { createListController } from './list.controller.js';
import { createListQueries } from './list.queries.js';
import { createMessageController } from './message.controller.js';
import { createResendService } from './message.service.js';
import { createPictureController } from './picture.controller.js';
import { createReasonController } from './reason.controller.js';
import { reasonTable } from './reason.model.js';
import { reasonQueries } from './reason.queries.js';
import { createReasonService } from './reason.service.js';
import { createRegistryQuestion } from './registry.queries.js';
import { createReplacementController } from './replacement.controller.js';
import { createRequestApproval } from './request-approval.service.js';
import { createScope } from './scope.queries.js';
import { wireSecondPerson } from './second-person.wiring.js';
import { createStepService } from './step.service.js';
import { createWorkClock } from './work.queries.js';

type HelpPorts = Pick<HelpPhoneParts, 'accounts' | 'participants' | 'dossiers' | 'steps' | 'second'> &
  Pick<HelpReadParts, 'askRegistry'>;

/** Help with accounts at the desk. */
const wireHelp = (ctx: ModuleContext, ports: HelpPorts) => {
  const { uow, audit, vault, clock, journal, db, acts, publicUrl } = ctx;
  const reads = createHelpReads({ ...ports, journal, db });
  const turns = createHelpTurns({ ...ctx, ...ports, turns: helpTurnTable(db.sequelize) });
  const files = createHelpFiles({ files: helpFileTable(db.sequelize), vault, uow, clock });
  const help = createHelpService({ reads, turns, accounts: ports.accounts, uow, audit });
  const seal = ctx.seal('approval.help');
  const phones = createHelpPhone({ ...ports, settings: ctx.use(settings), turns, files, seal, uow, audit, clock });
  const openings = createOpenings(reads, clock);
  const controllers: HelpControllers = {
    help: createHelpController({ reads, turns, help, openings, vault, uow, audit, clock, acts, publicUrl }),
    phone: createHelpPhoneController({ reads, turns, phones, openings }),
  };
  return { controllers, handler: phones.handler, retention: [files.retention] };
};

/** What most parts share. */
const wireShared = (ctx: ModuleContext) => {
  const { uow, audit, vault, clock, journal } = ctx;
  const ports = {
    dossiers: ctx.use(dossierQueries),
    steps: ctx.use(dossierSteps),
    accounts: ctx.use(accounts),
    participants: ctx.use(participants),
    agencies: ctx.use(agencies),
    messenger: ctx.use(messenger),
  };
  const scope = createScope(ports.agencies);
  const workClock = createWorkClock(ctx.use(settings), clock);
  const reasonRows = reasonTable(ctx.db.sequelize);
  const { second, reads: proposals, complete: completeSecond } = wireSecondPerson(ctx, { ...ports, scope });
  const parts = {
    ...ports,
    reasonRows,
    reasons: reasonQueries(reasonRows),
    settings: ctx.use(settings),
    scope,
    workClock,
    second,
    proposals,
    ...{ uow, audit, vault, clock, journal },
    duplicates: createDuplicateQueries(ports.accounts, ports.dossiers),
    askRegistry: createRegistryQuestion(ctx.use(memberRegistry), ctx.log),
    guarded: createGuard(ports.dossiers, clock),
  };
  return { ...parts, decisions: createDecisions(parts), completeSecond };
};

/** Puts the parts of the module together. */
export const wire = (
  ctx: ModuleContext,
): {
  controllers: Controllers;
  waiting(actor: Actor): Promise<number>;
  waitingSecond(actor: Actor): Promise<number>;
  desk(actor: Actor): Promise<object>;
  seedReference(): Promise<void>;
  retention: readonly Retention[];
} => {
  const { uow, audit, clock } = ctx;
  const shared = wireShared(ctx);
  const { dossiers, scope, workClock, proposals, reasonRows } = shared;
  const reads = createDossierReads(shared);
  const lists = createListQueries(dossiers, scope, workClock);
  const facts = deskFacts(shared);
  const stepService = createStepService(shared);
  const assessment = createAssessmentService(shared);
  const requests = createRequestApproval(shared);
  const help = wireHelp(ctx, shared);
  return {
    controllers: {
      help: help.controllers,
      list: createListController(lists, clock),
      dossier: createDossierController({ ...shared, reads, steps: stepService, assessment, requests }),
      duplicate: createDuplicateController({ ...shared, reads }),
      second: shared.completeSecond(requests, help.handler),
      message: createMessageController(createResendService(shared)),
      picture: createPictureController({ ...shared, reads, steps: stepService }),
      replacement: createReplacementController(reads, stepService),
      reason: createReasonController(shared.reasons, createReasonService({ uow, audit, reasons: reasonRows })),
      intake: createIntakeController(createIntakeService(shared), scope, shared.agencies),
    },
    seedReference: () => uow.run(() => seedReasons(reasonRows)),
    retention: help.retention,
    waiting: lists.waiting,
    waitingSecond: proposals.count,
    desk: async (actor: Actor) => presentDesk(await facts(actor)),
  };
};
