import { demoNotes, seedDemoRecords } from '../../../seeders/demo/records.js';
import { provinceRecords } from '../../../seeders/province/records.js';
import { seedRecords } from '../../../seeders/reference/records.js';
import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, settings as settingsPort } from '../../contracts/organisation.js';
import { memberRegistry, numberFinder, participants } from '../../contracts/records.js';
import { dayOf } from '../../core/clock.js';
import { defineModule, provide } from '../../core/module.js';
import { recordsActs, recordsPermissions } from './acts.rules.js';
import { recordsImporters } from './importers.js';
import { recordsMigrations } from './migrations.js';
import { numberFinderOf } from './number-finder.queries.js';
import { participantService } from './participant.service.js';
import { recordsNav } from './menu.js';
import { recordsRoutes } from './records.routes.js';
import { recordsRetention } from './retention.js';
import { settingsSchema } from './settings.js';
import { TABLE_NAMES } from './tables.js';
import { wire } from './wiring.js';

/** The citizen's own record: person, participation, health insurance cards; and the member registry. */
export const records = defineModule({
  id: 'records',
  title: 'Participants, participation, health insurance cards, member registry',
  requires: [agencies, settingsPort, accounts, messenger],
  provides: [memberRegistry, participants, numberFinder],
  permissions: recordsPermissions,
  acts: recordsActs,
  config: settingsSchema,
  tables: TABLE_NAMES,
  migrations: recordsMigrations,
  setup: (ctx) => {
    const { uow, clock } = ctx;
    const { tables, registry, service, cardUse, personalData, controllers } = wire(ctx);
    return {
      provides: new Map([
        provide(memberRegistry, registry.port),
        provide(participants, participantService({ uow, clock, people: tables.people })),
        provide(numberFinder, numberFinderOf(ctx.db)),
      ]),
      routes: recordsRoutes(controllers),
      nav: recordsNav,
      personalData,
      retention: recordsRetention(service, cardUse),
      importers: recordsImporters(ctx, tables),
      health: [registry.health],
      seed: {
        reference: () => uow.run(() => seedRecords(tables, clock.now())),
        demo: () => uow.run(() => seedDemoRecords(tables, dayOf(clock.now()))),
        province: async () => provinceRecords(tables, dayOf(clock.now())),
      },
      demoNotes,
    };
  },
});
