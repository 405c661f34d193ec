import { seedPrivacyDemo } from '../../../seeders/demo/privacy.js';
import { seedTexts } from '../../../seeders/reference/privacy.js';
import { accounts, officers } from '../../contracts/auth.js';
import { agencies, settings } from '../../contracts/organisation.js';
import type { ModuleContext, ModuleParts } from '../../core/module.js';
import { createConsentController } from './consent.controller.js';
import { consentTable, textTable } from './consent.model.js';
import { consentQueries } from './consent.queries.js';
import { createConsentService } from './consent.service.js';
import { createJournalController } from './journal.controller.js';
import { createJournalQueries } from './journal.queries.js';
import { createJournalService } from './journal.service.js';
import type { Controllers } from './privacy.routes.js';
import { createMyDataController } from './my-data.controller.js';
import { createMyDataService } from './my-data.service.js';
import { privacyData } from './personal-data.js';
import { createRetentionController } from './retention.controller.js';
import { createRetentionQueries } from './retention.queries.js';
import { auditRetention } from './retention.js';
import { createSeenController } from './seen.controller.js';
import { createSeenQueries } from './seen.queries.js';

/** Puts the parts of the module together. */
export const wire = (
  ctx: ModuleContext,
): { controllers: Controllers } & Pick<ModuleParts, 'retention' | 'seed' | 'personalData'> => {
  const { journal, acts, clock, db, uow, audit, personalData } = ctx;
  const texts = textTable(db.sequelize);
  const queries = consentQueries(db, texts);
  const consents = createConsentService({ texts, consents: consentTable(db.sequelize), queries, uow, audit, clock });
  const ports = { agencies: ctx.use(agencies), officers: ctx.use(officers) };
  const journals = createJournalQueries({ ...ports, journal, acts, clock });
  const myData = createMyDataService({ uow, audit, journal, clock });
  const service = createJournalService({ ...ctx, queries: journals });
  return {
    controllers: {
      seen: createSeenController(createSeenQueries(journal, ports.agencies), acts, ctx.reportLink),
      myData: createMyDataController({ ...ports, accounts: ctx.use(accounts), clock, service: myData, personalData }),
      journal: createJournalController({ queries: journals, service, acts }),
      consent: createConsentController(queries, consents),
      retention: createRetentionController(createRetentionQueries(ctx), clock),
    },
    seed: {
      reference: () => uow.run(() => seedTexts(texts, clock)),
      demo: () => seedPrivacyDemo(ctx, ports.officers),
    },
    personalData: privacyData({ ...ports, consents: queries, journal, acts }),
    retention: [auditRetention(ctx.oldAudit, ctx.use(settings), clock)],
  };
};
