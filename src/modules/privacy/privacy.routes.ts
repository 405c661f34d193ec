import { access, get, type Route } from '../../core/http/route.js';
import { paths } from './paths.js';
import { placeSchema } from './place.schema.js';
import type { SeenController } from './seen.controller.js';

export interface Controllers {
  readonly seen: SeenController;
}

/** Who looked at what, and what is kept for how long. */
export const privacyRoutes = ({ seen }: Controllers): Route[] => [
  get(paths.seen, { access: access.citizen, form: placeSchema, handler: seen.show }),
];
