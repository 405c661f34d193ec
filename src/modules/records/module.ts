import { demoNotes, seedDemoRecords } from '../../../seeders/demo/records.js';
import { seedRecords } from '../../../seeders/reference/records.js';
import { settings as settingsPort } from '../../contracts/organisation.js';
import { memberRegistry, participants } from '../../contracts/records.js';
import { dayOf } from '../../core/clock.js';
import { defineModule, provide } from '../../core/module.js';
import { cardController } from './card.controller.js';
import { cardQueries } from './card.queries.js';
import { contributionOf } from './contribution.queries.js';
import { entitlementOf } from './entitlement.queries.js';
import { meController } from './me.controller.js';
import { recordsMigrations } from './migrations.js';
import { localRegistry, profileOf } from './participant.queries.js';
import { participantService } from './participant.service.js';
import { participationController } from './participation.controller.js';
import { participationsOf } from './participation.queries.js';
import { recordsNav } from './menu.js';
import { recordsRoutes } from './records.routes.js';
import { openTables, TABLE_NAMES } from './tables.js';

/** The citizen's own record: person, participation, health insurance cards; and the member registry. */
export const records = defineModule({
  id: 'records',
  title: 'Participants, participation, health insurance cards, member registry',
  requires: [settingsPort],
  provides: [memberRegistry, participants],
  tables: TABLE_NAMES,
  migrations: recordsMigrations,
  setup: ({ db, uow, clock, use }) => {
    const tables = openTables(db.sequelize);
    const settings = use(settingsPort);
    const [profile, cards, participations] = [profileOf(db), cardQueries(db), participationsOf(db)];
    const parts = { clock, settings, profile, cards, participations };
    const entitlement = entitlementOf(cards, settings);
    return {
      provides: new Map([
        provide(memberRegistry, localRegistry(profile)),
        provide(participants, participantService({ uow, clock, people: tables.people })),
      ]),
      routes: recordsRoutes({
        me: meController({ ...parts, entitlement }),
        card: cardController({ ...parts, entitlement }),
        participation: participationController({ ...parts, contribution: contributionOf(settings) }),
      }),
      nav: recordsNav,
      seed: {
        reference: () => uow.run(() => seedRecords(tables)),
        demo: () => uow.run(() => seedDemoRecords(tables, dayOf(clock.now()))),
      },
      demoNotes,
    };
  },
});
