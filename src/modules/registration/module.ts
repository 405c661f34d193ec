import { seedRegistrationDemo } from '../../../seeders/demo/registration.js';
import { provinceDossiers } from '../../../seeders/province/registration.js';
import { accounts, codes } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, places, settingNames, settings } from '../../contracts/organisation.js';
import { memberRegistry } from '../../contracts/records.js';
import * as contract from '../../contracts/registration.js';
import { dossierTracking } from '../../contracts/registration-tracking.js';
import { dayOf } from '../../core/clock.js';
import { defineModule } from '../../core/module.js';
import { registrationActs } from './acts.rules.js';
import { assistRoutes } from './assist.routes.js';
import { registrationJobs } from './jobs.js';
import { frontOf, nav } from './menu.js';
import { migrations } from './migrations.js';
import { dossierData } from './personal-data.js';
import { registrationRoutes } from './registration.routes.js';
import { repairRoutes } from './repair.routes.js';
import { requestRoutes } from './request.routes.js';
import { registrationRetention } from './retention.js';
import { TABLE_NAMES } from './tables.js';
import { wire } from './wiring.js';

/** Dossiers: citizens declare form 01, follow it, and it moves through its states. */
export const registration = defineModule({
  id: 'registration',
  title: 'Declarations of form 01: taken in, followed, moved through their states',
  requires: [agencies, places, settings, messenger, accounts, codes, memberRegistry],
  provides: [contract.dossierQueries, contract.dossierSteps, dossierTracking],
  publishes: [contract.dossierDeclared, contract.dossierDecided],
  permissions: [{ id: 'registration.assist', label: 'Kê khai hộ và in tờ khai', roles: ['reception', 'leader'] }],
  acts: registrationActs,
  tables: TABLE_NAMES,
  migrations,
  setup: (ctx) => {
    const { provides, tables, ports, drafts, controllers, repair, assist, attempts, requestControllers, expiry } =
      wire(ctx);
    const { settings: dated } = ports;
    return {
      provides,
      routes: [
        ...registrationRoutes(controllers),
        ...repairRoutes(repair),
        ...assistRoutes(assist),
        ...requestRoutes(requestControllers),
      ],
      nav,
      personalData: dossierData({ tables, messenger: ports.messenger }),
      front: frontOf(() => dated.number(settingNames.declarationDays, dayOf(ctx.clock.now()))),
      jobs: registrationJobs(expiry, attempts),
      retention: registrationRetention({ expiry, drafts, settings: dated, clock: ctx.clock }),
      seed: {
        demo: () => seedRegistrationDemo(ctx, tables, ports),
        province: async () => provinceDossiers(ctx, tables),
      },
    };
  },
});
