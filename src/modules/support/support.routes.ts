import { trackingLimit } from '../../contracts/registration-tracking.js';
import { access, get, post, type Route } from '../../core/http/route.js';
import type { callController } from './call.controller.js';
import { callForm, callQuery, closingForm } from './call.schema.js';
import type { chatController } from './chat.controller.js';
import { chatDossierForm, chatForm, chatTalkForm } from './chat.schema.js';
import type { faqController } from './faq.controller.js';
import { faqQuery } from './faq.schema.js';
import type { helpController } from './help.controller.js';
import type { letterController } from './letter.controller.js';
import { letterForm } from './letter.schema.js';
import { paths } from './paths.js';
import type { gapController } from './gap.controller.js';
import type { questionController } from './question.controller.js';
import type { questionListController } from './question-list.controller.js';
import { TOPIC } from './question.rules.js';
import { changeForm, gapQuery, listQuery, questionForm, stateForm } from './question.schema.js';

export interface Controllers {
  readonly help: ReturnType<typeof helpController>;
  readonly faq: ReturnType<typeof faqController>;
  readonly chat: ReturnType<typeof chatController>;
  readonly letter: ReturnType<typeof letterController>;
  readonly questions: ReturnType<typeof questionListController>;
  readonly question: ReturnType<typeof questionController>;
  readonly gap: ReturnType<typeof gapController>;
  readonly call: ReturnType<typeof callController>;
}

const { public: everybody } = access;
const write = access.can('support.write');
const answer = access.can('support.calls');

/** A talk is many short questions; an office may stand behind one address. */
const TALK = { points: 120, perSeconds: 600 };
const LETTERS = { points: 10, perSeconds: 3_600 };

/** Pages of guests that are kept until an answer changes. */
const topics = [TOPIC];

const publicRoutes = ({ help, faq, chat, letter }: Controllers): Route[] => [
  get(paths.help, { access: everybody, handler: help.show }),
  get(paths.faq, { access: everybody, topics, form: faqQuery, reshow: faq.reshow, handler: faq.list }),
  get(paths.answer(':code'), { access: everybody, topics, handler: faq.answer }),
  get(paths.chat, { access: everybody, handler: chat.begin }),
  post(paths.chat, { access: everybody, limit: TALK, form: chatForm, reshow: chat.reshow, handler: chat.ask }),
  post(paths.chatDossier, {
    access: everybody,
    limit: trackingLimit,
    form: chatDossierForm,
    reshow: chat.dossierAgain,
    handler: chat.dossier,
  }),
  post(paths.chatLetter, { access: everybody, form: chatTalkForm, reshow: chat.begin, handler: chat.letter }),
  get(paths.letter, { access: everybody, handler: letter.form }),
  post(paths.letter, {
    access: everybody,
    limit: LETTERS,
    form: letterForm,
    reshow: letter.form,
    handler: letter.send,
  }),
  get(paths.letterSent(':mark'), { access: everybody, handler: letter.sent }),
];

/** Calls about cards: noted with one page open. */
const callRoutes = ({ call }: Controllers): Route[] => [
  get(paths.calls(), { access: answer, form: callQuery, reshow: call.again, handler: call.list }),
  post(paths.calls(), { access: answer, form: callForm, reshow: call.again, keepTyped: true, handler: call.open }),
  get(paths.call(':id'), { access: answer, handler: call.show }),
  post(paths.closeCall(':id'), { access: answer, form: closingForm, reshow: call.show, handler: call.close }),
];

/** Help for everybody, and what editors do for it. */
export const supportRoutes = (controllers: Controllers): Route[] => {
  const { questions, question, gap } = controllers;
  return [
    ...publicRoutes(controllers),
    ...callRoutes(controllers),
    get(paths.questions(), { access: write, form: listQuery, handler: questions.list }),
    get(paths.newQuestion, { access: write, handler: questions.blank }),
    post(paths.newQuestion, {
      access: write,
      form: questionForm,
      reshow: questions.blank,
      keepTyped: true,
      handler: questions.add,
    }),
    get(paths.question(':id'), { access: write, handler: question.show }),
    post(paths.question(':id'), {
      access: write,
      form: changeForm,
      reshow: question.show,
      keepTyped: true,
      handler: question.change,
    }),
    post(paths.publish(':id'), { access: write, form: stateForm, reshow: question.show, handler: question.publish }),
    post(paths.withdraw(':id'), { access: write, form: stateForm, reshow: question.show, handler: question.withdraw }),
    get(paths.version(':id', ':version'), { access: write, handler: question.version }),
    get(paths.gaps(), { access: write, form: gapQuery, handler: gap.open }),
    post(paths.gapDraft(':id'), { access: write, handler: gap.draft }),
    post(paths.gapDismiss(':id'), { access: write, handler: gap.dismiss }),
  ];
};
