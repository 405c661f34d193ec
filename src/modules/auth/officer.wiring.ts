import type { ModuleContext } from '../../core/module.js';
import type { Agencies } from '../../contracts/organisation.js';
import { adminQueries } from './admin.queries.js';
import { createAdministration } from './admin.service.js';
import type { Attempts } from './attempt.service.js';
import { firstOfficerCommands } from './first-officer.service.js';
import { hashing } from './hashing.service.js';
import { createOfficerLinks } from './officer-link.service.js';
import {
  officerLinkTable,
  officerRoleTable,
  officerSessionTable,
  officerTable,
  officerWordTable,
} from './officer.model.js';
import { createOfficerPasswords } from './officer-password.service.js';
import { officerQueries } from './officer.queries.js';
import { createOfficers } from './officer.service.js';
import { sealedNotes } from './sealed-note.service.js';
import type { AuthSettings } from './settings.js';
import { recoveryTable, totpTable } from './totp.model.js';
import { createSecondFactor } from './totp.service.js';

/** Tables of officers, for the seeds as well. */
export const officerTables = ({ db: { sequelize } }: Pick<ModuleContext, 'db'>) => ({
  officers: officerTable(sequelize),
  sessions: officerSessionTable(sequelize),
  officerRoles: officerRoleTable(sequelize),
  officerWords: officerWordTable(sequelize),
  links: officerLinkTable(sequelize),
  factors: totpTable(sequelize),
  recovery: recoveryTable(sequelize),
});

export interface OfficerWiring {
  readonly context: ModuleContext<AuthSettings>;
  readonly tables: ReturnType<typeof officerTables>;
  readonly agencies: Agencies;
  readonly attempts: Attempts;
}

/** What officers and their administrators do, put together once. */
export const wireOfficers = ({ context, tables, agencies, attempts }: OfficerWiring) => {
  const { uow, audit, clock, db } = context;
  const keyedHash = (purpose: string, value: string): string => context.keyedHash(purpose, value);
  const house = { uow, audit, clock, attempts, hashing, keyedHash };
  const queries = officerQueries(db);
  const lists = adminQueries(db);
  const factor = createSecondFactor({ ...tables, ...house, seal: context.seal('auth.totp') });
  const officers = createOfficers({ ...tables, ...house, queries, factor });
  const links = createOfficerLinks({ ...tables, clock, keyedHash });
  const administration = createAdministration({ ...tables, ...house, queries: lists, links, factor, agencies });
  return {
    queries,
    lists,
    factor,
    officers,
    administration,
    passwords: createOfficerPasswords({ ...tables, ...house, queries, signIn: officers, links }),
    notes: sealedNotes(context.seal('auth.note')),
    policy: context.settings.totp,
    publicUrl: context.publicUrl,
    permissions: context.permissions,
    agencies,
    clock,
    commands: firstOfficerCommands({ administration, lists, agencies, uow, publicUrl: context.publicUrl }),
  };
};

export type WiredOfficers = ReturnType<typeof wireOfficers>;
