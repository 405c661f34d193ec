import { seedReasons } from '../../../seeders/reference/approval.js';
import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, settings } from '../../contracts/organisation.js';
import { memberRegistry, participants } from '../../contracts/records.js';
import { dossierQueries, dossierSteps } from '../../contracts/registration.js';
import type { Actor } from '../../core/context.js';
import type { ModuleContext } from '../../core/module.js';
import type { Controllers } from './approval.routes.js';
import { createAssessmentService } from './assessment.service.js';
import { createGuard } from './conflict.service.js';
import { presentDesk } from './desk.presenter.js';
import { deskFacts } from './desk.queries.js';
import { createDossierController } from './dossier.controller.js';
import { createDossierReads } from './dossier.queries.js';
import { createDuplicateQueries } from './duplicate.queries.js';
import { createIntakeController } from './intake.controller.js';
import { createIntakeService } from './intake.service.js';
import { createListController } from './list.controller.js';
import { createListQueries } from './list.queries.js';
import { createPictureController } from './picture.controller.js';
import { createReasonController } from './reason.controller.js';
import { reasonTable } from './reason.model.js';
import { reasonQueries } from './reason.queries.js';
import { createReasonService } from './reason.service.js';
import { createRegistryQuestion } from './registry.queries.js';
import { createReplacementController } from './replacement.controller.js';
import { createScope } from './scope.queries.js';
import { createStepService } from './step.service.js';
import { createWorkClock } from './work.queries.js';

/** Puts the parts of the module together. */
export const wire = (
  ctx: ModuleContext,
): {
  controllers: Controllers;
  waiting(actor: Actor): Promise<number>;
  desk(actor: Actor): Promise<object>;
  seedReference(): Promise<void>;
} => {
  const { uow, audit, vault, clock } = ctx;
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
  const shared = {
    ...ports,
    reasons: reasonQueries(reasonRows),
    scope,
    workClock,
    uow,
    audit,
    vault,
    clock,
    duplicates: createDuplicateQueries(ports.accounts, ports.dossiers),
    askRegistry: createRegistryQuestion(ctx.use(memberRegistry), ctx.log),
    guarded: createGuard(ports.dossiers, clock),
  };
  const reads = createDossierReads(shared);
  const lists = createListQueries(ports.dossiers, scope, workClock);
  const facts = deskFacts(shared);
  const stepService = createStepService(shared);
  const assessment = createAssessmentService(shared);
  return {
    controllers: {
      list: createListController(lists, clock),
      dossier: createDossierController({ ...shared, reads, steps: stepService, assessment }),
      picture: createPictureController({ ...shared, reads, steps: stepService }),
      replacement: createReplacementController(reads, stepService),
      reason: createReasonController(shared.reasons, createReasonService({ uow, audit, reasons: reasonRows })),
      intake: createIntakeController(createIntakeService(shared), scope, ports.agencies),
    },
    seedReference: () => uow.run(() => seedReasons(reasonRows)),
    waiting: lists.waiting,
    desk: async (actor: Actor) => presentDesk(await facts(actor)),
  };
};
