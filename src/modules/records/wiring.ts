import { agencies, settings as settingsPort } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { bookData } from './book-data.presenter.js';
import { wireBooks } from './book.wiring.js';
import { cardController } from './card.controller.js';
import { cardQueries } from './card.queries.js';
import { wireCardUse } from './card-use.wiring.js';
import { contributionOf } from './contribution.queries.js';
import { entitlementOf } from './entitlement.queries.js';
import { guardianshipQueries } from './guardianship.queries.js';
import { wireGuardianship } from './guardianship.wiring.js';
import { meController } from './me.controller.js';
import { profileOf } from './participant.queries.js';
import { participationController } from './participation.controller.js';
import { fundPageOf } from './fund-page.queries.js';
import { participationQueries } from './participation.queries.js';
import { recordsData } from './personal-data.js';
import { personController } from './person.controller.js';
import { personQueries } from './person.queries.js';
import { createPersonService } from './person.service.js';
import { wireRegistry } from './registry.wiring.js';
import type { RecordsSettings } from './settings.js';
import { openTables } from './tables.js';

/** The parts of the module, each given what it needs. */
export const wire = (ctx: ModuleContext<RecordsSettings>) => {
  const { db, uow, clock, audit, use } = ctx;
  const tables = openTables(db.sequelize);
  const settings = use(settingsPort);
  const [profile, cards, participations] = [profileOf(db), cardQueries(db), participationQueries(db)];
  const entitlement = entitlementOf(cards, settings);
  const contribution = contributionOf(settings);
  const fundPage = fundPageOf({ clock, settings, participations, contribution });
  const people = personQueries(db, use(agencies));
  const service = createPersonService({ openings: tables.openings, people, uow, audit, clock });
  const read = { clock, settings, profile, cards, participations, entitlement, contribution, fundPage };
  const parts = { ...read, agencies: use(agencies), people, service };
  const books = wireBooks(ctx, service);
  const cardUse = wireCardUse(ctx, tables, { cards, profile });
  return {
    tables,
    registry: wireRegistry(ctx, profile),
    service,
    personalData: [...recordsData({ ...read, guardianships: guardianshipQueries(db) }), ...bookData(books.reads)],
    cardUse,
    controllers: {
      me: meController({ ...parts, ...books.reads }),
      card: cardController({ ...parts, uses: cardUse.service, reportLink: ctx.reportLink }),
      participation: participationController({ ...parts, reportLink: ctx.reportLink }),
      person: personController(parts),
      ...books.controllers,
      ...cardUse.controllers,
      ...wireGuardianship(ctx, tables.guardianships, service),
    },
  };
};
