import type { Agencies } from '../../contracts/organisation.js';
import type { DossierQueries, DossierSteps } from '../../contracts/registration.js';
import type { ModuleContext } from '../../core/module.js';
import type { RequestApproval } from './request-approval.service.js';
import { createRequestProposal } from './request-proposal.service.js';
import type { Scope } from './scope.queries.js';
import { createSecondPersonController, type SecondPersonController } from './second-person.controller.js';
import { secondPersonTable } from './second-person.model.js';
import { createSecondPersonReads } from './second-person.queries.js';
import { createSecondPerson, type ProposalHandler, type ProposalHandlers } from './second-person.service.js';

interface Ports {
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly agencies: Agencies;
  readonly scope: Scope;
}

/** What waits for a second person. Those who propose are wired after it and then named as handlers. */
export const wireSecondPerson = (ctx: ModuleContext, { dossiers, steps, agencies, scope }: Ports) => {
  const { uow, audit, clock, vault, db } = ctx;
  const proposals = secondPersonTable(db.sequelize);
  let handlers: ProposalHandlers | undefined;
  const known = (): ProposalHandlers => {
    if (!handlers) throw new Error('the kinds of proposals are not wired');
    return handlers;
  };
  const second = createSecondPerson({ proposals, uow, audit, clock, handlers: known });
  const reads = createSecondPersonReads(db, proposals, scope);
  return {
    second,
    reads,
    complete: (approval: RequestApproval, phone: ProposalHandler): SecondPersonController => {
      handlers = { dossier: createRequestProposal({ dossiers, steps, approval }), phone };
      return createSecondPersonController({ reads, decisions: second, handlers, agencies, vault, uow, audit, clock });
    },
  };
};
