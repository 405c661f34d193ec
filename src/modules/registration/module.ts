import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, places, settings } from '../../contracts/organisation.js';
import { dossierDecided, dossierDeclared, dossierQueries, dossierSteps } from '../../contracts/registration.js';
import { defineModule, provide } from '../../core/module.js';
import { seedRegistrationDemo } from '../../../seeders/demo/registration.js';
import { declarationsOf } from './declaration.service.js';
import { dossierQueriesOf } from './dossier.queries.js';
import { draftsOf } from './draft.service.js';
import { expiryOf } from './expiry.service.js';
import { formController } from './form.controller.js';
import { registrationJobs } from './jobs.js';
import { front, nav } from './menu.js';
import { migrations } from './migrations.js';
import { receivedController } from './received.controller.js';
import { registrationRoutes } from './registration.routes.js';
import { stepsOf } from './steps.service.js';
import { openTables, TABLE_NAMES } from './tables.js';
import { trackingController } from './tracking.controller.js';

/** Dossiers: citizens declare form 01, follow it, and it moves through its states. */
export const registration = defineModule({
  id: 'registration',
  title: 'Declarations of form 01: taken in, followed, moved through their states',
  requires: [agencies, places, settings, messenger, accounts],
  provides: [dossierQueries, dossierSteps],
  publishes: [dossierDeclared, dossierDecided],
  tables: TABLE_NAMES,
  migrations,
  setup: (ctx) => {
    const tables = openTables(ctx.db.sequelize);
    const ports = {
      agencies: ctx.use(agencies),
      places: ctx.use(places),
      settings: ctx.use(settings),
      messenger: ctx.use(messenger),
      accounts: ctx.use(accounts),
    };
    const drafts = draftsOf(ctx, tables);
    const declarations = declarationsOf(ctx, tables, ports, drafts);
    const parts = { ...ports, clock: ctx.clock, tables, drafts, declarations, phoneHash: (phone: string) => ctx.keyedHash('registration.phone', phone) };
    const form = formController(parts);
    const received = receivedController(parts);
    const tracking = trackingController(parts);
    return {
      provides: new Map([provide(dossierQueries, dossierQueriesOf(ctx.db, ctx.clock)), provide(dossierSteps, stepsOf(ctx, tables))]),
      routes: registrationRoutes({ form, received, tracking }),
      nav,
      front,
      jobs: registrationJobs(expiryOf(ctx, tables, ports, drafts), drafts),
      seed: { demo: () => seedRegistrationDemo(ctx, tables, ports) },
    };
  },
});
