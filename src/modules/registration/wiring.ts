import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, places, settings } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { Declarations } from './declaration.service.js';
import { draftsOf } from './draft.service.js';
import { Expiry } from './expiry.service.js';
import { formController } from './form.controller.js';
import { formChecksOf } from './form-check.service.js';
import { ownDossierQueries } from './own-dossier.queries.js';
import { receivedController } from './received.controller.js';
import type { Controllers } from './registration.routes.js';
import { openTables } from './tables.js';
import { trackingController } from './tracking.controller.js';

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
  const controllers: Controllers = {
    form: formController(parts),
    received: receivedController(parts),
    tracking: trackingController(parts),
  };
  return { tables, ports, drafts, controllers, expiry: new Expiry(ctx, { ...ports, tables, drafts }) };
};
