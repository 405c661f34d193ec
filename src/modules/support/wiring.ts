import { messenger } from '../../contracts/notification.js';
import { agencies, holidays, officeContacts, places, settings } from '../../contracts/organisation.js';
import { dossierTracking } from '../../contracts/registration-tracking.js';
import type { ModuleContext } from '../../core/module.js';
import { callController } from './call.controller.js';
import { callQueries } from './call.queries.js';
import { callService } from './call.service.js';
import { chatController } from './chat.controller.js';
import { chatQueries } from './chat.queries.js';
import { corpusQueries } from './corpus.queries.js';
import { faqController } from './faq.controller.js';
import { faqSearch } from './faq-search.queries.js';
import { figureQueries } from './figure.queries.js';
import { gapQueries } from './gap.queries.js';
import { gapService } from './gap.service.js';
import { helpController } from './help.controller.js';
import { letterController } from './letter.controller.js';
import { letterService } from './letter.service.js';
import { officeAnswers } from './office-answer.queries.js';
import { gapController } from './gap.controller.js';
import { questionController } from './question.controller.js';
import { questionListController } from './question-list.controller.js';
import { questionQueries } from './question.queries.js';
import { Questions } from './question.service.js';
import type { Controllers } from './support.routes.js';
import { openTables } from './tables.js';

/** The parts of the module, each given what it needs. */
export const wire = (ctx: ModuleContext) => {
  const { db, clock, topics, reportLink } = ctx;
  const tables = openTables(db.sequelize);
  const contacts = ctx.use(officeContacts);
  const dated = { settings: ctx.use(settings), holidays: ctx.use(holidays), contacts, clock };
  const { hotline } = contacts;
  const [figures, corpus] = [figureQueries(dated), corpusQueries(db, topics)];
  const offices = officeAnswers(ctx.use(agencies), ctx.use(places));
  const search = faqSearch(corpus, figures);
  const chat = chatQueries({ corpus, offices, searches: () => ctx.publicSearch().filter((kind) => kind !== search) });
  const [queries, questions] = [questionQueries(db, tables), new Questions({ ...ctx, tables })];
  const gaps = gapService({ ...ctx, tables, questions });
  const unanswered = gapQueries(db);
  const calls = callQueries(db, tables.calls);
  const letters = letterService({ ...ctx, messenger: ctx.use(messenger), contacts });
  const controllers: Controllers = {
    help: helpController({ hotline, reportLink }),
    faq: faqController({ corpus, figures }),
    chat: chatController({
      corpus,
      hotline,
      figures,
      chat,
      offices,
      gaps,
      tracking: ctx.use(dossierTracking),
      reportLink,
    }),
    letter: letterController({ hotline, letters }),
    questions: questionListController({ queries, questions, unanswered, figures, clock }),
    question: questionController({ queries, questions, figures }),
    gap: gapController(unanswered, gaps),
    call: callController({
      ...dated,
      agencies: ctx.use(agencies),
      queries: calls,
      service: callService({ ...ctx, ...tables }),
    }),
  };
  return { tables, controllers, search, unanswered, calls };
};
