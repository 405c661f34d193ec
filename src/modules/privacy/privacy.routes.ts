import { access, get, post, type Route } from '../../core/http/route.js';
import type { ConsentController } from './consent.controller.js';
import { consentRoutes } from './consent.routes.js';
import type { JournalController } from './journal.controller.js';
import { journalOfPersonSchema, journalSchema } from './journal.schema.js';
import type { MyDataController } from './my-data.controller.js';
import { paths } from './paths.js';
import { placeSchema } from './place.schema.js';
import type { RetentionController } from './retention.controller.js';
import type { SeenController } from './seen.controller.js';

export interface Controllers {
  readonly seen: SeenController;
  readonly myData: MyDataController;
  readonly journal: JournalController;
  readonly retention: RetentionController;
  readonly consent: ConsentController;
}

const mayRead = access.can('privacy.journal');
const mayCount = access.can('privacy.retention');

/** Counting looks at every table: not more often than this. */
const trials = { points: 20, perSeconds: 600 };

/** Many people may share an address; how often one account downloads is counted apart. */
const downloads = { points: 60, perSeconds: 600 };

/** Who looked at what, and what is kept for how long. */
export const privacyRoutes = ({ seen, myData, journal, retention, consent }: Controllers): Route[] => [
  get(paths.seen, { access: access.citizen, form: placeSchema, handler: seen.show }),
  get(paths.myData, { access: access.citizen, handler: myData.show }),
  get(paths.myDataJson, { access: access.citizen, limit: downloads, handler: myData.json }),
  get(paths.myDataPdf, { access: access.citizen, limit: downloads, handler: myData.pdf }),
  get(paths.journal, { access: mayRead, form: journalSchema, reshow: journal.reshow, handler: journal.show }),
  get(paths.journalOfPerson, { access: mayRead, handler: journal.begin }),
  post(paths.journalOfPerson, {
    access: mayRead,
    form: journalOfPersonSchema,
    reshow: journal.reshow,
    handler: journal.ofPerson,
  }),
  get(paths.retention, { access: mayCount, handler: retention.show }),
  get(paths.retentionTrial, { access: mayCount, handler: retention.begin }),
  post(paths.retentionTrial, { access: mayCount, limit: trials, handler: retention.tryOut }),
  ...consentRoutes(consent),
];
