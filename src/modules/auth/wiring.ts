import { messenger } from '../../contracts/notification.js';
import { agencies, settingNames, settings } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { accountTable } from './account.model.js';
import { accountQueries } from './account.queries.js';
import { createAccounts } from './accounts.service.js';
import { actorLoader } from './actors.service.js';
import { attemptTable } from './attempt.model.js';
import { createAttempts } from './attempt.service.js';
import { subscribe } from '../../core/events/outbox.js';
import type { AuthSettings } from './settings.js';
import { cleaningJob } from './cleaning.service.js';
import { codeRequested } from './events.js';
import { hashing } from './hashing.service.js';
import { officerTables, wireOfficers } from './officer.wiring.js';
import { challengeTable, codeTable, quotaTable } from './otp.model.js';
import { createCodes } from './codes.service.js';
import { createOtpClosing } from './otp-closing.service.js';
import { createOtpGuesses } from './otp-guess.service.js';
import { createOtp } from './otp.service.js';
import { createPasswordChange } from './password-change.service.js';
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
    challenges: challengeTable(db.sequelize),
    codes: codeTable(db.sequelize),
    quotas: quotaTable(db.sequelize),
  };
  const ports = { agencies: context.use(agencies), messenger: context.use(messenger) };
  const dated = context.use(settings);
  const passwordDays = (day: string): Promise<number> => dated.number(settingNames.passwordDays, day);
  const keyedHash = (purpose: string, value: string): string => context.keyedHash(purpose, value);
  const queries = accountQueries(db);
  const attempts = createAttempts({
    table: tables.attempts,
    uow,
    clock,
    networks: context.settings.networks,
    keyedHash,
  });
  const house = { uow, audit, clock, attempts, hashing, db, messenger: ports.messenger };
  const phoneOf = async (subject: string): Promise<string | undefined> => (await queries.byId(subject))?.phone;
  const staff = wireOfficers({ context, tables, agencies: ports.agencies, attempts });
  const otpTables = { challenges: tables.challenges, codes: tables.codes, quotas: tables.quotas };
  const closing = createOtpClosing({ ...otpTables, clock });
  const codeParts = { ...house, ...otpTables, outbox: context.outbox, phoneOf, keyedHash };
  const [otp, guesses] = [createOtp(codeParts), createOtpGuesses(codeParts)];
  return {
    desk: context.desk,
    phoneOf,
    tables,
    ports,
    queries,
    keyedHash,
    house,
    jobs: [reminderJob({ ...house, accounts: tables.accounts, passwordDays }), cleaningJob({ ...tables, uow, clock })],
    change: createPasswordChange({ ...house, accounts: tables.accounts, queries, passwordDays }),
    accounts: createAccounts({ ...house, table: tables.accounts, closing }),
    signIn: createSignIn({ ...house, accounts: tables.accounts, queries, passwordDays }),
    staff,
    otp,
    guesses,
    codes: createCodes({ otp, guesses, phoneOf }),
    subscriptions: [subscribe(codeRequested, 'auth.send-code', ({ codeId }) => otp.deliver(codeId))],
    actors: actorLoader({
      accounts: tables.accounts,
      queries,
      officers: staff.queries,
      agencies: ports.agencies,
      permissions: permissionsByRole(context.permissions),
      totp: context.settings.totp,
      uow,
      clock,
    }),
  };
};

export type Wired = ReturnType<typeof wire>;
