import { seedQuestions } from '../../../seeders/reference/support.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, holidays, officeContacts, places, settings } from '../../contracts/organisation.js';
import { dossierTracking } from '../../contracts/registration-tracking.js';
import { defineModule } from '../../core/module.js';
import { front, navOf } from './menu.js';
import { migrations } from './migrations.js';
import { gapRetention } from './retention.js';
import { supportRoutes } from './support.routes.js';
import { TOPIC } from './question.rules.js';
import { TABLE_NAMES } from './tables.js';
import { wire } from './wiring.js';

/** How people are helped: answers, a chat that finds them, hotline and letters. */
export const support = defineModule({
  id: 'support',
  title: 'Frequent questions, chat bot, hotline, letters to the office',
  requires: [agencies, places, settings, officeContacts, holidays, messenger, dossierTracking],
  permissions: [{ id: 'support.write', label: 'Viết và đăng câu hỏi thường gặp', roles: ['editor'] }],
  acts: {
    'support.question-added': 'Thêm câu hỏi thường gặp',
    'support.question-changed': 'Sửa câu hỏi thường gặp',
    'support.question-published': 'Đăng câu hỏi thường gặp',
    'support.question-withdrawn': 'Rút câu hỏi thường gặp',
    'support.gap-drafted': 'Viết nháp từ câu chưa trả lời được',
    'support.gap-dismissed': 'Bỏ qua câu chưa trả lời được',
  },
  tables: TABLE_NAMES,
  migrations,
  setup: (ctx) => {
    const { tables, controllers, search, unanswered } = wire(ctx);
    return {
      routes: supportRoutes(controllers),
      nav: navOf(unanswered.count),
      front,
      publicSearch: [search],
      retention: [gapRetention(tables, ctx.uow, ctx.clock)],
      seed: {
        reference: () =>
          ctx.uow.run(async () => {
            if (await seedQuestions(tables, ctx.clock)) await ctx.topics.moveOn(TOPIC);
          }),
      },
    };
  },
});
