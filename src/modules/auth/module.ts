import { accounts, codes, officers } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, settings } from '../../contracts/organisation.js';
import { defineModule, provide } from '../../core/module.js';
import { demoNotes, seedDemo } from '../../../seeders/demo/auth.js';
import { provinceAccounts } from '../../../seeders/province/auth.js';
import { isAdmitted } from './address.rules.js';
import { MANAGE } from './admin.routes.js';
import { accountActs } from './activity.rules.js';
import { authRoutes } from './auth.routes.js';
import { authSettings, type AuthSettings } from './settings.js';
import { codeRequested } from './events.js';
import { migrations } from './migrations.js';
import { nav } from './menu.js';
import { roles } from './role.rules.js';
import { officersOf } from './officer-name.queries.js';
import { officerActs } from './officer.rules.js';
import { TABLE_NAMES } from './tables.js';
import { wire } from './wiring.js';

export const auth = defineModule<AuthSettings>({
  id: 'auth',
  title: 'Accounts, officers, sign-in, one-time codes',
  requires: [agencies, settings, messenger],
  provides: [accounts, codes, officers],
  publishes: [codeRequested],
  roles,
  acts: { ...accountActs, ...officerActs },
  config: authSettings,
  permissions: [{ id: MANAGE, label: 'Quản lý tài khoản cán bộ', roles: ['admin'] }],
  tables: TABLE_NAMES,
  migrations,
  setup: (context) => {
    const wired = wire(context);
    const { tables, ports, house } = wired;
    return {
      provides: new Map([
        provide(accounts, wired.accounts),
        provide(codes, wired.codes),
        provide(officers, officersOf(context.db, context.permissions)),
      ]),
      actors: wired.actors,
      routes: authRoutes(wired),
      jobs: wired.jobs,
      retention: wired.retention,
      subscriptions: wired.subscriptions,
      nav,
      personalData: wired.personalData,
      commands: wired.staff.commands,
      admitsOfficers: (ip) => isAdmitted(ip, context.settings.officerNetworks),
      seed: {
        demo: () => seedDemo({ ...house, ...tables, agencies: ports.agencies }),
        province: () => provinceAccounts(tables.accounts, house.clock),
      },
      demoNotes,
    };
  },
});
