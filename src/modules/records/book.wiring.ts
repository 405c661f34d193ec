import { settings as settingsPort } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { benefitController, benefitPageOf } from './benefit.controller.js';
import { benefitQueries } from './benefit.queries.js';
import { personBookController } from './person-book.controller.js';
import type { PersonService } from './person.service.js';
import { visitController, visitPagesOf } from './visit.controller.js';
import { visitQueries } from './visit.queries.js';

/** Benefits and visits: what a person sees of them, and an officer who has opened the record. */
export const wireBooks = (
  { db, clock, use, reportLink }: Pick<ModuleContext, 'db' | 'clock' | 'use' | 'reportLink'>,
  people: PersonService,
) => {
  const reads = { benefits: benefitQueries(db), visits: visitQueries(db) };
  const benefitPage = benefitPageOf({ clock, settings: use(settingsPort), benefits: reads.benefits });
  const visitPages = visitPagesOf({ clock, settings: use(settingsPort), visits: reads.visits });
  return {
    reads,
    controllers: {
      benefit: benefitController(benefitPage, reportLink),
      visit: visitController(visitPages, reportLink),
      personBook: personBookController({ people, benefitPage, visitPages }),
    },
  };
};
