import { messenger } from '../../contracts/notification.js';
import { agencies, settingNames, settings } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { activityQueries } from './activity.queries.js';
import { accountTable } from './account.model.js';
import { accountQueries } from './account.queries.js';
import { createAccounts } from './accounts.service.js';
import { actorLoader } from './actors.service.js';
import { attemptTable } from './attempt.model.js';
import { createAttempts } from './attempt.service.js';
import { subscribe } from '../../core/events/outbox.js';
import type { AuthSettings } from './settings.js';
import { cleaning } from './cleaning.service.js';
import { codeRequested } from './events.js';
import { deviceTable } from './device.model.js';
import { deviceQueries } from './device.queries.js';
import { createDevices } from './device.service.js';
import { hashing } from './hashing.service.js';
import { officerTables, wireOfficers } from './officer.wiring.js';
import { wireOtp } from './otp.wiring.js';
import { createPasswordChange } from './password-change.service.js';
import { createLock } from './lock.service.js';
import { accountData } from './personal-data.js';
import { reminderJob } from './reminder.service.js';
import { permissionsByRole } from './role.rules.js';
import { createSignIn } from './sign-in.service.js';

/** Tables, services and ports of the module, put together once. Changes nothing in the world. */
export const wire = (context: ModuleContext<AuthSettings>) => {
  const { db, uow, clock, audit } = context;
  const tables = {
    accounts: accountTable(db.sequelize),
    ...officerTables(context),
    attempts: attemptTable(db.sequelize),
    devices: deviceTable(db.sequelize),
  };
  const ports = { agencies: context.use(agencies), messenger: context.use(messenger) };
  const queries = accountQueries(db);
  const codes = wireOtp({ context, queries, messenger: ports.messenger });
  const dated = context.use(settings);
  const passwordDays = (day: string): Promise<number> => dated.number(settingNames.passwordDays, day);
  const reminderDays = (day: string) => dated.numbers(settingNames.passwordReminderDays, day);
  const keyedHash = (purpose: string, value: string): string => context.keyedHash(purpose, value);
  const { networks, totp } = context.settings;
  const attempts = createAttempts({ table: tables.attempts, uow, clock, networks, keyedHash });
  const house = { uow, audit, clock, attempts, hashing, db, messenger: ports.messenger };
  const staff = wireOfficers({ context, tables, agencies: ports.agencies, attempts });
  const devices = createDevices({ table: tables.devices, messenger: ports.messenger, clock });
  return {
    desk: context.desk,
    personalData: accountData({ ...ports, queries, devices: deviceQueries(db), journal: context.journal }),
    tables,
    ports,
    queries,
    keyedHash,
    house,
    jobs: [reminderJob({ ...house, accounts: tables.accounts, passwordDays, reminderDays })],
    retention: [cleaning({ ...tables, ...codes.tables, uow, clock })],
    change: createPasswordChange({ ...house, accounts: tables.accounts, queries, passwordDays }),
    accounts: createAccounts({ ...house, table: tables.accounts, closing: codes.closing, devices }),
    signIn: createSignIn({ ...house, accounts: tables.accounts, queries, devices, passwordDays }),
    staff,
    devicePage: {
      lock: createLock({ ...house, accounts: tables.accounts, queries, closing: codes.closing }),
      devices: deviceQueries(db),
      activity: activityQueries(context.journal, ports.agencies),
      acts: context.acts,
    },
    steps: { ...codes, clock },
    codes: codes.port,
    subscriptions: [subscribe(codeRequested, 'auth.send-code', ({ codeId }) => codes.otp.deliver(codeId))],
    actors: actorLoader({
      accounts: tables.accounts,
      queries,
      officers: staff.queries,
      agencies: ports.agencies,
      permissions: permissionsByRole(context.permissions),
      totp,
      uow,
      clock,
    }),
  };
};

export type Wired = ReturnType<typeof wire>;
