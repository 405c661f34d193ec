import { accounts, codes } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, places, settings } from '../../contracts/organisation.js';
import { memberRegistry } from '../../contracts/records.js';
import { dossierQueries, dossierSteps, type DossierQueries } from '../../contracts/registration.js';
import { dossierTracking, type DossierTracking } from '../../contracts/registration-tracking.js';
import { provide, type ModuleContext } from '../../core/module.js';
import { assistController } from './assist.controller.js';
import { assistQueries } from './assist.queries.js';
import { changeController } from './change.controller.js';
import { Declarations } from './declaration.service.js';
import { dossierQueriesOf } from './dossier.queries.js';
import { draftsOf } from './draft.service.js';
import { Expiry } from './expiry.service.js';
import { formController } from './form.controller.js';
import { formChecksOf } from './form-check.service.js';
import { onFileQueries } from './on-file.queries.js';
import { ownDossierQueries } from './own-dossier.queries.js';
import { ownRequestQueries } from './own-request.queries.js';
import { receivedController } from './received.controller.js';
import { repairController } from './repair.controller.js';
import { repairAttemptsOf } from './repair-attempt.service.js';
import { repairKeysOf } from './repair-key.service.js';
import { repairLinksOf } from './repair-link.service.js';
import { repairQueries } from './repair.queries.js';
import { Repairs } from './repair.service.js';
import type { Controllers } from './registration.routes.js';
import { codePages } from './request-code.controller.js';
import { requestListController } from './request-list.controller.js';
import type { RequestControllers } from './request.routes.js';
import { Requests } from './request.service.js';
import { Steps } from './steps.service.js';
import { stopController } from './stop.controller.js';
import { openTables, type Tables } from './tables.js';
import { trackingController } from './tracking.controller.js';
import { trackingQueries } from './tracking.queries.js';

interface Answers {
  readonly tables: Tables;
  readonly dossiers: DossierQueries;
  readonly tracking: DossierTracking;
}

/** What other modules get. */
const portsOf = (ctx: ModuleContext, { tables, dossiers, tracking }: Answers): ReadonlyMap<string, unknown> =>
  new Map([
    provide(dossierQueries, dossiers),
    provide(dossierSteps, new Steps(ctx, tables)),
    provide(dossierTracking, tracking),
  ]);

/** The parts of the module, each given what it needs. */
export const wire = (ctx: ModuleContext) => {
  const tables = openTables(ctx.db.sequelize);
  const ports = {
    agencies: ctx.use(agencies),
    places: ctx.use(places),
    settings: ctx.use(settings),
    messenger: ctx.use(messenger),
    accounts: ctx.use(accounts),
  };
  const drafts = draftsOf(ctx, tables);
  const declarations = new Declarations(ctx, { ...ports, tables, drafts });
  const phoneHash = (phone: string): string => ctx.keyedHash('registration.phone', phone);
  const checks = formChecksOf({ ...ports, clock: ctx.clock });
  const parts = {
    ...ports,
    checks,
    clock: ctx.clock,
    queries: ownDossierQueries(tables),
    drafts,
    declarations,
    phoneHash,
  };
  const tracking = trackingQueries(parts);
  const controllers: Controllers = {
    form: formController(parts),
    received: receivedController(parts),
    tracking: trackingController(tracking),
  };
  const attempts = repairAttemptsOf(ctx, tables);
  const receivedHash = (secret: string): string => declarations.hashOf(secret);
  const repair = repairController({
    ...parts,
    corrections: repairQueries(tables),
    links: repairLinksOf(ctx, { ...parts, attempts, receivedHash, keys: repairKeysOf(ctx) }),
    repairs: new Repairs(ctx, { ...ports, tables, drafts, receivedHash }),
  });
  const assist = assistController({ ...parts, printing: assistQueries(tables), uow: ctx.uow, audit: ctx.audit });
  const dossiers = dossierQueriesOf(ctx.db, ctx.clock);
  const onFile = onFileQueries({ ...ports, registry: ctx.use(memberRegistry), dossiers });
  const requests = new Requests(ctx, { ...ports, tables, codes: ctx.use(codes) });
  const lists = requestListController({ ...ports, queries: ownRequestQueries(tables), requests });
  const requestParts = { ...parts, onFile, requests, lists, codePages: codePages(ctx.use(codes), ctx.clock) };
  const requestControllers: RequestControllers = {
    change: changeController(requestParts),
    stop: stopController(requestParts),
    lists,
  };
  return {
    tables,
    ports,
    drafts,
    controllers,
    repair,
    assist,
    attempts,
    requestControllers,
    provides: portsOf(ctx, { tables, dossiers, tracking: tracking.port }),
    expiry: new Expiry(ctx, { ...ports, tables, drafts }),
  };
};
