import { accounts, codes } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, settings } from '../../contracts/organisation.js';
import { defineModule, provide } from '../../core/module.js';
import { demoNotes, seedDemo } from '../../../seeders/demo/auth.js';
import { accountActs } from './activity.rules.js';
import { authRoutes } from './auth.routes.js';
import { authSettings, type AuthSettings } from './settings.js';
import { codeRequested } from './events.js';
import { migrations } from './migrations.js';
import { roles } from './role.rules.js';
import { nav } from './menu.js';
import { wire } from './wiring.js';

export const auth = defineModule<AuthSettings>({
  id: 'auth',
  title: 'Accounts, officers, sign-in, one-time codes',
  requires: [agencies, settings, messenger],
  provides: [accounts, codes],
  publishes: [codeRequested],
  roles,
  acts: accountActs,
  config: authSettings,
  tables: [
    'auth_account',
    'auth_officer',
    'auth_officer_session',
    'auth_attempt',
    'auth_otp_challenge',
    'auth_otp_code',
    'auth_otp_quota',
    'auth_device',
  ],
  migrations,
  setup: (context) => {
    const wired = wire(context);
    const { tables, ports, house } = wired;
    return {
      provides: new Map([provide(accounts, wired.accounts), provide(codes, wired.codes)]),
      actors: wired.actors,
      routes: authRoutes(wired),
      jobs: wired.jobs,
      subscriptions: wired.subscriptions,
      nav,
      seed: { demo: () => seedDemo({ ...house, ...tables, agencies: ports.agencies }) },
      demoNotes,
    };
  },
});
