import { access, get, type Route } from '../../core/http/route.js';
import { bookRoutes, personBookRoutes, type BookControllers } from './book.routes.js';
import type { cardController } from './card.controller.js';
import { cardCheckRoutes, cardUseRoutes, type CardUseControllers } from './card-use.routes.js';
import { cardQuery } from './card.schema.js';
import { guardianshipRoutes, type GuardianshipControllers } from './guardianship.routes.js';
import { meQuery, type meController } from './me.controller.js';
import { paths } from './paths.js';
import type { participationController } from './participation.controller.js';
import type { personController } from './person.controller.js';
import { personRoutes } from './person.routes.js';
import { confirmationQuery, participationQuery } from './participation.schema.js';

interface Controllers extends CardUseControllers, GuardianshipControllers, BookControllers {
  readonly me: ReturnType<typeof meController>;
  readonly card: ReturnType<typeof cardController>;
  readonly participation: ReturnType<typeof participationController>;
  readonly person: ReturnType<typeof personController>;
}

/** A paper costs a tenth of a second of work: not more often than this from one address. */
const papers = { points: 60, perSeconds: 600 };

/** Pages of one record: the own one, whose number comes from the account and never from the address, or that of a ward. */
const recordRoutes = ({ me, card, cardUse, participation }: Controllers): Route[] => [
  get(paths.me, { access: access.citizen, form: meQuery, handler: me.show }),
  get(paths.card, { access: access.citizen, form: cardQuery, handler: card.show }),
  get(paths.cardPicture, { access: access.citizen, form: cardQuery, handler: card.picture }),
  get(paths.cardPdf, { access: access.citizen, limit: papers, form: cardQuery, handler: card.pdf }),
  ...cardUseRoutes(cardUse),
  get(paths.participation, { access: access.citizen, form: participationQuery, handler: participation.show }),
  get(paths.historyPdf, { access: access.citizen, limit: papers, handler: participation.history }),
  get(paths.confirmationPdf, {
    access: access.citizen,
    limit: papers,
    form: confirmationQuery,
    handler: participation.confirmation,
  }),
];

/** The citizen's record, that of a ward on the same pages, and an officer's look at both. */
export const recordsRoutes = (controllers: Controllers): Route[] => [
  ...[...recordRoutes(controllers), ...bookRoutes(controllers)].map((route) => ({
    ...route,
    handler: controllers.family.forWard(route.handler),
  })),
  ...cardCheckRoutes(controllers),
  ...guardianshipRoutes(controllers),
  ...personRoutes(controllers.person),
  ...personBookRoutes(controllers),
];
