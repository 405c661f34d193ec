import { access, get, type Route } from '../../core/http/route.js';
import type { cardController } from './card.controller.js';
import { cardQuery } from './card.schema.js';
import { meQuery, type meController } from './me.controller.js';
import { paths } from './paths.js';
import type { participationController } from './participation.controller.js';
import { participationQuery } from './participation.schema.js';

interface Controllers {
  readonly me: ReturnType<typeof meController>;
  readonly card: ReturnType<typeof cardController>;
  readonly participation: ReturnType<typeof participationController>;
}

/** The citizen's own record. Nothing here takes a number from the address: it comes from the account. */
export const recordsRoutes = ({ me, card, participation }: Controllers): Route[] => [
  get(paths.me, { access: access.citizen, form: meQuery, handler: me.show }),
  get(paths.card, { access: access.citizen, form: cardQuery, handler: card.show }),
  get(paths.cardPicture, { access: access.citizen, form: cardQuery, handler: card.picture }),
  get(paths.participation, { access: access.citizen, form: participationQuery, handler: participation.show }),
];
