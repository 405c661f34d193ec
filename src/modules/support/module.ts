import { seedQuestions } from '../../../seeders/reference/support.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, holidays, officeContacts, places, settings } from '../../contracts/organisation.js';
import { dossierTracking } from '../../contracts/registration-tracking.js';
import { defineModule } from '../../core/module.js';
import { supportActs } from './acts.rules.js';
import { frontOf, navOf } from './menu.js';
import { migrations } from './migrations.js';
import { callData } from './personal-data.js';
import { callRetention, gapRetention } from './retention.js';
import { supportRoutes } from './support.routes.js';
import { TOPIC } from './question.rules.js';
import { TABLE_NAMES } from './tables.js';
import { wire } from './wiring.js';

/** How people are helped: answers, a chat that finds them, hotline and letters. */
export const support = defineModule({
  id: 'support',
  title: 'Frequent questions, chat bot, hotline, letters to the office',
  requires: [agencies, places, settings, officeContacts, holidays, messenger, dossierTracking],
  permissions: [
    { id: 'support.write', label: 'Viết và đăng câu hỏi thường gặp', roles: ['editor'] },
    { id: 'support.calls', label: 'Trực đường dây nóng thẻ BHYT', roles: ['reception', 'leader'] },
  ],
  acts: supportActs,
  tables: TABLE_NAMES,
  migrations,
  setup: (ctx) => {
    const { tables, controllers, search, unanswered, calls } = wire(ctx);
    const tree = ctx.use(agencies);
    return {
      routes: supportRoutes(controllers),
      nav: navOf({
        gaps: unanswered.count,
        calls: async ({ attributes }) => calls.countOpen(await tree.subtree(attributes['agencyCode'] ?? '')),
      }),
      personalData: callData(calls),
      front: frontOf(ctx.reportLink),
      publicSearch: [search],
      retention: [gapRetention, callRetention].map((rule) => rule(tables, ctx.uow, ctx.clock)),
      seed: {
        reference: () =>
          ctx.uow.run(async () => {
            if (await seedQuestions(tables, ctx.clock)) await ctx.topics.moveOn(TOPIC);
          }),
      },
    };
  },
});
