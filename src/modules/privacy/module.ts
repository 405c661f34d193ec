import { agencies } from '../../contracts/organisation.js';
import { defineModule } from '../../core/module.js';
import { nav } from './menu.js';
import { migrations } from './migrations.js';
import { privacyRoutes } from './privacy.routes.js';
import { wire } from './wiring.js';

/** What the law on personal data asks for: who saw what and why, and what is kept for how long. */
export const privacy = defineModule({
  id: 'privacy',
  title: 'Who saw my data, journal of officers, retention board',
  requires: [agencies],
  tables: [],
  migrations,
  setup: (ctx) => ({
    routes: privacyRoutes(wire(ctx)),
    nav,
  }),
});
