import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import type { Table } from '../../core/db/table.js';
import type { ModuleContext } from '../../core/module.js';
import { guardianshipController } from './guardianship.controller.js';
import { guardianshipDeskController } from './guardianship-desk.controller.js';
import type { GuardianshipRow } from './guardianship.model.js';
import { guardianshipQueries } from './guardianship.queries.js';
import { createGuardianshipService } from './guardianship.service.js';
import type { PersonService } from './person.service.js';

/** Guardianship: what a guardian sees, and the desk where it is registered. */
export const wireGuardianship = (
  { db, uow, clock, audit, use }: ModuleContext,
  table: Table<GuardianshipRow>,
  people: PersonService,
) => {
  const queries = guardianshipQueries(db);
  const ports = { accounts: use(accounts), messenger: use(messenger) };
  const service = createGuardianshipService({ table, queries, uow, audit, clock, ...ports });
  return {
    family: guardianshipController({ clock, queries, service }),
    guardians: guardianshipDeskController({ clock, people, queries, service }),
  };
};
