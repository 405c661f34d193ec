import type { Agency, Hotline } from '../../contracts/organisation.js';
import type { DossierTracking, TrackedDossier } from '../../contracts/registration-tracking.js';
import { page, type Handler, type PageRequest, type Reply as PageReply } from '../../core/http/route.js';
import type { Reportable } from '../../core/report-link.js';
import {
  carried,
  presentDossier,
  presentTalk,
  quickReplies,
  transcriptOf,
  type Surroundings,
} from './chat.presenter.js';
import type { ChatQueries, FoundGroup } from './chat.queries.js';
import type { ChatDossierInput, ChatInput, ChatTalkInput } from './chat.schema.js';
import type { Corpus } from './corpus.queries.js';
import { SHEETS } from './faq.controller.js';
import type { Figures } from './figure.queries.js';
import type { GapService } from './gap.service.js';
import { letterPage } from './letter.controller.js';
import type { OfficeAnswers } from './office-answer.queries.js';
import { paths } from './paths.js';
import { dossierIn, unpacked, type Turn } from './talk.rules.js';

export interface ChatControllerParts {
  corpus(): Promise<Corpus>;
  hotline(): Promise<Hotline>;
  readonly figures: Figures;
  readonly chat: ChatQueries;
  readonly offices: OfficeAnswers;
  readonly gaps: Pick<GapService, 'keep'>;
  readonly tracking: DossierTracking;
  reportLink(fault: Reportable): string | undefined;
}

/** What a page shows beside the talk. */
interface More {
  readonly near?: readonly string[];
  readonly fields?: { readonly number: string; readonly phone: string };
  readonly dossier?: TrackedDossier;
}

const CHAT = { title: 'Trợ lý ảo', paths, sheets: SHEETS, scripts: ['chat.js'] };
const LONGEST_REPORT = 1_500;

const keysOf = (turns: readonly Turn[], kind: string): string[] =>
  turns.filter(({ answer }) => answer.startsWith(kind)).map(({ answer }) => answer.slice(kind.length));

/** The chat: the talk lives in the page alone and comes back with every question. */
export const chatController = (parts: ChatControllerParts) => {
  const { corpus, hotline, figures, chat, offices, gaps, tracking, reportLink } = parts;

  const surroundings = async (turns: readonly Turn[]): Promise<Surroundings> => {
    const found = new Map<string, readonly FoundGroup[]>();
    // Looking again for what was asked long ago would only cost: the last one is shown in full.
    for (const key of keysOf(turns.slice(-1), 'found:')) found.set(key, await chat.found(key));
    const keys = [...new Set(keysOf(turns, 'offices:'))];
    const rows = await Promise.all(
      keys.map(async (key): Promise<[string, readonly Agency[]]> => [key, await offices.byKey(key)]),
    );
    return { corpus: await corpus(), figures: await figures(), offices: new Map(rows), found };
  };

  const show = async (turns: readonly Turn[], more: More = {}): Promise<PageReply> => {
    const around = await surroundings(turns);
    const last = turns.at(-1);
    const text = transcriptOf(turns, around);
    return page(
      'support/chat',
      {
        ...CHAT,
        talk: presentTalk(turns, around),
        quick: quickReplies(turns, more.near ?? [], around),
        carried: carried(turns),
        asksDossier: last?.answer === 'dossier' || last?.answer === 'faq:ho-so-den-dau',
        unanswered: last?.answer === 'none',
        fields: more.fields ?? { number: '', phone: '' },
        dossier: more.dossier && presentDossier(more.dossier),
        hotline: await hotline(),
        feedback: turns.length ? reportLink({ topic: 'support', subject: text.slice(0, LONGEST_REPORT) }) : undefined,
      },
      { confidential: true },
    );
  };

  const begin: Handler = () => show([]);

  const ask: Handler<ChatInput> = async ({ input: { chuyen, cau } }) => {
    const { answer, near } = await chat.reply(cau);
    if (answer === 'none') await gaps.keep(cau);
    const fields = dossierIn(cau);
    // Numbers belong into their own fields, not into a talk that may go into a letter.
    const text = fields ? 'Xem tình trạng hồ sơ' : cau;
    return show([...chuyen, { text, answer }], { near, ...(fields && { fields }) });
  };

  const again = ({ retry }: Pick<PageRequest, 'retry'>): Turn[] => {
    const sent = retry?.values['chuyen'];
    return unpacked(typeof sent === 'string' ? sent : '');
  };

  const reshow: Handler = (request) => show(again(request));

  const dossier: Handler<ChatDossierInput> = async ({ input: { chuyen, number, phone } }) => {
    const found = await tracking.follow({ number, phone });
    return show([...chuyen, { text: `Xem hồ sơ ${found.number}`, answer: 'seen' }], { dossier: found });
  };

  /** The same page with its two fields, whatever was wrong. */
  const dossierAgain: Handler = (request) => {
    const turns = again(request);
    const asked = turns.at(-1)?.answer === 'dossier';
    return show(asked ? turns : [...turns, { text: 'Xem tình trạng hồ sơ', answer: 'dossier' }]);
  };

  const letter: Handler<ChatTalkInput> = async ({ input: { chuyen } }) => {
    const said = transcriptOf(chuyen, { corpus: await corpus() });
    return letterPage(hotline, said && `${said}\n\nTôi muốn hỏi thêm: `, true);
  };

  return { begin, ask, reshow, dossier, dossierAgain, letter };
};
