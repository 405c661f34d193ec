import { access, get, type Route } from '../../core/http/route.js';
import type { benefitController } from './benefit.controller.js';
import { benefitQuery } from './benefit.schema.js';
import { paths } from './paths.js';
import type { personBookController } from './person-book.controller.js';
import type { visitController } from './visit.controller.js';
import { visitsQuery } from './visit.schema.js';

export interface BookControllers {
  readonly benefit: ReturnType<typeof benefitController>;
  readonly visit: ReturnType<typeof visitController>;
  readonly personBook: ReturnType<typeof personBookController>;
}

/** What a person received and where he was treated. */
export const bookRoutes = ({ benefit, visit }: BookControllers): Route[] => [
  get(paths.benefits, { access: access.citizen, form: benefitQuery, handler: benefit.show }),
  get(paths.visits, { access: access.citizen, form: visitsQuery, handler: visit.list }),
  get(paths.visit(':id'), { access: access.citizen, handler: visit.show }),
];

const open = access.can('records.open');

/** The same of an opened person for officers. */
export const personBookRoutes = ({ personBook }: BookControllers): Route[] => [
  get(paths.personBenefits(':opening'), { access: open, form: benefitQuery, handler: personBook.benefits }),
  get(paths.personVisits(':opening'), { access: open, form: visitsQuery, handler: personBook.visits }),
  get(paths.personVisit(':opening', ':id'), { access: open, handler: personBook.visit }),
];
